// SPDX-License-Identifier: Apache-2.0
#include "core/media/recording.h"

#include "core/base/atomic_file.h"
#include "core/media/stream_copy.h"

#include <utility>

namespace longtake {

namespace {

constexpr int kFragmentMicroseconds = 100'000;

Result<void> add_stream(AVFormatContext& output,
                        const AVCodecParameters& codec,
                        FrameRate rate,
                        AVRational frame_time,
                        const std::filesystem::path& path) {
    AVStream* stream = avformat_new_stream(&output, nullptr);
    if (stream == nullptr) {
        return av_failure(AVERROR(ENOMEM), "writing", path);
    }
    if (const int code = avcodec_parameters_copy(stream->codecpar, &codec); code < 0) {
        return av_failure(code, "writing", path);
    }
    // The tag belongs to the container the packets came from; this one chooses its own.
    stream->codecpar->codec_tag = 0;
    stream->time_base = frame_time;
    stream->avg_frame_rate = {static_cast<int>(rate.numerator), static_cast<int>(rate.denominator)};
    stream->sample_aspect_ratio = codec.sample_aspect_ratio;
    return {};
}

} // namespace

Result<Recording> Recording::create(const std::filesystem::path& target,
                                    const VideoContainer& container,
                                    const AVCodecParameters& codec,
                                    FrameRate rate,
                                    const EncoderSettings& settings) {
    Recording made;
    made.target_ = target;
    made.container_ = container;
    made.frame_time_ = {static_cast<int>(rate.denominator), static_cast<int>(rate.numerator)};
    const std::filesystem::path part = temporary_sibling(target);
    made.part_ = part; // discard() removes it from here on: without memory libav makes the file and then fails
    auto output = open_output(part, container.muxer);
    if (!output) {
        return output.error();
    }
    made.output_ = std::move(*output);
    if (auto added = add_stream(*made.output_, codec, rate, made.frame_time_, part); !added) {
        return added.error();
    }
    const auto comment = settings.metadata.find("comment");
    made.marks_ = {comment == settings.metadata.end() ? std::string() : comment->second, settings.xmp};
    for (const auto& [name, value] : settings.metadata) {
        av_dict_set(&made.output_->metadata, name.c_str(), value.c_str(), 0);
    }
    AvOptions options;
    if (container.is_fragmented) {
        options.set("movflags", "empty_moov+default_base_moof+negative_cts_offsets");
        options.set("frag_duration", std::to_string(kFragmentMicroseconds));
    }
    made.output_->flags |= AVFMT_FLAG_FLUSH_PACKETS;
    if (const int code = avformat_write_header(made.output_.get(), options.get()); code < 0) {
        return av_failure(code, "writing", target);
    }
    return made;
}

Recording::Recording(Recording&& other) noexcept
    : target_(std::move(other.target_))
    , part_(std::exchange(other.part_, {}))
    , container_(std::move(other.container_))
    , marks_(std::move(other.marks_))
    , frame_time_(other.frame_time_)
    , output_(std::move(other.output_)) {}

Recording& Recording::operator=(Recording&& other) noexcept {
    discard();
    target_ = std::move(other.target_);
    part_ = std::exchange(other.part_, {});
    container_ = std::move(other.container_);
    marks_ = std::move(other.marks_);
    frame_time_ = other.frame_time_;
    output_ = std::move(other.output_);
    return *this;
}

Recording::~Recording() {
    discard();
}

void Recording::discard() {
    output_.reset();
    if (!part_.empty()) {
        std::error_code ignored;
        std::filesystem::remove(part_, ignored);
        part_.clear();
    }
}

Result<void> Recording::write(AVPacket& packet) {
    packet.stream_index = 0;
    packet.pos = -1;
    av_packet_rescale_ts(&packet, frame_time_, output_->streams[0]->time_base);
    const int written = av_interleaved_write_frame(output_.get(), &packet);
    if (written < 0 || output_->pb->error < 0) {
        return av_failure(written < 0 ? written : output_->pb->error, "writing", target_);
    }
    return {};
}

Result<void> Recording::close() {
    if (const int code = av_write_trailer(output_.get()); code < 0) {
        return av_failure(code, "writing", target_);
    }
    auto closed = close_output(*output_, target_);
    output_.reset();
    return closed;
}

Result<void> Recording::finish() {
    if (auto closed = close(); !closed) {
        return closed;
    }
    if (container_.is_fragmented) {
        const auto recovered = recover_recording(part_, target_, marks_);
        if (!recovered) {
            return recovered.error();
        }
        discard();
        return {};
    }
    if (auto marked = add_marks(part_, target_, marks_); !marked) {
        return marked;
    }
    auto committed = commit_temporary(part_, target_);
    if (committed) {
        part_.clear();
    }
    return committed;
}

} // namespace longtake
