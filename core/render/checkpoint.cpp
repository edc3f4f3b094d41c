// SPDX-License-Identifier: Apache-2.0
#include "core/render/checkpoint.h"

#include "core/base/hash.h"
#include "core/project/leftovers.h"
#include "core/weights/safetensors.h"

#include <torch/torch.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <span>

namespace longtake {

namespace {

constexpr const char* kSamplingPrefix = "sampling.";
constexpr const char* kFinished = "finished";
constexpr const char* kExtension = ".safetensors";

/// SHA-256 over names, shapes and bytes: the file system may have kept a name and lost the content.
std::string checksum(const NamedTensors& tensors) {
    Sha256 hash;
    for (const auto& [name, tensor] : tensors) {
        const torch::Tensor bytes = tensor.contiguous();
        hash.update(name + torch::str(bytes.sizes(), bytes.scalar_type()));
        hash.update(std::as_bytes(std::span(static_cast<const char*>(bytes.data_ptr()), bytes.nbytes())));
    }
    return hash.hex();
}

int64_t whole_number(const std::string& text) {
    int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

NamedTensors sorted(NamedTensors tensors) {
    std::sort(tensors.begin(), tensors.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return tensors;
}

std::optional<PartialShot> read(const std::filesystem::path& path, const std::string& key) {
    auto file = SafetensorsFile::open(path);
    if (!file || !file->metadata().contains("key") || file->metadata().at("key") != key) {
        return std::nullopt;
    }
    NamedTensors tensors;
    for (const TensorEntry& entry : file->entries()) {
        tensors.emplace_back(entry.name, file->tensor(entry).clone());
    }
    tensors = sorted(std::move(tensors));
    const auto& metadata = file->metadata();
    if (!metadata.contains("checksum") || metadata.at("checksum") != checksum(tensors) ||
        !metadata.contains("window")) {
        return std::nullopt;
    }
    PartialShot state;
    state.window = whole_number(metadata.at("window"));
    NamedTensors sampling;
    for (auto& [name, tensor] : tensors) {
        if (name == kFinished) {
            state.finished = tensor;
        } else if (name.starts_with(kSamplingPrefix)) {
            sampling.emplace_back(name.substr(std::strlen(kSamplingPrefix)), tensor);
        }
    }
    if (!sampling.empty()) {
        auto restored = SampleState::from_named_tensors(sampling);
        if (!restored) {
            return std::nullopt;
        }
        state.sampling = std::move(*restored);
    }
    return state;
}

} // namespace

Result<void>
CheckpointStore::save(const std::string& key, const ShotId& shot, int64_t variation, const PartialShot& state) const {
    std::error_code failure;
    std::filesystem::create_directories(folder_, failure);
    if (failure) {
        return bad_input("making the folder " + folder_.string() + ": " + failure.message());
    }
    NamedTensors tensors;
    if (state.finished.defined()) {
        tensors.emplace_back(kFinished, state.finished.to(torch::kCPU));
    }
    if (state.sampling) {
        for (const auto& [name, tensor] : state.sampling->named_tensors()) {
            tensors.emplace_back(kSamplingPrefix + name, tensor.to(torch::kCPU));
        }
    }
    tensors = sorted(std::move(tensors));
    return save_tensors(path_of(key), tensors,
                        {{"key", key},
                         {"shot", shot.value},
                         {"variation", std::to_string(variation)},
                         {"window", std::to_string(state.window)},
                         {"checksum", checksum(tensors)}});
}

std::optional<PartialShot> CheckpointStore::load(const std::string& key) const {
    std::error_code failure;
    if (!std::filesystem::exists(path_of(key), failure)) {
        return std::nullopt;
    }
    auto state = guard("reading a checkpoint", ErrorCode::BadInput,
                       [&]() -> Result<std::optional<PartialShot>> { return read(path_of(key), key); });
    if (!state || !*state) {
        remove(key);
        return std::nullopt;
    }
    return std::move(*state);
}

void CheckpointStore::remove(const std::string& key) const {
    std::error_code ignored;
    std::filesystem::remove(path_of(key), ignored);
}

std::vector<StoredCheckpoint> CheckpointStore::list() const {
    std::vector<StoredCheckpoint> found;
    std::error_code failure;
    for (std::filesystem::directory_iterator at(folder_, failure), end; !failure && at != end; at.increment(failure)) {
        if (at->path().extension() != kExtension) {
            continue;
        }
        StoredCheckpoint checkpoint;
        checkpoint.key = at->path().stem().string();
        std::error_code unknown;
        const uintmax_t bytes = at->file_size(unknown);
        checkpoint.bytes = unknown ? 0 : static_cast<int64_t>(bytes);
        const auto file = SafetensorsFile::open(at->path());
        if (file && file->metadata().contains("shot") && file->metadata().contains("variation")) {
            checkpoint.shot = {file->metadata().at("shot")};
            checkpoint.variation = whole_number(file->metadata().at("variation"));
        }
        found.push_back(std::move(checkpoint));
    }
    std::ranges::sort(found, {}, &StoredCheckpoint::key);
    return found;
}

void CheckpointStore::remove_leftovers(const std::set<std::string>& finished) const {
    remove_abandoned_files(folder_);
    for (const std::string& key : finished) {
        remove(key);
    }
}

} // namespace longtake
