// SPDX-License-Identifier: Apache-2.0
// What ships in presets/films: every film is sound, and those for the starter use only words it was taught.
#include "core/base/atomic_file.h"
#include "core/project/film_check.h"
#include "core/project/format_reference.h"
#include "core/project/full_prompt.h"
#include "core/project/presets.h"
#include "core/project/project_file.h"
#include "core/project/project_path.h"
#include "core/project/reimport.h"
#include "core/project/story.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <set>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

fs::path source_folder() {
    return std::getenv("LONGTAKE_SOURCE_DIR");
}

std::vector<fs::path> bundled_films() {
    std::vector<fs::path> films;
    for (const auto& entry : fs::directory_iterator(source_folder() / "presets" / "films")) {
        if (entry.path().extension() == ".t2vproj") {
            films.push_back(entry.path());
        }
    }
    std::sort(films.begin(), films.end());
    return films;
}

void add_words(std::set<std::string>& words, const std::string& text) {
    std::string word;
    for (const char letter : text + " ") {
        if (letter >= 'a' && letter <= 'z') {
            word += letter;
        } else if (!word.empty()) {
            words.insert(word);
            word.clear();
        }
    }
}

/// Every word in the captions of the starter's small world.
std::set<std::string> taught_words() {
    const auto text = read_file(source_folder() / "resources" / "world" / "vocabulary.json");
    REQUIRE(text);
    const auto vocabulary = nlohmann::json::parse(*text);
    std::set<std::string> words{"a", "an", "the"};
    const auto add_all = [&](const nlohmann::json& phrases) {
        for (const auto& phrase : phrases) {
            add_words(words, phrase.get<std::string>());
        }
    };
    for (const auto& subject : vocabulary["subjects"]) {
        if (subject["tier"] == "small") {
            add_all(subject["names"]);
        }
    }
    for (const char* section : {"places", "times", "motions", "cameras"}) {
        for (const auto& term : vocabulary[section]) {
            if (term["tier"] == "small") {
                add_all(term["phrases"]);
            }
        }
    }
    for (const auto& kind : vocabulary["verbs"]) {
        for (const auto& phrases : kind) {
            add_all(phrases);
        }
    }
    return words;
}

} // namespace

TEST_SUITE("project.bundled_films") {
    TEST_CASE("every bundled film is sound, without a warning") {
        const auto films = bundled_films();
        CHECK(films.size() >= 10);
        for (const auto& film : films) {
            const FilmCheck check = check_film(film, {4});
            CHECK_MESSAGE(check.is_sound(), utf8_from_path(film));
            for (const Problem& problem : check.problems) {
                FAIL_CHECK(to_string(problem));
            }
        }
    }

    TEST_CASE("the demo has eight shots or more, one cut, one dissolve") {
        const auto demo = load_project(source_folder() / "presets" / "films" / "demo.t2vproj");
        REQUIRE(demo);
        const Project& film = demo->project;
        CHECK(film.shots.size() >= 8);
        std::vector<SeamKind> seams;
        for (size_t index = 1; index < film.shots.size(); ++index) {
            seams.push_back(seam_before(film, index));
        }
        CHECK(std::count(seams.begin(), seams.end(), SeamKind::Cut) == 1);
        CHECK(std::count(seams.begin(), seams.end(), SeamKind::Dissolve) == 1);
    }

    TEST_CASE("films for the starter say only what it was taught") {
        const auto presets = load_presets(source_folder() / "presets");
        REQUIRE(presets);
        const std::set<std::string> taught = taught_words();
        for (const auto& path : bundled_films()) {
            const auto loaded = load_project(path);
            REQUIRE(loaded);
            const bool is_for_large_models = path.stem() == "city-of-visitors";
            for (const Shot& shot : loaded->project.shots) {
                const bool is_preset = shot.camera.empty() || find_camera(*presets, shot.camera) != nullptr;
                CHECK_MESSAGE(is_preset, shot.camera);
                std::set<std::string> words;
                add_words(words, full_prompt(loaded->project, shot, camera_text(*presets, shot.camera)));
                for (const std::string& word : words) {
                    CHECK_MESSAGE((is_for_large_models || taught.contains(word)), (utf8_from_path(path) + ": " + word));
                }
            }
        }
    }

    TEST_CASE("the long story lasts two minutes and is the film made from its text") {
        const auto folder = source_folder() / "presets" / "films";
        const auto story = load_story(folder / "city-of-visitors.txt");
        REQUIRE(story);
        CHECK(story->warnings.empty());
        const auto film = load_project(folder / "city-of-visitors.t2vproj");
        REQUIRE(film);
        CHECK_FALSE(compare_with_story(film->project, *story).is_needed);
        CHECK(film->project.shots.size() >= 20);
        const Timeline timeline = make_timeline(film->project, {4});
        CHECK(timeline.sequences.size() == 1);
        CHECK(static_cast<double>(timeline.total_frames) / film->project.frame_rate.per_second() ==
              doctest::Approx(120).epsilon(0.1));
    }

    TEST_CASE("the screenplay is read whole") {
        const auto story = load_story(source_folder() / "presets" / "films" / "the-lighthouse.fountain");
        REQUIRE(story);
        CHECK(story->warnings.empty());
        CHECK(story->scenes.size() == 6);
        CHECK(story->shots.size() == 13);
        const auto spoken = std::count_if(story->shots.begin(), story->shots.end(),
                                          [](const StoryShot& shot) { return shot.narration.has_value(); });
        CHECK(spoken == 3);
    }

    TEST_CASE("the page about the file format is what the code says") {
        const auto page = read_file(source_folder() / "docs" / "t2vproj.md");
        REQUIRE(page);
        CHECK_MESSAGE(*page == format_reference(), "run: longtake check --format-reference > docs/t2vproj.md");
    }
}
