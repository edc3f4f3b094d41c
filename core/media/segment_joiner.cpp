// SPDX-License-Identifier: Apache-2.0
#include "core/media/segment_joiner.h"

#include "core/media/avc_stream.h"
#include "core/media/picture_encoder.h"
#include "core/media/recording.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <utility>

namespace longtake {

namespace {

std::span<const uint8_t> extradata_of(const AVCodecParameters& codec) {
    return {codec.extradata, static_cast<size_t>(codec.extradata_size)};
}

/// Whether a decoder set up for one understands the other. Only H.264 is copied: that is what takes are kept in.
bool are_alike(const AVCodecParameters& first, const AVCodecParameters& second) {
    if (first.codec_id != AV_CODEC_ID_H264 || second.codec_id != AV_CODEC_ID_H264 || first.width != second.width ||
        first.height != second.height || first.format != second.format) {
        return false;
    }
    const auto sets = avc_parameter_sets(extradata_of(first));
    return sets && sets == avc_parameter_sets(extradata_of(second));
}

struct PacketList {
    std::map<int64_t, int64_t> index_of; ///< presentation time -> frame number
    std::vector<int64_t> keyframe_times;
};

/// All packets of the first video stream by time, without decoding.
Result<PacketList> list_packets(AVFormatContext& input, int stream, AVPacket& packet) {
    PacketList list;
    while (av_read_frame(&input, &packet) >= 0) {
        if (packet.stream_index == stream && packet.pts != AV_NOPTS_VALUE) {
            list.index_of[packet.pts] = 0;
            if ((packet.flags & AV_PKT_FLAG_KEY) != 0) {
                list.keyframe_times.push_back(packet.pts);
            }
        }
        av_packet_unref(&packet);
    }
    int64_t number = 0;
    for (auto& [time, index] : list.index_of) {
        index = number++;
    }
    return list;
}

/// A segment opened for copying.
struct OpenSegment {
    AvInputHandle input;
    int stream = -1;
    PacketList packets;
};

Result<OpenSegment> open_segment(const std::filesystem::path& path, AVPacket& packet) {
    OpenSegment segment;
    auto input = open_input(path);
    if (!input) {
        return input.error();
    }
    segment.input = std::move(*input);
    segment.stream = av_find_best_stream(segment.input.get(), AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (segment.stream < 0) {
        return bad_input(path.string() + " holds no video");
    }
    auto packets = list_packets(*segment.input, segment.stream, packet);
    if (!packets) {
        return packets.error();
    }
    segment.packets = std::move(*packets);
    return segment;
}

} // namespace

struct SegmentJoiner::State {
    std::filesystem::path target;
    VideoContainer container;
    VideoCodec codec;
    Size size;
    FrameRate rate;
    EncoderSettings settings;
    AvParametersHandle parameters; ///< of the joiner's own encodings
    std::optional<Recording> recording;
    std::optional<PictureEncoder> encoder; ///< while pictures are being written
    int64_t encoder_start = 0;             ///< film frame of its first picture
    AvPacketHandle packet;
    int64_t frame_count = 0;
    int64_t packet_count = 0;

    Result<PictureEncoder> make_encoder() const {
        return PictureEncoder::create(codec, size, rate, settings, needs_global_header(container));
    }

    PacketSink sink() {
        return [this](AVPacket& finished) {
            finished.pts += encoder_start;
            finished.dts += encoder_start;
            return write_packet(finished);
        };
    }

    /// A piece of few frames comes with a shorter delay between decoding and showing than a long one, and two of them
    /// behind each other would be decoded at the same time. All pieces that can be copied share the delay their
    /// parameter sets name, so decoding times are counted.
    Result<void> write_packet(AVPacket& finished) {
        if (parameters->codec_id == AV_CODEC_ID_H264) {
            finished.dts = packet_count - parameters->video_delay;
        }
        ++packet_count;
        return recording->write(finished);
    }

    Result<void> close_encoder() {
        if (!encoder) {
            return {};
        }
        auto flushed = encoder->flush(sink());
        encoder.reset();
        return flushed;
    }

    Result<void> copy_packets(OpenSegment& segment, int64_t first, int64_t last);
};

Result<void> SegmentJoiner::State::copy_packets(OpenSegment& segment, int64_t first, int64_t last) {
    AVFormatContext& input = *segment.input;
    const int64_t start_time = segment.packets.index_of.begin()->first;
    if (const int code = av_seek_frame(&input, segment.stream, start_time, AVSEEK_FLAG_BACKWARD); code < 0) {
        return av_failure(code, "reading", target);
    }
    int64_t copied = 0;
    while (copied < last - first && av_read_frame(&input, packet.get()) >= 0) {
        const bool is_video = packet->stream_index == segment.stream && packet->pts != AV_NOPTS_VALUE;
        const int64_t index = is_video ? segment.packets.index_of.at(packet->pts) : -1;
        if (index < first || index >= last) {
            av_packet_unref(packet.get());
            continue;
        }
        // Frames are counted, not timed: the container's clock may have rounded.
        packet->pts = frame_count + index - first;
        packet->duration = 1;
        // As the joiner's own encoder gives them: the container spells all of them alike.
        if (av_packet_make_writable(packet.get()) < 0 ||
            !lengths_to_start_codes({packet->data, static_cast<size_t>(packet->size)})) {
            return bad_input("a segment is damaged; " + target.string() + " was not written", "Render its shot again.");
        }
        if (auto written = write_packet(*packet); !written) {
            return written;
        }
        ++copied;
    }
    if (copied != last - first) {
        return bad_input("a segment ended early while " + target.string() + " was written", "Render its shot again.");
    }
    frame_count += copied;
    return {};
}

Result<SegmentJoiner>
SegmentJoiner::create(const std::filesystem::path& target, Size size, FrameRate rate, const EncoderSettings& settings) {
    auto state = std::make_unique<State>();
    const auto container = container_for(target);
    if (!container) {
        return container.error();
    }
    const auto codec = codec_for(*container, settings.codec);
    if (!codec) {
        return codec.error();
    }
    state->target = target;
    state->container = *container;
    state->codec = *codec;
    state->size = size;
    state->rate = rate;
    state->settings = settings;
    const auto probe = state->make_encoder();
    if (!probe) {
        return probe.error();
    }
    auto parameters = probe->parameters();
    if (!parameters) {
        return parameters.error();
    }
    state->parameters = std::move(*parameters);
    auto recording = Recording::create(target, *container, *state->parameters, rate, settings);
    if (!recording) {
        return recording.error();
    }
    state->recording = std::move(*recording);
    state->packet.reset(av_packet_alloc());
    return SegmentJoiner(std::move(state));
}

SegmentJoiner::SegmentJoiner(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
SegmentJoiner::SegmentJoiner(SegmentJoiner&& other) noexcept = default;
SegmentJoiner& SegmentJoiner::operator=(SegmentJoiner&& other) noexcept = default;
SegmentJoiner::~SegmentJoiner() = default;

std::optional<SegmentInfo> SegmentJoiner::inspect(const std::filesystem::path& segment) const {
    auto opened = open_segment(segment, *state_->packet);
    if (!opened || !are_alike(*opened->input->streams[opened->stream]->codecpar, *state_->parameters)) {
        return std::nullopt;
    }
    SegmentInfo info;
    info.frames = static_cast<int64_t>(opened->packets.index_of.size());
    for (const int64_t time : opened->packets.keyframe_times) {
        info.keyframes.push_back(opened->packets.index_of.at(time));
    }
    std::ranges::sort(info.keyframes);
    return info;
}

Result<void> SegmentJoiner::copy(const std::filesystem::path& segment, int64_t first, int64_t last) {
    if (auto closed = state_->close_encoder(); !closed) {
        return closed;
    }
    auto opened = open_segment(segment, *state_->packet);
    if (!opened) {
        return opened.error();
    }
    return state_->copy_packets(*opened, first, last);
}

Result<void> SegmentJoiner::write(const Frame& frame) {
    State& state = *state_;
    if (!state.encoder) {
        auto encoder = state.make_encoder();
        if (!encoder) {
            return encoder.error();
        }
        state.encoder = std::move(*encoder);
        state.encoder_start = state.frame_count;
    }
    auto encoded = state.encoder->encode(frame, state.frame_count - state.encoder_start, state.sink());
    if (encoded) {
        ++state.frame_count;
    }
    return encoded;
}

Result<void> SegmentJoiner::finish() {
    if (state_->frame_count == 0) {
        return bad_input("a video without frames cannot be written to " + state_->target.string());
    }
    if (auto closed = state_->close_encoder(); !closed) {
        return closed;
    }
    return state_->recording->finish();
}

int64_t SegmentJoiner::frame_count() const {
    return state_->frame_count;
}

} // namespace longtake
