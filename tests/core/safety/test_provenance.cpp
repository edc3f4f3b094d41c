// SPDX-License-Identifier: Apache-2.0
#include "core/media/image_ops.h"
#include "core/media/stream_copy.h"
#include "core/media/video_encoder.h"
#include "core/safety/provenance.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_pictures.h"

#include <doctest/doctest.h>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

Provenance full_provenance() {
    Provenance provenance;
    provenance.program = "Longtake 0.1.0 <&\">";
    provenance.title = "Three shots";
    provenance.model = "starter";
    provenance.model_hash = "aa";
    provenance.shots = {
        {"s1", 0, 33, "cut", "t1", "k1", "a fox \"runs\"\n日本 \u202e", "", 7, 20, 5.5, "unipc"},
        {"s2", 33, 32, "continue", "t2", "k2", "it stops", "blur", 8, 20, 5.5, "unipc", {"tiled-decoder"}}};
    return provenance;
}

void make_film(const fs::path& path, const Provenance& provenance) {
    EncoderSettings settings;
    settings.preset = "ultrafast";
    add_provenance(settings, provenance);
    auto encoder = VideoEncoder::create(path, {32, 32}, {10, 1}, settings);
    REQUIRE(encoder);
    for (int64_t index = 0; index < 3; ++index) {
        REQUIRE(encoder->write(picture_at({32, 32}, static_cast<double>(index))));
    }
    REQUIRE(encoder->finish());
}

} // namespace

TEST_SUITE("safety.provenance") {
    TEST_CASE("every kind of film carries its recipe and the mark, and gives them back") {
        const TemporaryFolder folder;
        for (const char* name : {"a.mp4", "a.mov", "a.mkv", "a.webm", "a.gif"}) {
            CAPTURE(name);
            make_film(folder.path() / name, full_provenance());
            const auto read = read_provenance(folder.path() / name);
            REQUIRE(read);
            CHECK(*read == full_provenance());
        }
        REQUIRE(write_image(folder.path() / "a.png", picture_at({8, 8}, 0.0), to_marks(full_provenance())));
        CHECK(*read_provenance(folder.path() / "a.png") == full_provenance());
    }

    TEST_CASE("the XMP packet of an MP4 names the IPTC digital source type") {
        const TemporaryFolder folder;
        make_film(folder.path() / "a.mp4", full_provenance());
        const auto marks = read_marks(folder.path() / "a.mp4");
        REQUIRE(marks);
        CHECK(marks->xmp.find(kTrainedAlgorithmicMedia) != std::string::npos);
        CHECK(marks->xmp.find("Longtake 0.1.0 &lt;&amp;&quot;&gt;") != std::string::npos);
    }

    TEST_CASE("the recipe survives a remux by any tool that keeps comments") {
        const TemporaryFolder folder;
        make_film(folder.path() / "a.mp4", full_provenance());
        REQUIRE(remux(folder.path() / "a.mp4", folder.path() / "b.mkv", "b.mkv"));
        CHECK(*read_provenance(folder.path() / "b.mkv") == full_provenance());
    }

    TEST_CASE("recipe and mark can each be left out") {
        Provenance silent = full_provenance();
        silent.shots.clear();
        CHECK(parse_provenance(to_marks(silent))->shots.empty());
        CHECK(parse_provenance(to_marks(silent))->source_type == kTrainedAlgorithmicMedia);
        silent.source_type.clear();
        CHECK(to_marks(silent).xmp.empty());
        CHECK(parse_provenance(to_marks(silent))->source_type.empty());
    }

    TEST_CASE("files of others are told apart") {
        CHECK(parse_provenance({}).error().message.find("no provenance") != std::string::npos);
        CHECK(parse_provenance({"made with care", ""}).error().message.find("not Longtake's") != std::string::npos);
        const FileMarks other = {"", std::string("<x ") + kTrainedAlgorithmicMedia + "/>"};
        CHECK(parse_provenance(other).error().message.find("made by a model") != std::string::npos);
        for (const char* comment :
             {"{\"longtake_provenance\":1}", "{\"longtake_provenance\":1,\"program\":3}", "[]", "{",
              "{\"longtake_provenance\":1,\"program\":\"x\",\"model\":\"m\","
              "\"model_hash\":\"h\",\"shots\":[{}]}"}) {
            CAPTURE(comment);
            CHECK_FALSE(parse_provenance({comment, ""}));
        }
    }
}
