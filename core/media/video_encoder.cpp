// SPDX-License-Identifier: Apache-2.0
#include "core/media/video_encoder.h"

#include "core/media/picture_encoder.h"
#include "core/media/recording.h"

#include <utility>

namespace longtake {

struct VideoEncoder::State {
    std::filesystem::path target;
    PictureEncoder encoder;
    Recording recording;
    int64_t frame_count = 0;

    PacketSink sink() {
        return [this](AVPacket& packet) { return recording.write(packet); };
    }
};

Result<VideoEncoder>
VideoEncoder::create(const std::filesystem::path& target, Size size, FrameRate rate, const EncoderSettings& settings) {
    const auto container = container_for(target);
    if (!container) {
        return container.error();
    }
    const auto codec = codec_for(*container, settings.codec);
    if (!codec) {
        return codec.error();
    }
    auto encoder = PictureEncoder::create(*codec, size, rate, settings, needs_global_header(*container));
    if (!encoder) {
        return encoder.error();
    }
    const auto parameters = encoder->parameters();
    if (!parameters) {
        return parameters.error();
    }
    auto recording = Recording::create(target, *container, **parameters, rate, settings);
    if (!recording) {
        return recording.error();
    }
    return VideoEncoder(std::make_unique<State>(State{target, std::move(*encoder), std::move(*recording), 0}));
}

VideoEncoder::VideoEncoder(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
VideoEncoder::VideoEncoder(VideoEncoder&& other) noexcept = default;
VideoEncoder& VideoEncoder::operator=(VideoEncoder&& other) noexcept = default;
VideoEncoder::~VideoEncoder() = default;

Result<void> VideoEncoder::write(const Frame& frame) {
    auto encoded = state_->encoder.encode(frame, state_->frame_count, state_->sink());
    if (encoded) {
        ++state_->frame_count;
    }
    return encoded;
}

Result<void> VideoEncoder::finish() {
    if (state_->frame_count == 0) {
        return bad_input("a video without frames cannot be written to " + state_->target.string());
    }
    if (auto flushed = state_->encoder.flush(state_->sink()); !flushed) {
        return flushed;
    }
    return state_->recording.finish();
}

int64_t VideoEncoder::frame_count() const {
    return state_->frame_count;
}

const std::filesystem::path& VideoEncoder::part_path() const {
    return state_->recording.part_path();
}

} // namespace longtake
