// SPDX-License-Identifier: Apache-2.0
#include "core/media/av_handles.h"

#include <cerrno>

namespace longtake {

namespace {

std::string hint_for(int code) {
    switch (code) {
    case AVERROR(ENOSPC): return "The disk is full; free some space and try again.";
    case AVERROR(EACCES):
    case AVERROR(EPERM):
    case AVERROR(EROFS): return "Check that the folder may be written.";
    case AVERROR(ENOENT): return "Check the path.";
    case AVERROR_INVALIDDATA: return "The file is damaged or not a video.";
    case AVERROR_ENCODER_NOT_FOUND: return "This build of FFmpeg lacks the encoder; choose another codec.";
    default: return {};
    }
}

} // namespace

void AvOutputDeleter::operator()(AVFormatContext* output) const {
    if (output->pb != nullptr && (output->oformat->flags & AVFMT_NOFILE) == 0) {
        avio_closep(&output->pb);
    }
    avformat_free_context(output);
}

std::string AvOptions::first_unused() const {
    const AVDictionaryEntry* entry = av_dict_get(options_, "", nullptr, AV_DICT_IGNORE_SUFFIX);
    return entry == nullptr ? std::string() : std::string(entry->key);
}

Error av_failure(int code, const std::string& doing, const std::filesystem::path& path) {
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, text, sizeof text);
    const ErrorCode kind = code == AVERROR(ENOMEM) ? ErrorCode::Device : ErrorCode::BadInput;
    return {kind, doing + " " + path.string() + ": " + text, hint_for(code)};
}

std::string av_path(const std::filesystem::path& path) {
    const std::u8string utf8 = path.u8string();
    return "file:" + std::string(utf8.begin(), utf8.end());
}

Result<AvInputHandle> open_input(const std::filesystem::path& path) {
    av_log_set_level(AV_LOG_QUIET);
    AVFormatContext* opened = nullptr;
    if (const int code = avformat_open_input(&opened, av_path(path).c_str(), nullptr, nullptr); code < 0) {
        return av_failure(code, "opening", path);
    }
    AvInputHandle input(opened);
    if (const int code = avformat_find_stream_info(input.get(), nullptr); code < 0) {
        return av_failure(code, "reading", path);
    }
    return input;
}

Result<AvOutputHandle> open_output(const std::filesystem::path& path, const std::string& muxer) {
    av_log_set_level(AV_LOG_QUIET);
    AVFormatContext* created = nullptr;
    if (const int code = avformat_alloc_output_context2(&created, nullptr, muxer.c_str(), av_path(path).c_str());
        code < 0) {
        return av_failure(code, "choosing the container " + muxer + " for", path);
    }
    AvOutputHandle output(created);
    if (const int code = avio_open(&output->pb, av_path(path).c_str(), AVIO_FLAG_WRITE); code < 0) {
        return av_failure(code, "creating", path);
    }
    return output;
}

Result<void> close_output(AVFormatContext& output, const std::filesystem::path& path) {
    const int pending = output.pb->error;
    const int code = avio_closep(&output.pb);
    if (pending < 0 || code < 0) {
        return av_failure(pending < 0 ? pending : code, "writing", path);
    }
    return {};
}

} // namespace longtake
