// SPDX-License-Identifier: Apache-2.0
// Frames -> compressed packets, without a container. Which of a codec's encoders works is found out by opening it.
#pragma once

#include "core/media/av_handles.h"
#include "core/media/encoder_options.h"
#include "core/media/frame.h"
#include "core/media/picture_converter.h"

#include <cstdint>
#include <functional>

namespace longtake {

/// Takes a packet over; times are in frames.
using PacketSink = std::function<Result<void>(AVPacket& packet)>;

class PictureEncoder {
public:
    /// `needs_global_header` is what the container's muxer says. Refuses odd sides where the codec halves colour,
    /// settings out of range and codecs no encoder of this machine makes.
    static Result<PictureEncoder> create(
        const VideoCodec& codec, Size size, FrameRate rate, const EncoderSettings& settings, bool needs_global_header);

    /// Encodes `frame` as number `index` (ascending) and gives finished packets to `sink`.
    Result<void> encode(const Frame& frame, int64_t index, const PacketSink& sink);
    /// Gives the rest to `sink`. Call once, last.
    Result<void> flush(const PacketSink& sink);

    /// What a container or a decoder has to know about the packets.
    Result<AvParametersHandle> parameters() const;

private:
    PictureEncoder() = default;
    Result<void> drain(const PacketSink& sink);

    Size size_;
    PictureWriter writer_;
    AvCodecHandle encoder_;
    AvPacketHandle packet_;
};

} // namespace longtake
