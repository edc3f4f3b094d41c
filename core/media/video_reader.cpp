// SPDX-License-Identifier: Apache-2.0
#include "core/media/video_reader.h"

#include "core/media/av_handles.h"
#include "core/media/picture_converter.h"

#include <algorithm>
#include <utility>
#include <vector>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace longtake {

namespace {

constexpr int kLargestSide = 16384;
constexpr int64_t kDecodeAheadFrames = 48; // nearer than this, decoding on is cheaper than a seek

int64_t time_of(const AVFrame& picture) {
    return picture.best_effort_timestamp != AV_NOPTS_VALUE ? picture.best_effort_timestamp : picture.pts;
}

FrameRate rate_of(const AVStream& stream) {
    const AVRational rate =
        stream.avg_frame_rate.num > 0 && stream.avg_frame_rate.den > 0 ? stream.avg_frame_rate : stream.r_frame_rate;
    return rate.num > 0 && rate.den > 0 ? FrameRate{rate.num, rate.den} : FrameRate{};
}

std::string text_or_unknown(const char* text) {
    return text == nullptr ? "unknown" : text;
}

std::map<std::string, std::string> tags_of(const AVDictionary* dictionary) {
    std::map<std::string, std::string> tags;
    const AVDictionaryEntry* entry = nullptr;
    while ((entry = av_dict_get(dictionary, "", entry, AV_DICT_IGNORE_SUFFIX)) != nullptr) {
        tags[entry->key] = entry->value;
    }
    return tags;
}

} // namespace

struct VideoReader::State {
    std::filesystem::path path;
    VideoInfo info;
    AvInputHandle input;
    AvCodecHandle codec;
    AvPacketHandle packet;
    AvFrameHandle picture;
    PictureReader converter;
    int stream_index = 0;
    int64_t next_index = 0; ///< of the frame next() gives
    bool is_drained = false;
    std::optional<std::vector<int64_t>> times; ///< of all pictures, ascending

    Result<void> open_decoder();
    /// Decodes the next picture into `picture`; false at the end.
    Result<bool> decode();
    Result<void> list_times();
    /// To the start when `time` is empty, else to the keyframe at or before it.
    Result<void> seek(std::optional<int64_t> time);
    Result<bool> decode_until(int64_t time);
};

Result<void> VideoReader::State::open_decoder() {
    const AVCodec* decoder = nullptr;
    stream_index = av_find_best_stream(input.get(), AVMEDIA_TYPE_VIDEO, -1, -1, &decoder, 0);
    if (stream_index < 0 || decoder == nullptr) {
        return bad_input(path.string() + " holds no video that can be decoded",
                         "Check that this is the file you meant.");
    }
    const AVStream& stream = *input->streams[stream_index];
    if (stream.codecpar->width < 1 || stream.codecpar->height < 1 || stream.codecpar->width > kLargestSide ||
        stream.codecpar->height > kLargestSide) {
        return bad_input(path.string() + " has pictures of an impossible size", "The file is damaged.");
    }
    codec.reset(avcodec_alloc_context3(decoder));
    packet.reset(av_packet_alloc());
    picture.reset(av_frame_alloc());
    if (codec == nullptr || packet == nullptr || picture == nullptr) {
        return av_failure(AVERROR(ENOMEM), "opening", path);
    }
    if (const int code = avcodec_parameters_to_context(codec.get(), stream.codecpar); code < 0) {
        return av_failure(code, "opening", path);
    }
    codec->pkt_timebase = stream.time_base;
    codec->thread_count = 0;
    if (const int code = avcodec_open2(codec.get(), decoder, nullptr); code < 0) {
        return av_failure(code, "opening the decoder of", path);
    }
    info.size = {stream.codecpar->width, stream.codecpar->height};
    info.frame_rate = rate_of(stream);
    info.codec = avcodec_get_name(stream.codecpar->codec_id);
    info.pixel_format = text_or_unknown(av_get_pix_fmt_name(static_cast<AVPixelFormat>(stream.codecpar->format)));
    info.colour_space = text_or_unknown(av_color_space_name(stream.codecpar->color_space));
    info.colour_range = text_or_unknown(av_color_range_name(stream.codecpar->color_range));
    info.metadata = tags_of(input->metadata);
    return {};
}

Result<bool> VideoReader::State::decode() {
    while (true) {
        const int received = avcodec_receive_frame(codec.get(), picture.get());
        if (received == 0) {
            return true;
        }
        if (received == AVERROR_EOF) {
            return false;
        }
        if (received != AVERROR(EAGAIN)) {
            return av_failure(received, "decoding", path);
        }
        if (is_drained) {
            return false;
        }
        // A recording cut short ends in an error instead of an end: what came before it still counts.
        if (av_read_frame(input.get(), packet.get()) < 0) {
            is_drained = true;
            avcodec_send_packet(codec.get(), nullptr);
            continue;
        }
        const int sent = packet->stream_index == stream_index ? avcodec_send_packet(codec.get(), packet.get()) : 0;
        av_packet_unref(packet.get());
        if (sent < 0 && sent != AVERROR_INVALIDDATA) {
            return av_failure(sent, "decoding", path);
        }
    }
}

Result<void> VideoReader::State::list_times() {
    if (times) {
        return {};
    }
    auto scan = open_input(path);
    if (!scan) {
        return scan.error();
    }
    std::vector<int64_t> found;
    while (av_read_frame(scan->get(), packet.get()) >= 0) {
        if (packet->stream_index == stream_index && (packet->flags & AV_PKT_FLAG_DISCARD) == 0) {
            found.push_back(packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts);
        }
        av_packet_unref(packet.get());
    }
    std::ranges::sort(found);
    times = std::move(found);
    return {};
}

Result<void> VideoReader::State::seek(std::optional<int64_t> time) {
    const int64_t start = input->streams[stream_index]->start_time;
    const int64_t earliest = start == AV_NOPTS_VALUE ? 0 : start;
    const int code = av_seek_frame(input.get(), stream_index, time.value_or(earliest), AVSEEK_FLAG_BACKWARD);
    if (code < 0 && time) {
        return av_failure(code, "seeking in", path);
    }
    if (code < 0) {
        // Some containers cannot seek at all: begin again with a new demuxer.
        auto reopened = open_input(path);
        if (!reopened) {
            return reopened.error();
        }
        input = std::move(*reopened);
    }
    avcodec_flush_buffers(codec.get());
    is_drained = false;
    return {};
}

Result<bool> VideoReader::State::decode_until(int64_t time) {
    while (true) {
        const auto decoded = decode();
        if (!decoded || !*decoded) {
            return decoded;
        }
        if (time_of(*picture) >= time) {
            return time_of(*picture) == time;
        }
    }
}

Result<VideoReader> VideoReader::open(const std::filesystem::path& path) {
    auto input = open_input(path);
    if (!input) {
        return input.error();
    }
    auto state = std::make_unique<State>();
    state->path = path;
    state->input = std::move(*input);
    if (auto opened = state->open_decoder(); !opened) {
        return opened.error();
    }
    return VideoReader(std::move(state));
}

VideoReader::VideoReader(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
VideoReader::VideoReader(VideoReader&& other) noexcept = default;
VideoReader& VideoReader::operator=(VideoReader&& other) noexcept = default;
VideoReader::~VideoReader() = default;

const VideoInfo& VideoReader::info() const {
    return state_->info;
}

Result<int64_t> VideoReader::frame_count() {
    if (auto listed = state_->list_times(); !listed) {
        return listed.error();
    }
    return static_cast<int64_t>(state_->times->size());
}

Result<std::optional<Frame>> VideoReader::next() {
    const auto decoded = state_->decode();
    if (!decoded) {
        return decoded.error();
    }
    if (!*decoded) {
        return std::optional<Frame>();
    }
    ++state_->next_index;
    auto frame = state_->converter.convert(*state_->picture);
    if (!frame) {
        return frame.error();
    }
    return std::optional<Frame>(std::move(*frame));
}

Result<Frame> VideoReader::read(int64_t index) {
    State& state = *state_;
    if (auto listed = state.list_times(); !listed) {
        return listed.error();
    }
    const auto count = static_cast<int64_t>(state.times->size());
    if (index < 0 || index >= count) {
        return bad_input(state.path.string() + " has no frame " + std::to_string(index),
                         "It has " + std::to_string(count) + " frames, counted from 0.");
    }
    const int64_t time = (*state.times)[static_cast<size_t>(index)];
    const bool is_near =
        index >= state.next_index && index < state.next_index + kDecodeAheadFrames && !state.is_drained;
    auto found = Result<bool>(false);
    if (is_near) {
        found = state.decode_until(time);
    }
    // A container's index may point behind the wanted picture, or not be there: then decode from the start.
    for (const auto from : {std::optional<int64_t>(time), std::optional<int64_t>()}) {
        if (found && *found) {
            break;
        }
        if (auto sought = state.seek(from); !sought) {
            continue;
        }
        found = state.decode_until(time);
    }
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return bad_input("frame " + std::to_string(index) + " of " + state.path.string() + " cannot be decoded",
                         "The file is damaged there.");
    }
    state.next_index = index + 1;
    return state.converter.convert(*state.picture);
}

} // namespace longtake
