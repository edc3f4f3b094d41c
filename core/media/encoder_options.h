// SPDX-License-Identifier: Apache-2.0
// What a caller may choose about an encoding, and its translation into each encoder's own words.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/media/video_formats.h"

#include <map>
#include <string>

namespace longtake {

struct EncoderSettings {
    std::string codec;             ///< empty: the container's default
    int crf = -1;                  ///< negative: the codec's default
    std::string preset = "medium"; ///< one of encoder_presets()
    int threads = 0;               ///< 0: as many as are useful on this machine
    /// Container tags ("title", "comment", ...). The standard `comment` tag survives remuxing, so recipes go there.
    std::map<std::string, std::string> metadata;
    std::string xmp; ///< an XMP packet for containers that have a place for one; may be empty
};

/// How the segments of takes are encoded: hardly to be told from the frames themselves, so that a film copied from them
/// is as good as one encoded from the frames. An export with these settings copies segments.
EncoderSettings segment_settings();

/// Refuses a preset that does not exist and a crf out of the codec's range.
Result<void> check_settings(const EncoderSettings& settings, const VideoCodec& codec);

/// Option name -> value for libav's encoder `encoder` (a name from codec.encoders). Groups are closed, so that a file
/// can be joined to others without encoding again, and look-ahead is at most half a second, so that little is lost when
/// the program is killed.
std::map<std::string, std::string>
encoder_options(const EncoderSettings& settings, const VideoCodec& codec, const std::string& encoder, FrameRate rate);

/// Threads an encoder gets: a frame-threaded encoder holds back one frame per thread, so at most an eighth of a second.
int encoder_threads(const EncoderSettings& settings, FrameRate rate);

} // namespace longtake
