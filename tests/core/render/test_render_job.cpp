// SPDX-License-Identifier: Apache-2.0
// A small film rendered with the starter model: what renders, what is kept, and that the bytes do not depend on how a
// shot came about.
#include "core/render/render_job.h"

#include "core/base/atomic_file.h"
#include "core/cache/take_store.h"
#include "core/render/find_model.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

using namespace longtake;

namespace {

namespace fs = std::filesystem;

fs::path starter_folder() {
    return fs::path(std::getenv("LONGTAKE_SOURCE_DIR")) / "resources" / "models" / "starter";
}

/// The model is loaded once for all cases.
VideoModel& starter() {
    static std::unique_ptr<VideoModel> model = [] {
        auto loaded = load_video_model(starter_folder(), {});
        REQUIRE(loaded);
        return std::move(*loaded);
    }();
    return *model;
}

Shot make_shot(const std::string& id, const std::string& prompt, SeamKind seam) {
    Shot shot;
    shot.id = {id};
    shot.prompt = prompt;
    shot.length = FrameCount{5};
    shot.seam.kind = seam;
    return shot;
}

/// Two sequences: a b c, then d e.
Project small_film() {
    Project film;
    film.size = {128, 96}; // x264 gives other bytes each time for pictures narrower than a cache line or two
    film.steps = 2;
    film.guidance = 1.0;
    film.shots = {make_shot("a", "a red car in the city", SeamKind::Cut),
                  make_shot("b", "a red car in the desert", SeamKind::Continue),
                  make_shot("c", "a lion in the desert", SeamKind::Continue),
                  make_shot("d", "a whale in the sea", SeamKind::Cut),
                  make_shot("e", "a boat in the sea", SeamKind::Continue)};
    return film;
}

/// A film in a folder of its own, and what jobs on it did.
struct Studio {
    TemporaryFolder folder;
    Project film = small_film();
    std::vector<std::string> made;   ///< shots of takes, in order
    std::vector<std::string> failed;
    bool model_was_needed = false;
    std::function<void(const WorkerEvent&, JobControl&)> react;

    fs::path file() const { return folder.path() / "film.t2vproj"; }

    RenderParts parts() {
        RenderParts parts;
        auto facts = read_model_facts(starter_folder(), "starter", folder.path() / "cache");
        REQUIRE(facts);
        parts.facts = *facts;
        parts.model = [this]() -> Result<VideoModel*> {
            model_was_needed = true;
            return &starter();
        };
        parts.camera_text = [](const Shot&) { return std::string(); };
        parts.timings_file = folder.path() / "timings.json";
        parts.program = "test";
        parts.checkpoint_interval_s = 0;
        return parts;
    }

    JobOutcome render(const RenderOrder& order = {{"job"}, {}, 1, false}) {
        made.clear();
        failed.clear();
        model_was_needed = false;
        RenderJob job(film, file(), parts());
        JobControl control;
        const JobOutcome outcome = job.run(order, control, [&](const WorkerEvent& event) {
            if (const auto* take = std::get_if<event::TakeDone>(&event)) {
                made.push_back(take->shot.value);
            }
            if (const auto* failure = std::get_if<event::ShotFailed>(&event)) {
                failed.push_back(failure->shot.value);
            }
            if (react) {
                react(event, control);
            }
        });
        for (const auto& [shot, take] : job.shown_takes()) {
            film.find(shot)->chosen_take = take;
        }
        return outcome;
    }

    std::string latents_of(const std::string& shot) const {
        auto index = TakeStore(data_folder_of(file())).load();
        REQUIRE(index);
        const Receipt* receipt = index->find(film.find(ShotId{shot})->chosen_take);
        REQUIRE(receipt != nullptr);
        return receipt->latents_sha256;
    }
    std::string frames_of(const std::string& shot) const {
        const TakeStore store(data_folder_of(file()));
        auto bytes = read_file(store.take_folder(film.find(ShotId{shot})->chosen_take) / kFramesFile);
        REQUIRE(bytes);
        return *bytes;
    }
    void forget_take(const std::string& shot) {
        TakeStore store(data_folder_of(file()));
        REQUIRE(store.remove({film.find(ShotId{shot})->chosen_take}));
        film.find(ShotId{shot})->chosen_take = {};
    }
};

using Names = std::vector<std::string>;

} // namespace

TEST_SUITE("render.render_job") {
    TEST_CASE("a film renders once, and the second time does nothing and loads no model") {
        Studio studio;
        CHECK(studio.render() == JobOutcome::Done);
        CHECK((studio.made == Names{"a", "b", "c", "d", "e"}));
        CHECK(studio.render() == JobOutcome::Done);
        CHECK(studio.made.empty());
        CHECK_FALSE(studio.model_was_needed);
    }

    TEST_CASE("an edit renders the shot and what continues from it, and nothing else") {
        Studio studio;
        REQUIRE(studio.render() == JobOutcome::Done);
        const std::string first = studio.frames_of("a");
        const std::string other = studio.frames_of("d");
        studio.film.find(ShotId{"b"})->prompt = "a blue bus in the desert";
        CHECK(studio.render() == JobOutcome::Done);
        CHECK((studio.made == Names{"b", "c"}));
        CHECK(studio.frames_of("a") == first);
        CHECK(studio.frames_of("d") == other);
    }

    TEST_CASE("a shot rendered alone has the bytes it had in the chain") {
        Studio studio;
        REQUIRE(studio.render() == JobOutcome::Done);
        for (const char* shot : {"b", "c", "e"}) {
            CAPTURE(std::string(shot));
            const std::string latents = studio.latents_of(shot);
            const std::string frames = studio.frames_of(shot);
            studio.forget_take(shot);
            CHECK(studio.render({{"job"}, {ShotId{shot}}, 1, false}) == JobOutcome::Done);
            CHECK((studio.made == Names{shot}));
            CHECK(studio.latents_of(shot) == latents);
            CHECK((studio.frames_of(shot) == frames));
        }
    }

    TEST_CASE("a shot stopped at any step goes on to the same bytes") {
        Studio whole;
        whole.film.shots.resize(2);
        REQUIRE(whole.render() == JobOutcome::Done);
        for (int stop_at = 1; stop_at <= 4; ++stop_at) {
            CAPTURE(stop_at);
            Studio studio;
            studio.film.shots.resize(2);
            int steps = 0;
            studio.react = [&](const WorkerEvent& event, JobControl& control) {
                if (std::holds_alternative<event::Step>(event) && ++steps == stop_at) {
                    control.request(request::JobAction::Pause);
                }
            };
            CHECK(studio.render() == JobOutcome::Paused);
            studio.react = nullptr;
            CHECK(studio.render() == JobOutcome::Done);
            CHECK(studio.latents_of("a") == whole.latents_of("a"));
            CHECK(studio.latents_of("b") == whole.latents_of("b"));
            CHECK((studio.frames_of("b") == whole.frames_of("b")));
        }
    }

    TEST_CASE("variations differ by seed and do not change what the film shows") {
        Studio studio;
        studio.film.shots.resize(1);
        REQUIRE(studio.render() == JobOutcome::Done);
        const TakeId shown = studio.film.shots[0].chosen_take;
        CHECK(studio.render({{"job"}, {{"a"}}, 2, false}) == JobOutcome::Done);
        CHECK((studio.made == Names{"a", "a"}));
        CHECK(studio.film.shots[0].chosen_take == shown);
        auto index = TakeStore(data_folder_of(studio.file())).load();
        REQUIRE(index);
        CHECK(index->of_shot({"a"}).size() == 3);
    }

    TEST_CASE("a shot that cannot be rendered stops what continues from it and nothing else") {
        Studio studio;
        Keyframe missing;
        missing.image = "not-there.png";
        studio.film.find(ShotId{"b"})->keyframes = {missing};
        CHECK(studio.render() == JobOutcome::Failed);
        CHECK((studio.made == Names{"a", "d", "e"}));
        CHECK(std::find(studio.failed.begin(), studio.failed.end(), "b") != studio.failed.end());
    }

    TEST_CASE("a damaged take is set aside and rendered again") {
        Studio studio;
        studio.film.shots.resize(2);
        REQUIRE(studio.render() == JobOutcome::Done);
        const std::string latents = studio.latents_of("b");
        const TakeStore store(data_folder_of(studio.file()));
        const fs::path file = store.take_folder(studio.film.shots[1].chosen_take) / kLatentsFile;
        fs::resize_file(file, fs::file_size(file) - 1);
        CHECK(studio.render() == JobOutcome::Done);
        CHECK((studio.made == Names{"b"}));
        CHECK(studio.latents_of("b") == latents);
    }
}
