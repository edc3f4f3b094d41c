// SPDX-License-Identifier: Apache-2.0
// Where training clips come from: an endless world, or a person's own folder. Clip i is always the same clip.
#pragma once

#include "core/base/result.h"
#include "core/train/cutout_world/renderer.h"
#include "core/train/random.h"

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace longtake {

class ClipSource {
public:
    virtual ~ClipSource() = default;

    /// Frames uint8 [F, 3, H, W] and how much subjects cover each 8 x 8 cell (fp32 [F, H/8, W/8], 0..1).
    virtual RenderedClip clip(int64_t index) = 0;
    /// What the frames before (`part` 0) or after (`part` 1) change_frame() show, in words drawn with `random`.
    virtual std::string caption(int64_t index, int part, Random& random) const = 0;
    /// The frame at which a clip changes; the clip's length when it never does.
    virtual int64_t change_frame() const = 0;
    virtual int64_t frame_count() const = 0;
    /// How many different clips there are; 0 is without end.
    virtual int64_t clip_count() const = 0;
};

/// The cutout world: `first_frames` of one scene, then `second_frames` of what it changes into.
class WorldSource : public ClipSource {
public:
    WorldSource(const Vocabulary& vocabulary,
                WorldRenderer& renderer,
                WorldTier tier,
                uint64_t seed,
                int64_t first_frames,
                int64_t second_frames);

    RenderedClip clip(int64_t index) override;
    std::string caption(int64_t index, int part, Random& random) const override;
    int64_t change_frame() const override { return first_frames_; }
    int64_t frame_count() const override { return first_frames_ + second_frames_; }
    int64_t clip_count() const override { return 0; }

private:
    ClipScript script(int64_t index) const;

    const Vocabulary& vocabulary_;
    WorldRenderer& renderer_;
    WorldTier tier_;
    uint64_t seed_;
    int64_t first_frames_, second_frames_;
};

/// A person's clips: every NAME.safetensors (`frames` uint8 [F, 3, H, W], F at least `frames`) with its caption in
/// NAME.txt.
class FolderSource : public ClipSource {
public:
    static Result<std::unique_ptr<FolderSource>> open(const std::filesystem::path& folder, int64_t frames, Size size);

    RenderedClip clip(int64_t index) override;
    std::string caption(int64_t index, int part, Random& random) const override;
    int64_t change_frame() const override { return frames_; }
    int64_t frame_count() const override { return frames_; }
    int64_t clip_count() const override { return static_cast<int64_t>(clips_.size()); }

private:
    FolderSource() = default;

    struct Entry {
        std::filesystem::path path;
        std::string caption;
    };
    std::vector<Entry> clips_;
    int64_t frames_ = 0;
};

} // namespace longtake
