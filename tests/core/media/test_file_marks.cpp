// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/media/file_marks.h"
#include "core/media/image_ops.h"
#include "core/media/video_encoder.h"
#include "core/media/video_reader.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_pictures.h"

#include <doctest/doctest.h>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

const FileMarks kMarks = {"{\"prompt\":\"日本\",\"long\":\"" + std::string(3000, 'x') + "\"}",
                          "<x:xmpmeta>mark</x:xmpmeta>"};

void make_film(const fs::path& path, const FileMarks& marks) {
    EncoderSettings settings;
    settings.preset = "ultrafast";
    if (!marks.comment.empty()) {
        settings.metadata["comment"] = marks.comment;
    }
    settings.xmp = marks.xmp;
    auto encoder = VideoEncoder::create(path, {32, 32}, {10, 1}, settings);
    REQUIRE(encoder);
    for (int64_t index = 0; index < 4; ++index) {
        REQUIRE(encoder->write(picture_at({32, 32}, static_cast<double>(index))));
    }
    REQUIRE(encoder->finish());
}

} // namespace

TEST_SUITE("media.file_marks") {
    TEST_CASE("films of every kind carry the comment; MP4 and MOV the XMP packet too") {
        const TemporaryFolder folder;
        for (const char* name : {"a.mp4", "a.mov", "a.mkv", "a.webm", "a.gif"}) {
            CAPTURE(name);
            make_film(folder.path() / name, kMarks);
            const auto marks = read_marks(folder.path() / name);
            REQUIRE(marks);
            CHECK(marks->comment == kMarks.comment);
            const std::string extension = fs::path(name).extension().string();
            CHECK(marks->xmp == (extension == ".mp4" || extension == ".mov" ? kMarks.xmp : std::string()));
            auto reader = VideoReader::open(folder.path() / name);
            REQUIRE(reader);
            CHECK(*reader->frame_count() == 4);
        }
    }

    TEST_CASE("a PNG carries both and keeps its pixels") {
        const TemporaryFolder folder;
        const Frame picture = picture_at({20, 10}, 1.0);
        REQUIRE(write_image(folder.path() / "a.png", picture, kMarks));
        CHECK(*read_marks(folder.path() / "a.png") == kMarks);
        CHECK(*read_image(folder.path() / "a.png") == picture);
    }

    TEST_CASE("files without marks have none; files that are no media are refused") {
        const TemporaryFolder folder;
        make_film(folder.path() / "a.mp4", {});
        CHECK(*read_marks(folder.path() / "a.mp4") == FileMarks{});
        REQUIRE(write_image(folder.path() / "a.png", picture_at({8, 8}, 0.0)));
        CHECK(*read_marks(folder.path() / "a.png") == FileMarks{});
        REQUIRE(write_file_atomically(folder.path() / "a.txt", "hello"));
        CHECK_FALSE(read_marks(folder.path() / "a.txt"));
        CHECK_FALSE(read_marks(folder.path() / "missing.mp4"));
    }

    TEST_CASE("files cut short or flipped are read without harm") {
        const TemporaryFolder folder;
        make_film(folder.path() / "a.mp4", kMarks);
        make_film(folder.path() / "a.gif", kMarks);
        REQUIRE(write_image(folder.path() / "a.png", picture_at({20, 10}, 1.0), kMarks));
        for (const char* name : {"a.mp4", "a.gif", "a.png"}) {
            const std::string whole = *read_file(folder.path() / name);
            for (size_t at = 0; at < whole.size(); at += whole.size() / 40 + 1) {
                std::string flipped = whole;
                flipped[at] = static_cast<char>(flipped[at] ^ 0x7F);
                for (const std::string& bytes : {whole.substr(0, at), flipped}) {
                    REQUIRE(write_file_atomically(folder.path() / "bad", bytes));
                    (void)read_marks(folder.path() / "bad");
                }
            }
        }
    }
}
