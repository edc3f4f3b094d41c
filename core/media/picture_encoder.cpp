// SPDX-License-Identifier: Apache-2.0
#include "core/media/picture_encoder.h"

#include "core/base/free_memory.h"

#include <cmath>
#include <utility>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace longtake {

namespace {

constexpr int64_t kLargestSide = 16384;

Result<void> check_picture(Size size, FrameRate rate, const VideoCodec& codec) {
    if (size.width < 1 || size.height < 1 || size.width > kLargestSide || size.height > kLargestSide) {
        return bad_input("a video of " + to_string(size) + " cannot be written", "Both sides must be in 1..16384.");
    }
    if (codec.has_even_sides && (size.width % 2 != 0 || size.height % 2 != 0)) {
        return bad_input(codec.name + " needs even sides, not " + to_string(size),
                         "Choose an even size, or the lossless ffv1 in an .mkv file.");
    }
    if (rate.numerator < 1 || rate.denominator < 1 || rate.per_second() > 1000.0) {
        return bad_input("a video of " + to_string(rate) + " frames per second cannot be written",
                         "Choose a rate above 0 and at most 1000.");
    }
    return {};
}

void set_up(AVCodecContext& encoder, Size size, FrameRate rate, const AVFrame& picture, bool needs_global_header) {
    encoder.width = static_cast<int>(size.width);
    encoder.height = static_cast<int>(size.height);
    encoder.time_base = {static_cast<int>(rate.denominator), static_cast<int>(rate.numerator)};
    encoder.framerate = {static_cast<int>(rate.numerator), static_cast<int>(rate.denominator)};
    encoder.sample_aspect_ratio = {1, 1};
    encoder.pix_fmt = static_cast<AVPixelFormat>(picture.format);
    encoder.colorspace = picture.colorspace;
    encoder.color_primaries = picture.color_primaries;
    encoder.color_trc = picture.color_trc;
    encoder.color_range = picture.color_range;
    // Two seconds between keyframes: quick to seek, and little larger than the encoders' own choice.
    encoder.gop_size = static_cast<int>(std::lround(rate.per_second() * 2.0)) + 1;
    encoder.flags |= AV_CODEC_FLAG_CLOSED_GOP;
    if (needs_global_header) {
        encoder.flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    }
}

Result<AvCodecHandle> open_encoder(const VideoCodec& codec,
                                   const EncoderSettings& settings,
                                   Size size,
                                   FrameRate rate,
                                   const AVFrame& picture,
                                   bool needs_global_header) {
    std::string tried;
    for (const std::string& name : codec.encoders) {
        tried += tried.empty() ? name : ", " + name;
        const AVCodec* encoder = avcodec_find_encoder_by_name(name.c_str());
        AvCodecHandle opened(encoder == nullptr ? nullptr : avcodec_alloc_context3(encoder));
        if (opened == nullptr) {
            continue;
        }
        set_up(*opened, size, rate, picture, needs_global_header);
        opened->thread_count = encoder_threads(settings, rate);
        AvOptions options;
        for (const auto& [option, value] : encoder_options(settings, codec, name, rate)) {
            options.set(option, value);
        }
        if (avcodec_open2(opened.get(), encoder, options.get()) == 0) {
            return opened;
        }
    }
    // Encoders hold some tens of pictures and say nothing about why they cannot begin.
    constexpr size_t kEncoderBytes = size_t{64} << 20;
    constexpr int64_t kBytesPerPixel = 200;
    if (!has_free_memory(kEncoderBytes + static_cast<size_t>(size.width * size.height * kBytesPerPixel))) {
        return Error{ErrorCode::OutOfMemory, "opening the encoder for " + codec.name + ": out of memory",
                     "Choose a smaller size."};
    }
    return bad_input("no encoder for " + codec.name + " could be opened for " + to_string(size) + " (tried " + tried +
                         ")",
                     "This build of FFmpeg lacks it; choose another codec or file type.");
}

Error encoding_failure(int code) {
    Error failure = av_failure(code, "encoding", {});
    failure.code = ErrorCode::Internal;
    return failure;
}

} // namespace

Result<PictureEncoder> PictureEncoder::create(
    const VideoCodec& codec, Size size, FrameRate rate, const EncoderSettings& settings, bool needs_global_header) {
    av_log_set_level(AV_LOG_QUIET);
    for (const auto& checked : {check_settings(settings, codec), check_picture(size, rate, codec)}) {
        if (!checked) {
            return checked.error();
        }
    }
    auto writer = PictureWriter::create(size, av_get_pix_fmt(codec.pixel_format.c_str()));
    if (!writer) {
        return writer.error();
    }
    auto encoder = open_encoder(codec, settings, size, rate, writer->picture(), needs_global_header);
    if (!encoder) {
        return encoder.error();
    }
    PictureEncoder made;
    made.size_ = size;
    made.writer_ = std::move(*writer);
    made.encoder_ = std::move(*encoder);
    made.packet_.reset(av_packet_alloc());
    if (made.packet_ == nullptr) {
        return encoding_failure(AVERROR(ENOMEM));
    }
    return made;
}

Result<void> PictureEncoder::encode(const Frame& frame, int64_t index, const PacketSink& sink) {
    if (frame.size() != size_) {
        return bad_input("a frame of " + to_string(frame.size()) + " does not fit into a video of " + to_string(size_),
                         "All frames of one video have one size.");
    }
    auto picture = writer_.convert(frame);
    if (!picture) {
        return picture.error();
    }
    (*picture)->pts = index;
    if (const int code = avcodec_send_frame(encoder_.get(), *picture); code < 0) {
        return encoding_failure(code);
    }
    return drain(sink);
}

Result<void> PictureEncoder::flush(const PacketSink& sink) {
    if (const int code = avcodec_send_frame(encoder_.get(), nullptr); code < 0) {
        return encoding_failure(code);
    }
    return drain(sink);
}

Result<AvParametersHandle> PictureEncoder::parameters() const {
    AvParametersHandle copied(avcodec_parameters_alloc());
    if (copied == nullptr) {
        return encoding_failure(AVERROR(ENOMEM));
    }
    if (const int code = avcodec_parameters_from_context(copied.get(), encoder_.get()); code < 0) {
        return encoding_failure(code);
    }
    return copied;
}

Result<void> PictureEncoder::drain(const PacketSink& sink) {
    while (true) {
        const int received = avcodec_receive_packet(encoder_.get(), packet_.get());
        if (received == AVERROR(EAGAIN) || received == AVERROR_EOF) {
            return {};
        }
        if (received < 0) {
            return encoding_failure(received);
        }
        packet_->duration = 1;
        if (auto taken = sink(*packet_); !taken) {
            return taken;
        }
    }
}

} // namespace longtake
