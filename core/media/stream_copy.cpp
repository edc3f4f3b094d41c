// SPDX-License-Identifier: Apache-2.0
#include "core/media/stream_copy.h"

#include "core/base/atomic_file.h"
#include "core/media/av_handles.h"
#include "core/media/video_formats.h"

namespace longtake {

namespace {

Result<int> video_stream_of(AVFormatContext& input, const std::filesystem::path& path) {
    const int index = av_find_best_stream(&input, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (index < 0) {
        return bad_input(path.string() + " holds no video", "Check that this is the file you meant.");
    }
    return index;
}

/// A stream in `output` with the parameters of `source`; the new container chooses its own tag for the codec.
Result<AVStream*> copy_stream(AVFormatContext& output, const AVStream& source, const std::filesystem::path& path) {
    AVStream* stream = avformat_new_stream(&output, nullptr);
    if (stream == nullptr) {
        return av_failure(AVERROR(ENOMEM), "writing", path);
    }
    if (const int code = avcodec_parameters_copy(stream->codecpar, source.codecpar); code < 0) {
        return av_failure(code, "writing", path);
    }
    stream->codecpar->codec_tag = 0;
    stream->time_base = source.time_base;
    stream->avg_frame_rate = source.avg_frame_rate;
    stream->sample_aspect_ratio = source.sample_aspect_ratio;
    return stream;
}

void copy_tags(AVFormatContext& output,
               const AVFormatContext& input,
               const std::map<std::string, std::string>& metadata) {
    if (metadata.empty()) {
        av_dict_copy(&output.metadata, input.metadata, 0);
        // Written anew by the muxer; the old ones would describe the other container.
        for (const char* name : {"major_brand", "minor_version", "compatible_brands", "encoder"}) {
            av_dict_set(&output.metadata, name, nullptr, 0);
        }
    }
    for (const auto& [name, value] : metadata) {
        av_dict_set(&output.metadata, name.c_str(), value.c_str(), 0);
    }
}

/// All packets of one stream; stops quietly where a recording was cut short.
Result<int64_t>
copy_packets(AVFormatContext& input, int stream_index, AVFormatContext& output, const std::filesystem::path& to) {
    const AvPacketHandle packet(av_packet_alloc());
    if (packet == nullptr) {
        return av_failure(AVERROR(ENOMEM), "writing", to);
    }
    int64_t frames = 0;
    while (av_read_frame(&input, packet.get()) >= 0) {
        if (packet->stream_index == stream_index) {
            av_packet_rescale_ts(packet.get(), input.streams[stream_index]->time_base, output.streams[0]->time_base);
            packet->stream_index = 0;
            packet->pos = -1;
            if (const int code = av_interleaved_write_frame(&output, packet.get()); code < 0) {
                return av_failure(code, "writing", to);
            }
            ++frames;
        }
        av_packet_unref(packet.get());
    }
    return frames;
}

} // namespace

Result<int64_t> remux(const std::filesystem::path& from,
                      const std::filesystem::path& to,
                      const std::filesystem::path& named,
                      const std::map<std::string, std::string>& metadata) {
    const auto container = container_for(named);
    if (!container) {
        return container.error();
    }
    auto input = open_input(from);
    if (!input) {
        return input.error();
    }
    const auto stream_index = video_stream_of(**input, from);
    if (!stream_index) {
        return stream_index.error();
    }
    auto output = open_output(to, container->muxer);
    if (!output) {
        return output.error();
    }
    if (auto stream = copy_stream(**output, *(*input)->streams[*stream_index], to); !stream) {
        return stream.error();
    }
    copy_tags(**output, **input, metadata);
    AvOptions options;
    if (container->is_fragmented) {
        options.set("movflags", "faststart");
    }
    if (const int code = avformat_write_header(output->get(), options.get()); code < 0) {
        return av_failure(code, "writing", to);
    }
    const auto frames = copy_packets(**input, *stream_index, **output, to);
    if (!frames) {
        return frames;
    }
    if (const int code = av_write_trailer(output->get()); code < 0) {
        return av_failure(code, "writing", to);
    }
    if (auto closed = close_output(**output, to); !closed) {
        return closed.error();
    }
    return *frames;
}

Result<int64_t>
recover_recording(const std::filesystem::path& part, const std::filesystem::path& target, const FileMarks& marks) {
    // Not the sibling of `target` itself: that is the name of the recording.
    const std::filesystem::path temporary = temporary_sibling(temporary_sibling(target));
    const auto frames = remux(part, temporary, target);
    auto finished = frames ? Result<void>() : Result<void>(frames.error());
    if (frames && *frames == 0) {
        finished =
            bad_input(part.string() + " holds no whole frame", "It was stopped before the first frames were written.");
    }
    if (finished) {
        finished = add_marks(temporary, target, marks);
    }
    if (finished) {
        finished = commit_temporary(temporary, target);
    }
    if (!finished) {
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
        return finished.error();
    }
    return *frames;
}

} // namespace longtake
