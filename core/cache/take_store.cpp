// SPDX-License-Identifier: Apache-2.0
#include "core/cache/take_store.h"

#include "core/base/atomic_file.h"
#include "core/base/process.h"
#include "core/cache/failure_notes.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

namespace longtake {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBegun = ".part";
constexpr std::string_view kDoomed = ".gone";
constexpr uintmax_t kLargestReceipt = uintmax_t{64} << 20;
constexpr const char* kRenderAgain = "It was set aside; render the shot again.";

bool is_working_folder(const std::string& name) {
    return name.ends_with(kBegun) || name.ends_with(kDoomed);
}

fs::path working_folder(const fs::path& take_folder, std::string_view suffix) {
    fs::path folder = take_folder;
    folder += "." + std::to_string(process_id()) + std::string(suffix);
    return folder;
}

/// The process in `<take>.<pid>.part`; 0 when the name has another form.
int owner_of(const std::string& name) {
    const size_t end = name.rfind('.');
    const size_t begin = end == std::string::npos || end == 0 ? std::string::npos : name.rfind('.', end - 1);
    int id = 0;
    if (begin != std::string::npos) {
        std::from_chars(name.data() + begin + 1, name.data() + end, id);
    }
    return id;
}

bool is_plain_name(const std::string& name) {
    return !name.empty() && name != "." && name != ".." && name.find_first_of("/\\:") == std::string::npos;
}

/// Why the take in `folder` cannot be used, judged without reading its large files.
Result<Receipt> read_receipt(const fs::path& folder) {
    const auto text = read_file(folder / kReceiptFile, kLargestReceipt);
    if (!text) {
        return text.error();
    }
    auto receipt = parse_receipt(*text);
    if (!receipt) {
        return receipt.error();
    }
    if (receipt->take.value != folder.filename().string()) {
        return bad_input("its receipt is that of take " + receipt->take.value, kRenderAgain);
    }
    for (const char* needed : {kLatentsFile, kFramesFile}) {
        if (!receipt->files.contains(needed)) {
            return bad_input(std::string(needed) + " is not in the receipt", kRenderAgain);
        }
    }
    for (const auto& [name, file] : receipt->files) {
        std::error_code failure;
        const uintmax_t bytes = is_plain_name(name) ? fs::file_size(folder / name, failure) : 0;
        if (!is_plain_name(name) || failure) {
            return bad_input("the file " + name + " is not there", kRenderAgain);
        }
        if (bytes != static_cast<uintmax_t>(file.bytes)) {
            return bad_input("the file " + name + " has " + std::to_string(bytes) + " bytes instead of " +
                                 std::to_string(file.bytes),
                             kRenderAgain);
        }
    }
    return receipt;
}

Result<void> check_file(const fs::path& folder, const std::string& name, const FileChecksum& expected) {
    const auto found = checksum_file(folder / name);
    if (!found) {
        return found.error();
    }
    if (*found != expected) {
        return bad_input("the file " + name + " is not what was written", kRenderAgain);
    }
    return {};
}

Result<void> check_contents(const fs::path& folder, const Receipt& receipt) {
    for (const auto& [name, expected] : receipt.files) {
        if (auto checked = check_file(folder, name, expected); !checked) {
            return checked;
        }
    }
    return {};
}

Result<std::map<std::string, FileChecksum>> checksum_folder(const fs::path& folder) {
    std::map<std::string, FileChecksum> files;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(folder, failure)) {
        if (entry.path().filename() == kReceiptFile || !entry.is_regular_file(failure)) {
            continue;
        }
        if (auto synced = sync_file(entry.path()); !synced) {
            return synced.error();
        }
        const auto checksum = checksum_file(entry.path());
        if (!checksum) {
            return checksum.error();
        }
        files[entry.path().filename().string()] = *checksum;
    }
    if (failure) {
        return bad_input("reading " + folder.string() + ": " + failure.message());
    }
    return files;
}

Error folder_failure(const std::string& doing, const fs::path& path, const std::error_code& failure) {
    return bad_input(doing + " " + path.string() + ": " + failure.message(),
                     failure == std::errc::no_space_on_device ? "The disk is full; free some space and try again."
                                                              : "Check that the film's folder may be written.");
}

/// Names of the folders in `folder`, sorted; none when it does not exist.
Result<std::vector<std::string>> list_folders(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(folder, failure)) {
        if (entry.is_directory(failure)) {
            names.push_back(entry.path().filename().string());
        }
    }
    if (failure && failure != std::errc::no_such_file_or_directory) {
        return folder_failure("reading", folder, failure);
    }
    std::ranges::sort(names);
    return names;
}

/// "t" and the key's first twelve digits, then "-2", "-3" ... for more takes of one key.
TakeId take_id(const std::string& key, int64_t number) {
    return {"t" + key.substr(0, 12) + (number == 1 ? "" : "-" + std::to_string(number))};
}

} // namespace

NewTake::NewTake(TakeId id, fs::path folder)
    : id_(std::move(id))
    , folder_(std::move(folder)) {}

NewTake::NewTake(NewTake&& other) noexcept
    : id_(std::move(other.id_))
    , folder_(std::exchange(other.folder_, {})) {}

NewTake& NewTake::operator=(NewTake&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(folder_, other.folder_);
    return *this;
}

NewTake::~NewTake() {
    if (!folder_.empty()) {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
}

TakeStore::TakeStore(fs::path data_folder)
    : folder_(std::move(data_folder)) {}

fs::path TakeStore::take_folder(const TakeId& take) const {
    return takes_folder() / take.value;
}

Result<TakeIndex> TakeStore::load() const {
    const auto names = list_folders(takes_folder());
    if (!names) {
        return names.error();
    }
    std::vector<Receipt> takes;
    std::vector<QuarantinedTake> quarantined;
    for (const std::string& name : *names) {
        if (is_working_folder(name)) {
            continue;
        }
        if (auto receipt = read_receipt(takes_folder() / name)) {
            takes.push_back(std::move(*receipt));
        } else {
            quarantined.push_back(quarantine({name}, receipt.error().message));
        }
    }
    return TakeIndex(std::move(takes), std::move(quarantined), load_failures(folder_));
}

Result<NewTake> TakeStore::begin(const std::string& key) {
    std::error_code failure;
    fs::create_directories(takes_folder(), failure);
    if (failure) {
        return folder_failure("creating", takes_folder(), failure);
    }
    for (int64_t number = 1;; ++number) {
        const TakeId id = take_id(key, number);
        const fs::path folder = working_folder(take_folder(id), kBegun);
        if (fs::exists(take_folder(id), failure)) {
            continue;
        }
        if (fs::create_directory(folder, failure)) {
            return NewTake(id, folder);
        }
        if (failure) {
            return folder_failure("creating", folder, failure);
        }
    }
}

Result<Receipt> TakeStore::commit(NewTake take, Receipt receipt) {
    receipt.key = shot_key(receipt.recipe);
    auto files = checksum_folder(take.folder());
    if (!files) {
        return files.error();
    }
    for (const char* needed : {kLatentsFile, kFramesFile}) {
        if (!files->contains(needed)) {
            return Error{ErrorCode::Internal, std::string("a take without ") + needed + " cannot be kept", {}};
        }
    }
    receipt.files = std::move(*files);
    std::error_code failure;
    int64_t number = 1;
    do {
        // Another process may have finished a take of the same key meanwhile: then this one gets the next number.
        while (fs::exists(take_folder(take.id_), failure)) {
            take.id_ = take_id(receipt.key, ++number);
        }
        receipt.take = take.id_;
        if (auto written = write_file_atomically(take.folder() / kReceiptFile, to_json(receipt)); !written) {
            return written.error();
        }
        fs::rename(take.folder(), take_folder(take.id_), failure);
    } while (failure == std::errc::directory_not_empty || failure == std::errc::file_exists);
    if (failure) {
        return folder_failure("finishing", take_folder(take.id_), failure);
    }
    take.folder_.clear();
    verified_.insert_or_assign(receipt.take, receipt);
    if (auto synced = sync_folder(takes_folder()); !synced) {
        return synced.error();
    }
    return receipt;
}

Result<Receipt> TakeStore::verify(const TakeId& take) {
    if (const auto known = verified_.find(take); known != verified_.end()) {
        return known->second;
    }
    std::error_code failure;
    if (!is_plain_name(take.value) || !fs::is_directory(take_folder(take), failure)) {
        return bad_input("take " + take.value + " is not there", "Render the shot again.");
    }
    auto receipt = read_receipt(take_folder(take));
    auto checked = receipt ? check_contents(take_folder(take), *receipt) : Result<void>(receipt.error());
    if (!checked) {
        quarantine(take, checked.error().message);
        return bad_input("take " + take.value + " is damaged: " + checked.error().message, kRenderAgain);
    }
    verified_.insert_or_assign(take, *receipt);
    return receipt;
}

Result<fs::path> TakeStore::verified_file(const Receipt& receipt, const char* name) {
    const fs::path folder = take_folder(receipt.take);
    const auto expected = receipt.files.find(name);
    if (expected == receipt.files.end()) {
        return bad_input("take " + receipt.take.value + " has no " + name, "Render the shot again.");
    }
    if (!verified_.contains(receipt.take) && !verified_files_.contains(folder / name)) {
        if (auto checked = check_file(folder, name, expected->second); !checked) {
            quarantine(receipt.take, checked.error().message);
            return bad_input("take " + receipt.take.value + " is damaged: " + checked.error().message, kRenderAgain);
        }
        verified_files_.insert(folder / name);
    }
    return folder / name;
}

QuarantinedTake TakeStore::quarantine(const TakeId& take, const std::string& reason) const {
    std::error_code failure;
    const fs::path place = folder_ / "quarantine";
    fs::create_directories(place, failure);
    fs::path target = place / take.value;
    for (int64_t number = 2; fs::exists(target, failure); ++number) {
        target = place / (take.value + "-" + std::to_string(number));
    }
    fs::rename(take_folder(take), target, failure);
    if (failure) {
        return {take, reason, {}};
    }
    // The take is out of the way whether or not the note can be written.
    (void)write_file_atomically(target / "reason.txt", reason + "\n");
    return {take, reason, target};
}

Result<void> TakeStore::remove(const std::vector<TakeId>& takes) {
    for (const TakeId& take : takes) {
        std::error_code failure;
        const fs::path doomed = working_folder(take_folder(take), kDoomed);
        fs::rename(take_folder(take), doomed, failure);
        if (!failure) {
            fs::remove_all(doomed, failure);
        }
        if (failure) {
            return folder_failure("deleting", take_folder(take), failure);
        }
        verified_.erase(take);
    }
    return {};
}

void TakeStore::remove_leftovers() const {
    const auto names = list_folders(takes_folder());
    for (const std::string& name : names ? *names : std::vector<std::string>()) {
        if (is_working_folder(name) && !is_process_running(owner_of(name))) {
            std::error_code ignored;
            fs::remove_all(takes_folder() / name, ignored);
        }
    }
}

} // namespace longtake
