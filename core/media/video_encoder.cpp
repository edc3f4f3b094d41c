// SPDX-License-Identifier: Apache-2.0
#include "core/media/video_encoder.h"

#include "core/base/atomic_file.h"
#include "core/media/av_handles.h"
#include "core/media/picture_converter.h"
#include "core/media/stream_copy.h"

#include <cmath>
#include <optional>
#include <utility>

extern "C" {
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

namespace longtake {

namespace {

constexpr int kFragmentMicroseconds = 100'000;

void set_up_codec(AVCodecContext& codec, const AVOutputFormat& format, Size size, FrameRate rate, const AVFrame& picture) {
    codec.width = static_cast<int>(size.width);
    codec.height = static_cast<int>(size.height);
    codec.time_base = {static_cast<int>(rate.denominator), static_cast<int>(rate.numerator)};
    codec.framerate = {static_cast<int>(rate.numerator), static_cast<int>(rate.denominator)};
    codec.sample_aspect_ratio = {1, 1};
    codec.pix_fmt = static_cast<AVPixelFormat>(picture.format);
    codec.colorspace = picture.colorspace;
    codec.color_primaries = picture.color_primaries;
    codec.color_trc = picture.color_trc;
    codec.color_range = picture.color_range;
    // Two seconds between keyframes: quick to seek, and little larger than the encoders' own choice.
    codec.gop_size = static_cast<int>(std::lround(rate.per_second() * 2.0)) + 1;
    codec.flags |= AV_CODEC_FLAG_CLOSED_GOP;
    if ((format.flags & AVFMT_GLOBALHEADER) != 0) {
        codec.flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    }
}

/// Tries the codec's encoders in order: only opening tells whether one works on this machine.
Result<AvCodecHandle> open_codec(const VideoCodec& codec,
                                 const EncoderSettings& settings,
                                 const AVOutputFormat& format,
                                 Size size,
                                 FrameRate rate,
                                 const AVFrame& picture) {
    std::string tried;
    for (const std::string& name : codec.encoders) {
        tried += (tried.empty() ? "" : ", ") + name;
        const AVCodec* encoder = avcodec_find_encoder_by_name(name.c_str());
        AvCodecHandle opened(encoder == nullptr ? nullptr : avcodec_alloc_context3(encoder));
        if (opened == nullptr) {
            continue;
        }
        set_up_codec(*opened, format, size, rate, picture);
        opened->thread_count = encoder_threads(settings, rate);
        AvOptions options;
        for (const auto& [option, value] : encoder_options(settings, codec, name, rate)) {
            options.set(option, value);
        }
        if (avcodec_open2(opened.get(), encoder, options.get()) == 0) {
            return opened;
        }
    }
    return bad_input("no encoder for " + codec.name + " could be opened at " + to_string(size) + " (tried " + tried + ")",
                     "This build of FFmpeg lacks it; choose another codec or file type.");
}

Result<void> check_picture(Size size, FrameRate rate, const VideoCodec& codec) {
    constexpr int64_t kLargestSide = 16384;
    if (size.width < 1 || size.height < 1 || size.width > kLargestSide || size.height > kLargestSide) {
        return bad_input("a video of " + to_string(size) + " cannot be written", "Both sides must be in 1..16384.");
    }
    if (codec.has_even_sides && (size.width % 2 != 0 || size.height % 2 != 0)) {
        return bad_input(codec.name + " needs even sides, not " + to_string(size), "Choose an even size, or the lossless ffv1 in an .mkv file.");
    }
    if (rate.numerator < 1 || rate.denominator < 1 || rate.per_second() > 1000.0) {
        return bad_input("a video of " + to_string(rate) + " frames per second cannot be written", "Choose a rate above 0 and at most 1000.");
    }
    return {};
}

} // namespace

struct VideoEncoder::State {
    std::filesystem::path target;
    std::filesystem::path part;
    VideoContainer container;
    Size size;
    std::optional<PictureWriter> writer;
    AvOutputHandle output;
    AvCodecHandle codec;
    AvPacketHandle packet;
    int64_t frame_count = 0;

    ~State() {
        output.reset();
        if (!part.empty()) {
            std::error_code ignored;
            std::filesystem::remove(part, ignored);
        }
    }

    Result<void> start(FrameRate rate, const EncoderSettings& settings);
    /// Gives the encoder a picture (null: the end) and writes what comes out.
    Result<void> encode(const AVFrame* picture);
    Result<void> write_packets();
    Result<void> close_part();
};

Result<void> VideoEncoder::State::start(FrameRate rate, const EncoderSettings& settings) {
    AVStream* stream = avformat_new_stream(output.get(), nullptr);
    packet.reset(av_packet_alloc());
    if (stream == nullptr || packet == nullptr) {
        return av_failure(AVERROR(ENOMEM), "creating", part);
    }
    if (const int code = avcodec_parameters_from_context(stream->codecpar, codec.get()); code < 0) {
        return av_failure(code, "creating", part);
    }
    stream->time_base = codec->time_base;
    stream->avg_frame_rate = {static_cast<int>(rate.numerator), static_cast<int>(rate.denominator)};
    stream->sample_aspect_ratio = codec->sample_aspect_ratio;
    for (const auto& [name, value] : settings.metadata) {
        av_dict_set(&output->metadata, name.c_str(), value.c_str(), 0);
    }
    AvOptions options;
    if (container.is_fragmented) {
        options.set("movflags", "empty_moov+default_base_moof+negative_cts_offsets");
        options.set("frag_duration", std::to_string(kFragmentMicroseconds));
    }
    output->flags |= AVFMT_FLAG_FLUSH_PACKETS;
    if (const int code = avformat_write_header(output.get(), options.get()); code < 0) {
        return av_failure(code, "writing", part);
    }
    return {};
}

Result<void> VideoEncoder::State::encode(const AVFrame* picture) {
    if (const int code = avcodec_send_frame(codec.get(), picture); code < 0) {
        return av_failure(code, "encoding", target);
    }
    return write_packets();
}

Result<void> VideoEncoder::State::write_packets() {
    AVStream& stream = *output->streams[0];
    while (true) {
        const int received = avcodec_receive_packet(codec.get(), packet.get());
        if (received == AVERROR(EAGAIN) || received == AVERROR_EOF) {
            return {};
        }
        if (received < 0) {
            return av_failure(received, "encoding", target);
        }
        packet->stream_index = 0;
        packet->duration = 1;
        av_packet_rescale_ts(packet.get(), codec->time_base, stream.time_base);
        const int written = av_interleaved_write_frame(output.get(), packet.get());
        if (written < 0 || output->pb->error < 0) {
            return av_failure(written < 0 ? written : output->pb->error, "writing", target);
        }
    }
}

Result<void> VideoEncoder::State::close_part() {
    if (const int code = av_write_trailer(output.get()); code < 0) {
        return av_failure(code, "writing", target);
    }
    auto closed = close_output(*output, target);
    output.reset();
    return closed;
}

Result<VideoEncoder>
VideoEncoder::create(const std::filesystem::path& target, Size size, FrameRate rate, const EncoderSettings& settings) {
    auto state = std::make_unique<State>();
    const auto container = container_for(target);
    if (!container) {
        return container.error();
    }
    const auto codec = codec_for(*container, settings.codec);
    if (!codec) {
        return codec.error();
    }
    for (const auto& checked : {check_settings(settings, *codec), check_picture(size, rate, *codec)}) {
        if (!checked) {
            return checked.error();
        }
    }
    state->target = target;
    state->container = *container;
    state->size = size;
    auto writer = PictureWriter::create(size, av_get_pix_fmt(codec->pixel_format.c_str()));
    if (!writer) {
        return writer.error();
    }
    state->writer = std::move(*writer);
    const std::filesystem::path part = temporary_sibling(target);
    auto output = open_output(part, container->muxer);
    if (!output) {
        return output.error();
    }
    state->part = part;
    state->output = std::move(*output);
    auto opened = open_codec(*codec, settings, *state->output->oformat, size, rate, state->writer->picture());
    if (!opened) {
        return opened.error();
    }
    state->codec = std::move(*opened);
    if (auto started = state->start(rate, settings); !started) {
        return started.error();
    }
    return VideoEncoder(std::move(state));
}

VideoEncoder::VideoEncoder(std::unique_ptr<State> state) : state_(std::move(state)) {}
VideoEncoder::VideoEncoder(VideoEncoder&& other) noexcept = default;
VideoEncoder& VideoEncoder::operator=(VideoEncoder&& other) noexcept = default;
VideoEncoder::~VideoEncoder() = default;

Result<void> VideoEncoder::write(const Frame& frame) {
    if (frame.size() != state_->size) {
        return bad_input("a frame of " + to_string(frame.size()) + " does not fit into a video of " + to_string(state_->size),
                         "All frames of one video have one size.");
    }
    auto picture = state_->writer->convert(frame);
    if (!picture) {
        return picture.error();
    }
    (*picture)->pts = state_->frame_count;
    auto encoded = state_->encode(*picture);
    if (encoded) {
        ++state_->frame_count;
    }
    return encoded;
}

Result<void> VideoEncoder::finish() {
    State& state = *state_;
    if (state.frame_count == 0) {
        return bad_input("a video without frames cannot be written to " + state.target.string());
    }
    if (auto flushed = state.encode(nullptr); !flushed) {
        return flushed;
    }
    if (auto closed = state.close_part(); !closed) {
        return closed;
    }
    if (state.container.is_fragmented) {
        if (const auto recovered = recover_recording(state.part, state.target); !recovered) {
            return recovered.error();
        }
        return {};
    }
    auto committed = commit_temporary(state.part, state.target);
    if (committed) {
        state.part.clear();
    }
    return committed;
}

int64_t VideoEncoder::frame_count() const { return state_->frame_count; }
const std::filesystem::path& VideoEncoder::part_path() const { return state_->part; }

} // namespace longtake
