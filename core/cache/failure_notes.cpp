// SPDX-License-Identifier: Apache-2.0
#include "core/cache/failure_notes.h"

#include "core/base/atomic_file.h"

#include <nlohmann/json.hpp>

#include <system_error>

namespace longtake {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr uintmax_t kLargestNote = uintmax_t{1} << 20;

fs::path note_of(const fs::path& data_folder, const ShotId& shot) {
    return data_folder / "failures" / (shot.value + ".json");
}

Result<RenderFailure> read_note(const fs::path& path) {
    const auto text = read_file(path, kLargestNote);
    if (!text) {
        return text.error();
    }
    return guard("reading " + path.string(), ErrorCode::BadInput, [&]() -> Result<RenderFailure> {
        const Json json = Json::parse(*text);
        return RenderFailure{json.at("key").get<std::string>(), json.at("message").get<std::string>()};
    });
}

} // namespace

std::map<ShotId, RenderFailure> load_failures(const fs::path& data_folder) {
    std::map<ShotId, RenderFailure> failures;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(data_folder / "failures", ignored)) {
        if (entry.path().extension() != ".json") {
            continue;
        }
        if (auto note = read_note(entry.path())) {
            failures.emplace(ShotId{entry.path().stem().string()}, std::move(*note));
        }
    }
    return failures;
}

Result<void> record_failure(const fs::path& data_folder, const ShotId& shot, const RenderFailure& failure) {
    std::error_code created;
    fs::create_directories(data_folder / "failures", created);
    const Json json = {{"key", failure.key}, {"message", failure.message}};
    return write_file_atomically(note_of(data_folder, shot), json.dump(1, ' ', false, Json::error_handler_t::replace));
}

void clear_failure(const fs::path& data_folder, const ShotId& shot) {
    std::error_code ignored;
    fs::remove(note_of(data_folder, shot), ignored);
}

} // namespace longtake
