// SPDX-License-Identifier: Apache-2.0
// Owning handles for libav's objects and one way to turn its return codes into errors. Nothing in core holds a raw
// libav pointer that it would have to free.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <string>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/dict.h>
#include <libavutil/frame.h>
#include <libswscale/swscale.h>
}

namespace longtake {

struct AvDeleter {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
    void operator()(AVCodecContext* codec) const { avcodec_free_context(&codec); }
    void operator()(AVCodecParameters* parameters) const { avcodec_parameters_free(&parameters); }
    void operator()(SwsContext* scaler) const { sws_freeContext(scaler); }
};

struct AvInputDeleter {
    void operator()(AVFormatContext* input) const { avformat_close_input(&input); }
};

/// Closes the file too; a writer that wants to know whether that worked calls close_output() first.
struct AvOutputDeleter {
    void operator()(AVFormatContext* output) const;
};

using AvFrameHandle = std::unique_ptr<AVFrame, AvDeleter>;
using AvPacketHandle = std::unique_ptr<AVPacket, AvDeleter>;
using AvCodecHandle = std::unique_ptr<AVCodecContext, AvDeleter>;
using AvParametersHandle = std::unique_ptr<AVCodecParameters, AvDeleter>;
using AvScalerHandle = std::unique_ptr<SwsContext, AvDeleter>;
using AvInputHandle = std::unique_ptr<AVFormatContext, AvInputDeleter>;
using AvOutputHandle = std::unique_ptr<AVFormatContext, AvOutputDeleter>;

/// A dictionary of options; libav takes out what it understood.
class AvOptions {
public:
    AvOptions() = default;
    AvOptions(const AvOptions&) = delete;
    AvOptions& operator=(const AvOptions&) = delete;
    ~AvOptions() { av_dict_free(&options_); }

    void set(const std::string& name, const std::string& value) {
        av_dict_set(&options_, name.c_str(), value.c_str(), 0);
    }
    AVDictionary** get() { return &options_; }
    /// The first option nobody took, empty when all were understood.
    std::string first_unused() const;

private:
    AVDictionary* options_ = nullptr;
};

/// `doing PATH: libav's words`, with a hint for a full disk, a missing folder and a damaged file.
Error av_failure(int code, const std::string& doing, const std::filesystem::path& path);

/// The path as libav's file protocol wants it: UTF-8 behind "file:", so that no name is taken for another protocol.
std::string av_path(const std::filesystem::path& path);

/// Opens a container and reads its stream headers. libav is told to print nothing: what fails is in the Result.
Result<AvInputHandle> open_input(const std::filesystem::path& path);

/// Creates `path` for the muxer called `muxer`; the header is not written yet.
Result<AvOutputHandle> open_output(const std::filesystem::path& path, const std::string& muxer);

/// Flushes and closes the file below `output`: the last chance to hear of a full disk.
Result<void> close_output(AVFormatContext& output, const std::filesystem::path& path);

} // namespace longtake
