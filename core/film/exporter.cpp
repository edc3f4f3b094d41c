// SPDX-License-Identifier: Apache-2.0
#include "core/film/exporter.h"

#include "core/film/film_reader.h"
#include "core/media/image_ops.h"
#include "core/media/segment_joiner.h"
#include "core/media/video_formats.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

namespace longtake {

namespace {

namespace fs = std::filesystem;

Error cancelled() {
    return {ErrorCode::Cancelled, "the export was cancelled", "Nothing was written under the film's name."};
}

/// Frames of shot `index` that are seen alone, in the shot's own count: [first, last).
std::pair<int64_t, int64_t> solo_frames(const Timeline& timeline, size_t index) {
    const TimelineShot& shot = timeline.shots[index];
    const int64_t end =
        index + 1 < timeline.shots.size() ? timeline.shots[index + 1].start_frame : timeline.total_frames;
    return {shot.overlap_frames, end - shot.start_frame};
}

/// A run of film frames, [first, last), and the shot whose segment holds them alone; or no shot, to be drawn.
struct Stretch {
    int64_t first = 0;
    int64_t last = 0;
    std::optional<size_t> shot;
    int64_t shot_start = 0; ///< film frame of the shot's frame 0
};

/// The range as copied and drawn stretches, in order. Copied ones begin and end where a decoder can.
std::vector<Stretch> plan_stretches(const ExportRequest& request, FrameRange range, const SegmentJoiner& joiner) {
    std::vector<Stretch> stretches;
    int64_t done = range.first;
    for (size_t index = 0; index < request.timeline.shots.size(); ++index) {
        const int64_t start = request.timeline.shots[index].start_frame;
        const auto [solo_first, solo_last] = solo_frames(request.timeline, index);
        const int64_t first = std::max(solo_first, range.first - start);
        const int64_t last = std::min(solo_last, range.last + 1 - start);
        if (first >= last) {
            continue;
        }
        const auto info = joiner.inspect(request.segments[index]);
        if (!info || info->frames < last) {
            continue;
        }
        const auto begin = std::ranges::lower_bound(info->keyframes, first);
        const auto behind = std::ranges::upper_bound(info->keyframes, last);
        const int64_t end = last == info->frames ? last : (behind == info->keyframes.begin() ? 0 : *std::prev(behind));
        if (begin == info->keyframes.end() || *begin >= end) {
            continue;
        }
        if (start + *begin > done) {
            stretches.push_back({done, start + *begin, std::nullopt, 0});
        }
        stretches.push_back({start + *begin, start + end, index, start});
        done = start + end;
    }
    if (done <= range.last) {
        stretches.push_back({done, range.last + 1, std::nullopt, 0});
    }
    return stretches;
}

/// In the unit a person would use.
std::string disk_text(uintmax_t bytes) {
    constexpr uintmax_t kMebibyte = uintmax_t{1} << 20;
    return bytes < 10 * kMebibyte ? std::to_string(bytes >> 10) + " KiB" : std::to_string(bytes >> 20) + " MiB";
}

/// What copying needs on disk: the recording and its final form stand side by side for a moment.
Result<void> check_space(const ExportRequest& request, const std::vector<Stretch>& stretches) {
    uintmax_t needed = 0;
    std::error_code failure;
    for (const Stretch& stretch : stretches) {
        const uintmax_t bytes = stretch.shot ? fs::file_size(request.segments[*stretch.shot], failure) : 0;
        needed += failure ? 0 : 2 * bytes;
    }
    const fs::path folder = request.target.has_parent_path() ? request.target.parent_path() : fs::path(".");
    const fs::space_info space = fs::space(folder, failure);
    if (!failure && space.available < needed) {
        return bad_input("the export needs at least " + disk_text(needed) + " and " + folder.string() + " has " +
                             disk_text(space.available),
                         "The disk is too full; free some space or choose another folder.");
    }
    return {};
}

Result<ExportReport> export_video(const ExportRequest& request,
                                  FrameRange range,
                                  const ExportProgress& progress,
                                  const std::stop_token& stop) {
    auto joiner = SegmentJoiner::create(request.target, request.size, request.rate, request.settings);
    if (!joiner) {
        return joiner.error();
    }
    const std::vector<Stretch> stretches = plan_stretches(request, range, *joiner);
    if (auto fits = check_space(request, stretches); !fits) {
        return fits.error();
    }
    FilmReader reader(request.timeline, request.segments, request.size);
    ExportReport report;
    const int64_t total = range.last - range.first + 1;
    for (const Stretch& stretch : stretches) {
        if (stop.stop_requested()) {
            return cancelled();
        }
        if (stretch.shot) {
            const int64_t shot_first = stretch.first - stretch.shot_start;
            const int64_t shot_last = stretch.last - stretch.shot_start;
            if (auto copied = joiner->copy(request.segments[*stretch.shot], shot_first, shot_last); !copied) {
                return copied.error();
            }
            report.copied_frames += stretch.last - stretch.first;
            progress(joiner->frame_count(), total);
            continue;
        }
        for (int64_t frame = stretch.first; frame < stretch.last; ++frame) {
            if (stop.stop_requested()) {
                return cancelled();
            }
            const auto picture = reader.read(frame);
            auto written = picture ? joiner->write(*picture) : Result<void>(picture.error());
            if (!written) {
                return written.error();
            }
            progress(joiner->frame_count(), total);
        }
    }
    report.frames = joiner->frame_count();
    report.files = {request.target};
    if (auto finished = joiner->finish(); !finished) {
        return finished.error();
    }
    return report;
}

Result<ExportReport> export_pictures(const ExportRequest& request,
                                     FrameRange range,
                                     const ExportProgress& progress,
                                     const std::stop_token& stop) {
    const auto comment = request.settings.metadata.find("comment");
    const FileMarks marks{comment == request.settings.metadata.end() ? std::string() : comment->second,
                          request.settings.xmp};
    FilmReader reader(request.timeline, request.segments, request.size);
    ExportReport report;
    for (int64_t frame = range.first; frame <= range.last; ++frame) {
        if (stop.stop_requested()) {
            return cancelled();
        }
        const fs::path path = picture_path(request.target, frame, range.first == range.last);
        const auto picture = reader.read(frame);
        auto written = picture ? write_image(path, *picture, marks) : Result<void>(picture.error());
        if (!written) {
            return written.error();
        }
        report.files.push_back(path);
        progress(++report.frames, range.last - range.first + 1);
    }
    return report;
}

/// The recipe of what lies in `range`, counted from its first frame.
Provenance provenance_in(const ExportRequest& request, FrameRange range) {
    Provenance provenance = request.provenance;
    std::erase_if(provenance.shots, [&](const ShotProvenance& shot) {
        return shot.start_frame > range.last || shot.start_frame + shot.frames <= range.first;
    });
    for (ShotProvenance& shot : provenance.shots) {
        const int64_t first = std::max(shot.start_frame, range.first);
        shot.frames = std::min(shot.start_frame + shot.frames, range.last + 1) - first;
        shot.start_frame = first - range.first;
    }
    return provenance;
}

Result<FrameRange> checked_range(const ExportRequest& request) {
    const int64_t total = request.timeline.total_frames;
    const FrameRange range = request.range.value_or(FrameRange{0, total - 1});
    if (range.first < 0 || range.last < range.first || range.last >= total) {
        return bad_input("frames " + std::to_string(range.first) + ".." + std::to_string(range.last) +
                             " are not in the film",
                         "It has frames 0.." + std::to_string(total - 1) + ".");
    }
    return range;
}

/// Shots that are seen in the range and have no take, by their numbers.
Result<void> check_takes(const ExportRequest& request, FrameRange range) {
    std::string missing;
    for (size_t index = 0; index < request.timeline.shots.size(); ++index) {
        const TimelineShot& shot = request.timeline.shots[index];
        const bool is_seen = shot.start_frame <= range.last && shot.start_frame + shot.frames > range.first;
        if (is_seen && request.segments[index].empty()) {
            missing += (missing.empty() ? "" : ", ") + std::to_string(index + 1);
        }
    }
    if (!missing.empty()) {
        return bad_input("these shots have no take yet: " + missing, "Render them first: `longtake render`.");
    }
    return {};
}

} // namespace

Result<EncoderSettings> default_settings(const fs::path& target) {
    if (target.extension() == ".png") {
        return EncoderSettings();
    }
    const auto container = container_for(target);
    if (!container) {
        return container.error();
    }
    return codec_for(*container, segment_settings().codec) ? segment_settings() : EncoderSettings();
}

Result<ExportReport> export_film(const ExportRequest& asked, const ExportProgress& progress, std::stop_token stop) {
    if (asked.timeline.shots.empty()) {
        return bad_input("the film has no shots", "Write some first.");
    }
    const auto range = checked_range(asked);
    if (!range) {
        return range.error();
    }
    if (auto complete = check_takes(asked, *range); !complete) {
        return complete.error();
    }
    ExportRequest request = asked;
    add_provenance(request.settings, provenance_in(asked, *range));
    if (request.target.extension() == ".png") {
        return export_pictures(request, *range, progress, stop);
    }
    return export_video(request, *range, progress, stop);
}

fs::path picture_path(const fs::path& target, int64_t frame, bool is_only_one) {
    if (is_only_one) {
        return target;
    }
    const std::string number = std::to_string(frame);
    constexpr size_t kDigits = 5;
    const std::string padded = std::string(kDigits - std::min(kDigits, number.size()), '0') + number;
    fs::path name = target.stem();
    name += "-" + padded + ".png";
    return target.parent_path() / name;
}

} // namespace longtake
