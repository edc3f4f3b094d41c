// SPDX-License-Identifier: Apache-2.0
#include "core/media/file_marks.h"

#include "core/base/atomic_file.h"
#include "core/media/video_formats.h"
#include "core/media/video_reader.h"

#include <array>
#include <cstdint>
#include <fstream>

namespace longtake {

namespace {

constexpr std::string_view kXmpBox = "\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC";
constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1a\n";
constexpr std::string_view kPngXmp = "XML:com.adobe.xmp";
constexpr std::string_view kPngComment = "Comment";
constexpr uint64_t kLargestMark = uint64_t{64} << 20;
constexpr uintmax_t kLargestPng = uintmax_t{1} << 30;

std::string big_endian(uint64_t value, size_t bytes) {
    std::string text;
    for (size_t index = 0; index < bytes; ++index) {
        text.push_back(static_cast<char>(value >> (8 * (bytes - 1 - index))));
    }
    return text;
}

uint64_t read_big_endian(std::string_view bytes) {
    uint64_t value = 0;
    for (const char byte : bytes) {
        value = value << 8 | static_cast<uint8_t>(byte);
    }
    return value;
}

Result<void> append_bytes(const std::filesystem::path& path, const std::string& bytes, std::streamoff back) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(-back, std::ios::end);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.flush();
    if (!file) {
        return bad_input("writing the mark into " + path.string() + " failed", "The disk may be full.");
    }
    return {};
}

std::string xmp_box(const std::string& xmp) {
    return big_endian(8 + kXmpBox.size() + xmp.size(), 4) + "uuid" + std::string(kXmpBox) + xmp;
}

/// Walks the boxes of the file's outermost level; the first XMP box is the answer.
std::string read_xmp_box(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::array<char, 16> head{};
    uint64_t at = 0;
    while (file.seekg(static_cast<std::streamoff>(at)) && file.read(head.data(), 8)) {
        uint64_t size = read_big_endian({head.data(), 4});
        const std::string kind(head.data() + 4, 4);
        uint64_t header = 8;
        if (size == 1 && file.read(head.data(), 8)) {
            size = read_big_endian({head.data(), 8});
            header = 16;
        }
        if (size < header || size > (uint64_t{1} << 62)) {
            return {};
        }
        std::array<char, 16> id{};
        const bool is_xmp = kind == "uuid" && size >= header + id.size() && size <= kLargestMark &&
                            file.read(id.data(), id.size()) && std::string_view(id.data(), id.size()) == kXmpBox;
        if (is_xmp) {
            std::string xmp(size - header - id.size(), '\0');
            file.read(xmp.data(), static_cast<std::streamsize>(xmp.size()));
            return file ? xmp : std::string();
        }
        at += size;
    }
    return {};
}

/// A GIF comment extension: sub-blocks of up to 255 bytes.
std::string gif_comment(const std::string& comment) {
    std::string block = "\x21\xFE";
    for (size_t at = 0; at < comment.size(); at += 255) {
        const std::string piece = comment.substr(at, 255);
        block.push_back(static_cast<char>(piece.size()));
        block += piece;
    }
    block.push_back('\0');
    return block;
}

/// The comment in front of the trailer, where add_marks() puts it.
std::string read_gif_comment(std::string_view bytes) {
    const size_t found = bytes.rfind("\x21\xFE");
    if (!bytes.starts_with("GIF8") || found == std::string_view::npos) {
        return {};
    }
    std::string comment;
    size_t at = found + 2;
    while (at < bytes.size() && bytes[at] != 0) {
        const auto length = static_cast<uint8_t>(bytes[at]);
        comment += bytes.substr(at + 1, length);
        at += 1 + size_t{length};
    }
    return at + 2 == bytes.size() ? comment : std::string();
}

uint32_t crc32(std::string_view bytes) {
    uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<uint8_t>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
        }
    }
    return ~crc;
}

/// International text: keyword, not compressed, no language, no translated keyword.
std::string png_text(std::string_view keyword, const std::string& text) {
    const std::string body = "iTXt" + std::string(keyword) + std::string(5, '\0') + text;
    return big_endian(body.size() - 4, 4) + body + big_endian(crc32(body), 4);
}

FileMarks read_png_marks(std::string_view png) {
    FileMarks marks;
    size_t at = kPngSignature.size();
    while (at + 12 <= png.size()) {
        const uint64_t length = read_big_endian(png.substr(at, 4));
        if (length > png.size() - at - 12) {
            break;
        }
        const std::string_view body = png.substr(at + 8, length);
        const size_t key_end = body.find('\0');
        if (png.substr(at + 4, 4) == "iTXt" && key_end != std::string_view::npos && body.size() >= key_end + 5) {
            const std::string_view keyword = body.substr(0, key_end);
            if (keyword == kPngXmp || keyword == kPngComment) {
                (keyword == kPngXmp ? marks.xmp : marks.comment) = std::string(body.substr(key_end + 5));
            }
        }
        at += 12 + length;
    }
    return marks;
}

} // namespace

Result<void> add_marks(const std::filesystem::path& path, const std::filesystem::path& named, const FileMarks& marks) {
    const auto container = container_for(named);
    if (!container) {
        return container.error();
    }
    if (container->is_fragmented && !marks.xmp.empty()) {
        return append_bytes(path, xmp_box(marks.xmp), 0);
    }
    if (container->muxer == "gif" && !marks.comment.empty()) {
        // Over the one-byte trailer, which is written again behind it.
        return append_bytes(path, gif_comment(marks.comment) + ";", 1);
    }
    return {};
}

std::string with_png_marks(std::string_view png, const FileMarks& marks) {
    constexpr size_t kHeaderChunk = 25;
    if (!png.starts_with(kPngSignature) || png.size() < kPngSignature.size() + kHeaderChunk) {
        return std::string(png);
    }
    std::string marked(png.substr(0, kPngSignature.size() + kHeaderChunk));
    if (!marks.comment.empty()) {
        marked += png_text(kPngComment, marks.comment);
    }
    if (!marks.xmp.empty()) {
        marked += png_text(kPngXmp, marks.xmp);
    }
    return marked.append(png.substr(kPngSignature.size() + kHeaderChunk));
}

Result<FileMarks> read_marks(const std::filesystem::path& path) {
    std::array<char, 8> head{};
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), head.size());
    const std::string_view start(head.data(), static_cast<size_t>(file.gcount()));
    if (start == kPngSignature || start.starts_with("GIF8")) {
        const auto bytes = read_file(path, kLargestPng);
        if (!bytes) {
            return bytes.error();
        }
        return start == kPngSignature ? read_png_marks(*bytes) : FileMarks{read_gif_comment(*bytes), {}};
    }
    const auto reader = VideoReader::open(path);
    if (!reader) {
        return reader.error();
    }
    FileMarks marks;
    for (const char* name : {"comment", "COMMENT"}) {
        const auto tag = reader->info().metadata.find(name);
        marks.comment = marks.comment.empty() && tag != reader->info().metadata.end() ? tag->second : marks.comment;
    }
    marks.xmp = read_xmp_box(path);
    return marks;
}

} // namespace longtake
