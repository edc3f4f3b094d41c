// SPDX-License-Identifier: Apache-2.0
#include "core/media/video_formats.h"

#include <algorithm>
#include <cctype>

extern "C" {
#include <libavformat/avformat.h>
}

namespace longtake {

namespace {

template <typename Rows, typename Name> std::string listed(const Rows& rows, Name name) {
    std::string text;
    for (const auto& row : rows) {
        text += (text.empty() ? "" : ", ") + name(row);
    }
    return text;
}

std::string lower_extension(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return extension;
}

} // namespace

const std::vector<VideoCodec>& video_codecs() {
    static const std::vector<VideoCodec> rows = {
        {"h264", {"libx264"}, "yuv420p", 17, 51, true},
        {"h265", {"libx265"}, "yuv420p", 20, 51, true},
        {"av1", {"libsvtav1", "libaom-av1"}, "yuv420p", 26, 63, true},
        {"vp9", {"libvpx-vp9"}, "yuv420p", 24, 63, true},
        {"prores", {"prores_ks"}, "yuv422p10le", -1, -1, true},
        {"ffv1", {"ffv1"}, "bgr0", -1, -1, false},
        {"gif", {"gif"}, "pal8", -1, -1, false},
    };
    return rows;
}

const std::vector<VideoContainer>& video_containers() {
    static const std::vector<VideoContainer> rows = {
        {".mp4", "mp4", {"h264", "h265", "av1"}, true},
        {".mov", "mov", {"h264", "h265", "prores"}, true},
        {".mkv", "matroska", {"h264", "h265", "av1", "vp9", "prores", "ffv1"}, false},
        {".webm", "webm", {"vp9", "av1"}, false},
        {".gif", "gif", {"gif"}, false},
    };
    return rows;
}

bool needs_global_header(const VideoContainer& container) {
    const AVOutputFormat* format = av_guess_format(container.muxer.c_str(), nullptr, nullptr);
    return format != nullptr && (format->flags & AVFMT_GLOBALHEADER) != 0;
}

Result<VideoContainer> container_for(const std::filesystem::path& file) {
    const std::string extension = lower_extension(file);
    const auto found = std::ranges::find(video_containers(), extension, &VideoContainer::extension);
    if (found == video_containers().end()) {
        return bad_input("cannot write a video as '" + file.filename().string() + "'",
                         "Name it " + listed(video_containers(), [](const VideoContainer& row) {
                             return "*" + row.extension;
                         }) + ".");
    }
    return *found;
}

Result<VideoCodec> codec_for(const VideoContainer& container, std::string_view name) {
    const std::string wanted = name.empty() ? container.codecs.front() : std::string(name);
    const auto held = std::ranges::find(container.codecs, wanted);
    const auto codec = std::ranges::find(video_codecs(), wanted, &VideoCodec::name);
    if (held == container.codecs.end() || codec == video_codecs().end()) {
        return bad_input("a " + container.extension + " file cannot hold the codec '" + wanted + "'",
                         "It holds " +
                             listed(container.codecs, [](const std::string& codec_name) { return codec_name; }) + ".");
    }
    return *codec;
}

const std::vector<std::string>& encoder_presets() {
    static const std::vector<std::string> names = {"ultrafast", "superfast", "veryfast", "faster",  "fast",
                                                   "medium",    "slow",      "slower",   "veryslow"};
    return names;
}

} // namespace longtake
