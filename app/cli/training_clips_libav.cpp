// SPDX-License-Identifier: Apache-2.0
#include "app/cli/training_clips.h"

#include "core/base/atomic_file.h"
#include "core/media/image_ops.h"
#include "core/media/video_reader.h"
#include "core/weights/safetensors.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace longtake {

namespace fs = std::filesystem;

namespace {

constexpr int64_t kMostFrames = 2000; // of one clip; a caption says one thing

bool is_video(const fs::path& path) {
    static const std::set<std::string> kExtensions{".mp4", ".mov", ".mkv", ".webm", ".avi", ".m4v"};
    return kExtensions.contains(path.extension().string());
}

/// What the kept frames were made from: another file, size or rate makes them again.
std::string origin_of(const fs::path& video, const ClipPreparation& wish) {
    std::error_code failure;
    return video.filename().string() + " " + std::to_string(fs::file_size(video, failure)) + " " +
           std::to_string(fs::last_write_time(video, failure).time_since_epoch().count()) + " " + to_string(wish.size) +
           " " + to_string(wish.frame_rate);
}

bool is_kept(const fs::path& path, const std::string& origin) {
    if (!fs::exists(path)) {
        return false;
    }
    const auto file = SafetensorsFile::open(path);
    return file && file->metadata().contains("origin") && file->metadata().at("origin") == origin;
}

torch::Tensor to_tensor(const Frame& frame) { // uint8 [3, H, W]
    const torch::Tensor pixels = torch::empty({frame.size().height, frame.size().width, 3}, torch::kUInt8);
    std::copy(frame.pixels().begin(), frame.pixels().end(), pixels.data_ptr<uint8_t>());
    return pixels.permute({2, 0, 1}).contiguous();
}

Result<torch::Tensor> read_frames(const fs::path& video, const ClipPreparation& wish) { // uint8 [F, 3, H, W]
    auto reader = VideoReader::open(video);
    if (!reader) {
        return reader.error();
    }
    const double step =
        reader->info().frame_rate.per_second() / wish.frame_rate.per_second(); // source frames per frame
    std::vector<torch::Tensor> frames;
    for (int64_t number = 0;; ++number) {
        auto frame = reader->next();
        if (!frame) {
            return frame.error();
        }
        if (!*frame) {
            break;
        }
        // The clip's frame k shows the source's frame round(k * step).
        torch::Tensor pixels;
        while (std::llround(static_cast<double>(frames.size()) * step) <= number) {
            if (!pixels.defined()) {
                pixels = to_tensor(resize(**frame, wish.size, Fit::Cover));
            }
            frames.push_back(pixels);
            if (static_cast<int64_t>(frames.size()) > kMostFrames) {
                return bad_input(video.string() + " is longer than " + std::to_string(kMostFrames) + " frames",
                                 "Cut it into clips of a few seconds that each show what their caption says.");
            }
        }
    }
    if (frames.empty()) {
        return bad_input(video.string() + " has no pictures");
    }
    return torch::stack(frames);
}

Result<void> prepare(const fs::path& video, const ClipPreparation& wish) {
    fs::path caption = video, kept = wish.out / video.filename();
    caption.replace_extension(".txt");
    kept.replace_extension(".safetensors");
    const auto words = read_file(caption, 1 << 16);
    if (!words) {
        return bad_input(video.string() + " has no caption", "Write what it shows into " + caption.string() + ".");
    }
    const std::string origin = origin_of(video, wish);
    if (!is_kept(kept, origin)) {
        const auto frames = read_frames(video, wish);
        if (!frames) {
            return frames.error();
        }
        wish.log(video.filename().string() + ": " + std::to_string(frames->size(0)) + " frames");
        if (auto saved = save_tensors(kept, {{"frames", *frames}}, {{"origin", origin}}); !saved) {
            return saved;
        }
    }
    return write_file_atomically(kept.replace_extension(".txt"), *words);
}

/// Frames of videos that are no longer there are no longer learnt from.
void remove_others(const fs::path& out, const std::vector<fs::path>& videos) {
    std::set<fs::path> wanted;
    for (const fs::path& video : videos) {
        wanted.insert(video.stem());
    }
    std::vector<fs::path> others;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(out, failure)) {
        if (!wanted.contains(entry.path().stem())) {
            others.push_back(entry.path());
        }
    }
    for (const fs::path& path : others) {
        fs::remove(path, failure);
    }
}

} // namespace

Result<fs::path> prepare_training_clips(const ClipPreparation& wish) {
    std::vector<fs::path> videos;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(wish.folder, failure)) {
        if (is_video(entry.path())) {
            videos.push_back(entry.path());
        }
    }
    if (failure) {
        return bad_input(wish.folder.string() + " cannot be read: " + failure.message());
    }
    if (videos.empty()) {
        return wish.folder;
    }
    fs::create_directories(wish.out, failure);
    if (failure) {
        return bad_input(wish.out.string() + " cannot be created: " + failure.message());
    }
    std::sort(videos.begin(), videos.end());
    for (const fs::path& video : videos) {
        if (auto prepared = prepare(video, wish); !prepared) {
            return prepared.error();
        }
    }
    remove_others(wish.out, videos);
    return wish.out;
}

} // namespace longtake
