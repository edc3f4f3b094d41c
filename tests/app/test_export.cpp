// SPDX-License-Identifier: Apache-2.0
// export through the command line: what comes out, what it says about itself, what is refused.
#include "core/base/atomic_file.h"
#include "core/media/video_reader.h"
#include "core/safety/provenance.h"
#include "tests/app/captured_output.h"
#include "tests/app/filmed_project.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

int64_t frames_in(const std::string& path) {
    auto reader = VideoReader::open(path);
    REQUIRE(reader);
    return *reader->frame_count();
}

} // namespace

TEST_SUITE("cli.export") {
    TEST_CASE("the film is copied from its takes and says how it was made") {
        const FilmedProject film;
        const std::string out = film.output("film.mp4");
        const auto run = run_captured({"export", film.path(), "-o", out, "--json"});
        REQUIRE_MESSAGE(run.code == 0, run.err);
        const auto report = nlohmann::json::parse(run.out);
        CHECK(report.at("frames") == 4 * FilmedProject::kFrames);
        CHECK(report.at("copied_frames") == 4 * FilmedProject::kFrames);
        CHECK(report.at("files") == nlohmann::json{out});
        CHECK(frames_in(out) == 4 * FilmedProject::kFrames);
        const auto told = read_provenance(out);
        REQUIRE(told);
        CHECK(told->title == "Four shots");
        REQUIRE(told->shots.size() == 4);
        CHECK(told->shots[2].prompt == "a whale");
        CHECK(told->shots[2].seam == "cut");
        CHECK(told->shots[2].start_frame == 2 * FilmedProject::kFrames);
        CHECK_FALSE(told->source_type.empty());
    }

    TEST_CASE("a range holds its frames and the recipe of its shots alone, counted from its start") {
        const FilmedProject film;
        const std::string out = film.output("part.mp4");
        REQUIRE(run_captured({"export", film.path(), "-o", out, "--range", "20..40"}).code == 0);
        CHECK(frames_in(out) == 21);
        const auto told = read_provenance(out);
        REQUIRE(told);
        REQUIRE(told->shots.size() == 2);
        CHECK(told->shots[0].id == "bird");
        CHECK(told->shots[0].start_frame == 0);
        CHECK(told->shots[0].frames == 14);
        CHECK(told->shots[1].start_frame == 14);
        CHECK(told->shots[1].frames == 7);
    }

    TEST_CASE("the recipe and the mark can be left out, the mark not without a word") {
        const FilmedProject film;
        const std::string out = film.output("film.mp4");
        REQUIRE(run_captured({"export", film.path(), "-o", out, "--no-recipe"}).code == 0);
        const auto marked = read_provenance(out);
        REQUIRE(marked);
        CHECK(marked->shots.empty());
        CHECK_FALSE(marked->source_type.empty());
        const auto unmarked = run_captured({"export", film.path(), "-o", out, "--no-recipe", "--no-mark"});
        CHECK(unmarked.code == 0);
        CHECK(unmarked.err.find("will not say that a model made it") != std::string::npos);
    }

    TEST_CASE("the extension chooses the kind of file, the options its encoding") {
        const FilmedProject film;
        for (const std::string name : {"film.mov", "film.mkv", "film.webm", "film.gif"}) {
            CAPTURE(name);
            const auto run = run_captured({"export", film.path(), "-o", film.output(name), "--range", "lion"});
            CHECK_MESSAGE(run.code == 0, run.err);
            CHECK(frames_in(film.output(name)) == FilmedProject::kFrames);
        }
        const auto chosen = run_captured({"export", film.path(), "-o", film.output("c.mp4"), "--codec", "h264", "--crf",
                                          "30", "--preset", "veryfast"});
        CHECK_MESSAGE(chosen.code == 0, chosen.err);
        CHECK(fs::file_size(film.output("c.mp4")) > 0);
        REQUIRE(run_captured({"export", film.path(), "-o", film.output("p.png"), "--range", "3..5"}).code == 0);
        const auto pictures = std::count_if(fs::directory_iterator(film.folder.path()), fs::directory_iterator(),
                                            [](const auto& entry) { return entry.path().extension() == ".png"; });
        CHECK(pictures == 3);
    }

    TEST_CASE("what cannot be written is refused with a word about it, and nothing is left") {
        const FilmedProject film;
        const std::vector<std::vector<std::string>> refused{
            {"-o", film.output("film.avi")},
            {"-o", film.output("film.mp4"), "--codec", "vp9"},
            {"-o", film.output("film.mp4"), "--codec", "h264", "--crf", "63"},
            {"-o", film.output("film.mp4"), "--preset", "quick"},
            {"-o", film.output("film.png"), "--crf", "20"},
            {"-o", film.output("film.mp4"), "--range", "60..80"},
            {"-o", film.output("film.mp4"), "--range", "tiger"},
            {"-o", film.output("nowhere/film.mp4")},
            {},
        };
        for (const auto& words : refused) {
            std::vector<std::string> line{"export", film.path()};
            line.insert(line.end(), words.begin(), words.end());
            const auto run = run_captured(line);
            CAPTURE(run.err);
            CHECK(run.code == 2);
            CHECK_FALSE(run.err.empty());
        }
        for (const auto& entry : fs::directory_iterator(film.folder.path())) {
            CHECK(entry.path().stem() == "film");
            CHECK(entry.path().extension().string().starts_with(".t2v"));
        }
    }

    TEST_CASE("a film with a shot that was not rendered names it, and a range without it can be exported") {
        FilmedProject film;
        film.film.shots[3].chosen_take = {};
        film.save();
        const auto whole = run_captured({"export", film.path(), "-o", film.output("film.mp4")});
        CHECK(whole.code == 2);
        CHECK(whole.err.find("shot 4") != std::string::npos);
        CHECK_FALSE(fs::exists(film.output("film.mp4")));
        CHECK(run_captured({"export", film.path(), "-o", film.output("film.mp4"), "--range", "lion..whale"}).code == 0);
    }

    TEST_CASE("the part that a killed export left becomes a film") {
        const FilmedProject film;
        const std::string whole = film.output("film.mp4");
        REQUIRE(run_captured({"export", film.path(), "-o", whole}).code == 0);
        const std::string part = film.output("killed.mp4.1.part");
        fs::rename(whole, part);
        const auto run = run_captured({"export", part, "-o", film.output("saved.mp4")});
        CHECK_MESSAGE(run.code == 0, run.err);
        CHECK(frames_in(film.output("saved.mp4")) == 4 * FilmedProject::kFrames);
        CHECK(run_captured({"export", film.output("none.part"), "-o", film.output("x.mp4")}).code == 2);
    }
}
