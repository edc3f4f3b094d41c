// SPDX-License-Identifier: Apache-2.0
// A shot in the middle of being made, on disk: written every few steps so that a killed render goes on to the same
// bytes. A checkpoint belongs to one shot key; any other key, a damaged or an unreadable file means there is no
// checkpoint.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/sampling/shot_renderer.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace longtake {

/// A checkpoint on disk and whose it is.
struct StoredCheckpoint {
    std::string key;
    ShotId shot;           ///< empty when the file cannot be read
    int64_t variation = 0; ///< of the shot's seeds
    int64_t bytes = 0;
};

/// Inside a film's data folder.
inline constexpr const char* kCheckpointFolder = "checkpoints";

class CheckpointStore {
public:
    /// `folder` is made when the first checkpoint is written.
    explicit CheckpointStore(std::filesystem::path folder)
        : folder_(std::move(folder)) {}

    /// Replaces the checkpoint of `key` (64 hex digits), which is `variation` of `shot`, atomically.
    Result<void> save(const std::string& key, const ShotId& shot, int64_t variation, const PartialShot& state) const;
    /// The state saved for `key`, in memory of its own; nothing if there is none or it cannot be trusted (then it is
    /// removed).
    std::optional<PartialShot> load(const std::string& key) const;
    void remove(const std::string& key) const;
    /// All that lie there, sorted by key; only headers are read.
    std::vector<StoredCheckpoint> list() const;
    /// Removes what killed programs left: half-written files of processes that are gone, and the checkpoints of
    /// `finished` keys, whose takes are there.
    void remove_leftovers(const std::set<std::string>& finished) const;

private:
    std::filesystem::path path_of(const std::string& key) const { return folder_ / (key + ".safetensors"); }

    std::filesystem::path folder_;
};

} // namespace longtake
