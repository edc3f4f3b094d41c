// SPDX-License-Identifier: Apache-2.0
// The takes of a film as one file, or as numbered pictures. Segments made with the wanted settings are copied; only
// what a dissolve, a range or another setting changes is encoded again (trust.md §1.7).
#pragma once

#include "core/base/result.h"
#include "core/media/encoder_options.h"
#include "core/project/timeline.h"
#include "core/safety/provenance.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace longtake {

/// Frames of the film, both included.
struct FrameRange {
    int64_t first = 0;
    int64_t last = 0;
    bool operator==(const FrameRange&) const = default;
};

struct ExportRequest {
    std::filesystem::path target; ///< .mp4 .mov .mkv .webm .gif: a film; .png: pictures `name-00012.png`, by film frame
    Timeline timeline;
    std::vector<std::filesystem::path> segments; ///< one for each shot; an empty path is a shot without a take
    Size size;
    FrameRate rate;
    std::optional<FrameRange> range; ///< empty: the whole film
    EncoderSettings settings = segment_settings();
    /// What the file says about how it was made. Even without shots it says that a model made it, unless `source_type`
    /// is emptied. Start frames are the film's; the file gets those of its range.
    Provenance provenance;
};

/// The settings when nobody asks for any: those of takes where the container holds them, so that segments are copied,
/// else its default codec. Refuses extensions that cannot be written; pictures need none.
Result<EncoderSettings> default_settings(const std::filesystem::path& target);

struct ExportReport {
    int64_t frames = 0;
    int64_t copied_frames = 0; ///< without decoding
    std::vector<std::filesystem::path> files;
};

/// Frames done and frames in all; called often, on the exporting thread.
using ExportProgress = std::function<void(int64_t done, int64_t total)>;

/// Refuses shots without a take (naming them), a range outside the film, formats this build cannot write, and a disk
/// that cannot hold what will be copied. Cancelled or failed, it leaves no file under the target's name.
Result<ExportReport> export_film(const ExportRequest& request, const ExportProgress& progress, std::stop_token stop);

/// The picture file of film frame `frame`: `target` itself when it is the only one.
std::filesystem::path picture_path(const std::filesystem::path& target, int64_t frame, bool is_only_one);

} // namespace longtake
