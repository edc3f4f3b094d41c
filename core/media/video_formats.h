// SPDX-License-Identifier: Apache-2.0
// Which files can be written: a table of codecs and a table of containers. What a codec's encoder calls its quality and
// speed settings is written down here and nowhere else.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace longtake {

struct VideoCodec {
    std::string name;                  ///< what `--codec` takes: "h264"
    std::vector<std::string> encoders; ///< libav encoders that make it, best first; tried by opening
    std::string pixel_format;          ///< libav's name; the file's pixels
    int default_crf = -1;              ///< constant quality; negative: the codec has no such setting
    int largest_crf = -1;              ///< 0..largest_crf, smaller is better and larger
    bool has_even_sides = false;       ///< chroma is halved: both sides must be even
};

struct VideoContainer {
    std::string extension;           ///< ".mp4"
    std::string muxer;               ///< libav's name
    std::vector<std::string> codecs; ///< names; the first is the default
    bool is_fragmented = false;      ///< recorded as fragments, then remuxed with the index in front
};

/// The container keeps the decoder's set-up bytes once, in its header, and not in front of every keyframe.
bool needs_global_header(const VideoContainer& container);

const std::vector<VideoCodec>& video_codecs();
const std::vector<VideoContainer>& video_containers();

/// By the file's extension, whatever its case. The error lists what can be written.
Result<VideoContainer> container_for(const std::filesystem::path& file);
/// `name` empty: the container's default. Refuses a codec that the container does not hold, naming those it does.
Result<VideoCodec> codec_for(const VideoContainer& container, std::string_view name);

/// "ultrafast" .. "veryslow", fastest first; every codec that has a speed setting understands all of them.
const std::vector<std::string>& encoder_presets();

} // namespace longtake
