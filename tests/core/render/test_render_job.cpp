// SPDX-License-Identifier: Apache-2.0
// What a job renders, what it keeps, and that the bytes do not depend on how a shot came about.
#include "core/render/render_job.h"

#include "core/render/shot_maker.h"
#include "core/weights/safetensors.h"
#include "tests/core/render/faulty_model.h"
#include "tests/core/render/small_studio.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace longtake;

namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::string>;

} // namespace

TEST_SUITE("render.render_job") {
    TEST_CASE("a film renders once, and the second time does nothing and loads no model") {
        SmallStudio studio;
        CHECK(studio.render() == JobOutcome::Done);
        CHECK((studio.made == Names{"a", "b", "c", "d", "e"}));
        CHECK(studio.render() == JobOutcome::Done);
        CHECK(studio.made.empty());
        CHECK_FALSE(studio.model_was_needed);
    }

    TEST_CASE("an edit renders the shot and what continues from it, and nothing else") {
        SmallStudio studio;
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
        SmallStudio studio;
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
        SmallStudio whole;
        whole.film.shots.resize(2);
        REQUIRE(whole.render() == JobOutcome::Done);
        for (int stop_at = 1; stop_at <= 4; ++stop_at) {
            CAPTURE(stop_at);
            SmallStudio studio;
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
        SmallStudio studio;
        studio.film.shots.resize(1);
        REQUIRE(studio.render() == JobOutcome::Done);
        const TakeId shown = studio.film.shots[0].chosen_take;
        CHECK(studio.render({{"job"}, {{"a"}}, 2, true}) == JobOutcome::Done);
        CHECK((studio.made == Names{"a", "a"}));
        CHECK(studio.film.shots[0].chosen_take == shown);
        CHECK(studio.takes_of("a") == 3);
    }

    TEST_CASE("asked for three takes, each shot has three, and asked again nothing is made") {
        SmallStudio studio;
        studio.film.shots.resize(2);
        const RenderOrder order{{"job"}, {}, 3, false};
        CHECK(studio.render(order) == JobOutcome::Done);
        CHECK((studio.made == Names{"a", "a", "a", "b", "b", "b"}));
        CHECK(studio.render(order) == JobOutcome::Done);
        CHECK(studio.made.empty());
        const TakeId shown = studio.film.shots[1].chosen_take;
        studio.forget_take("b");
        CHECK(studio.render(order) == JobOutcome::Done);
        CHECK((studio.made == Names{"b"}));
        CHECK(studio.film.shots[1].chosen_take == shown); // its id follows from its key
        CHECK(studio.render({{"job"}, {{"b"}}, 4, false}) == JobOutcome::Done);
        CHECK((studio.made == Names{"b"}));
    }

    TEST_CASE("estimates have a picture for every frame, where the frame will be") {
        SmallStudio studio;
        studio.film.shots.resize(2);
        studio.film.shots[0].length = FrameCount{21};
        studio.film.shots[1].length = FrameCount{20};
        std::map<std::string, std::map<int64_t, int64_t>> spans; // of each shot: first frame -> count
        RenderParts parts = studio.parts();
        parts.preview = [&spans](const JobId&, const ShotId& shot, int64_t first, const torch::Tensor& clean) {
            spans[shot.value][first] = clean.size(2);
        };
        RenderJob job(studio.film, studio.file(), std::move(parts));
        JobControl control;
        REQUIRE(job.run({{"job"}, {}, 1, false}, control, [](const WorkerEvent&) {}) == JobOutcome::Done);
        for (const auto& [shot, frames] : {std::pair("a", 21), std::pair("b", 20)}) {
            int64_t next = 0;
            for (const auto& [first, count] : spans[shot]) {
                CHECK(first == next);
                next = first + count;
            }
            CHECK(next == frames);
        }
    }

    TEST_CASE("a shot that is only continued from gets no variations") {
        SmallStudio studio;
        studio.film.shots.resize(2);
        CHECK(studio.render({{"job"}, {{"b"}}, 2, false}) == JobOutcome::Done);
        CHECK((studio.made == Names{"a", "b", "b"}));
    }

    TEST_CASE("a shot that cannot be rendered stops what continues from it and nothing else") {
        SmallStudio studio;
        Keyframe missing;
        missing.image = "not-there.png";
        studio.film.find(ShotId{"b"})->keyframes = {missing};
        CHECK(studio.render() == JobOutcome::Failed);
        CHECK((studio.made == Names{"a", "d", "e"}));
        CHECK(std::find(studio.failed.begin(), studio.failed.end(), "b") != studio.failed.end());
    }

    TEST_CASE("a text that is objected to is not rendered, not even as another take of a shot that is fresh") {
        SmallStudio studio;
        studio.film.shots.resize(2);
        REQUIRE(studio.render() == JobOutcome::Done);
        studio.objection = [](const std::string& prompt) {
            return std::string(prompt.find("desert") == std::string::npos ? "" : "no deserts");
        };
        CHECK(studio.render({{"job"}, {}, 1, true}) == JobOutcome::Failed);
        CHECK((studio.made == Names{"a"}));
        CHECK((studio.failed == Names{"b"}));
    }

    TEST_CASE("a damaged take is set aside and rendered again") {
        SmallStudio studio;
        studio.film.shots.resize(2);
        REQUIRE(studio.render() == JobOutcome::Done);
        const std::string latents = studio.latents_of("b");
        const fs::path file = studio.store().take_folder(studio.film.shots[1].chosen_take) / kLatentsFile;
        fs::resize_file(file, fs::file_size(file) - 1);
        CHECK(studio.render() == JobOutcome::Done);
        CHECK((studio.made == Names{"b"}));
        CHECK(studio.latents_of("b") == latents);
    }

    TEST_CASE("what continues from a take that came out with other bits is rendered again") {
        SmallStudio studio;
        studio.film.shots.resize(2);
        REQUIRE(studio.render() == JobOutcome::Done);
        // The same recipe on another machine: the same key, other latents.
        TakeStore store = studio.store();
        const Receipt first = studio.receipt_of("a");
        auto other = store.begin(first.key);
        REQUIRE(other);
        for (const char* file : {kFramesFile, kThumbFile}) {
            fs::copy_file(store.take_folder(first.take) / file, other->file(file));
        }
        auto latents = read_take_latents(store, first.take);
        REQUIRE(latents);
        REQUIRE(save_tensors(other->file(kLatentsFile), {{"latents", *latents + 0.01}}));
        const auto stored = store.commit(std::move(*other), first);
        REQUIRE(stored);
        studio.film.shots[0].chosen_take = stored->take;
        const std::string before = studio.latents_of("b");
        CHECK(studio.render() == JobOutcome::Done);
        CHECK((studio.made == Names{"b"}));
        CHECK(studio.latents_of("b") != before);
        CHECK(studio.render() == JobOutcome::Done);
        CHECK(studio.made.empty());
    }

    TEST_CASE("numbers that are lost at any step fail that shot alone, and nothing of it is kept") {
        for (const size_t at : {size_t{0}, size_t{1}}) {
            CAPTURE(at);
            FaultyModel model(tiny_model());
            model.not_finite_at = at;
            SmallStudio studio;
            studio.model = [&] { return Result<VideoModel*>(&model); };
            std::string message;
            studio.react = [&](const WorkerEvent& event, JobControl&) {
                const auto* failure = std::get_if<event::ShotFailed>(&event);
                message += failure != nullptr && failure->shot.value == "a" ? failure->error.message : "";
            };
            CHECK(studio.render() == JobOutcome::Failed);
            CHECK(message.find("step " + std::to_string(at + 1)) != std::string::npos);
            CHECK((studio.made == Names{"d", "e"}));
            CHECK((studio.failed == Names{"a", "b", "c"}));
            CHECK(studio.takes_of("a") == 0);
            studio.react = nullptr;
            CHECK(studio.render() == JobOutcome::Done);
            CHECK((studio.made == Names{"a", "b", "c"}));
        }
    }

    TEST_CASE("where times cannot be kept, a film is rendered all the same, with a word about it") {
        SmallStudio studio;
        studio.film.shots.resize(1);
        REQUIRE(write_file_atomically(studio.folder.path() / "file", "no folder"));
        studio.timings_file = studio.folder.path() / "file" / "timings.json";
        CHECK(studio.render() == JobOutcome::Done);
        CHECK((studio.made == Names{"a"}));
        CHECK(studio.warnings.size() == 1);
    }

    TEST_CASE("what a killed render left is gone after the next one") {
        SmallStudio studio;
        studio.film.shots.resize(1);
        REQUIRE(studio.render() == JobOutcome::Done);
        const fs::path checkpoints = studio.store().folder() / "checkpoints";
        fs::create_directories(checkpoints);
        const std::string finished = studio.receipt_of("a").key + ".safetensors";
        const std::string waiting =
            std::string(64, 'f') + ".safetensors"; // of a shot that was edited: it may come back
        for (const std::string& name : {finished, waiting, waiting + ".999999999.part"}) {
            REQUIRE(write_file_atomically(checkpoints / name, "half"));
        }
        CHECK(studio.render() == JobOutcome::Done);
        CHECK_FALSE(fs::exists(checkpoints / finished));
        CHECK(fs::exists(checkpoints / waiting));
        CHECK_FALSE(fs::exists(checkpoints / (waiting + ".999999999.part")));
    }

    TEST_CASE("a shot that runs out of memory in sampling or decoding is made on the next rung, in the same bytes") {
        SmallStudio whole;
        whole.film.shots.resize(1);
        REQUIRE(whole.render() == JobOutcome::Done);
        struct Case {
            size_t in_denoising;
            size_t in_decoding;
        };
        for (const Case& scarce : {Case{1, 0}, Case{0, 1}, Case{0, 2}, Case{1, 2}}) {
            CAPTURE(scarce.in_denoising);
            CAPTURE(scarce.in_decoding);
            FaultyModel model(tiny_model());
            model.denoise_savings_needed = scarce.in_denoising;
            model.decode_savings_needed = scarce.in_decoding;
            SmallStudio studio;
            studio.film.shots.resize(1);
            studio.model = [&] { return Result<VideoModel*>(&model); };
            CHECK(studio.render() == JobOutcome::Done);
            const size_t rungs = std::max(scarce.in_denoising, scarce.in_decoding);
            CHECK(studio.warnings.size() == rungs);
            const std::vector<std::string> names{"tiled-decoder", "offloaded-parts"};
            CHECK((studio.receipt_of("a").made_with.memory_savings ==
                   std::vector<std::string>(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(rungs))));
            CHECK(studio.latents_of("a") == whole.latents_of("a"));
            CHECK((studio.frames_of("a") == whole.frames_of("a")));
            for (const auto& sizes : model.decoded) {
                CHECK(sizes[3] == 96);
                CHECK(sizes[4] == 128);
            }
        }
    }

    TEST_CASE("when no rung helps, the shot fails with a way out, and nothing of it is stored") {
        FaultyModel model(tiny_model());
        model.decode_savings_needed = 3;
        SmallStudio studio;
        studio.film.shots.resize(1);
        studio.model = [&] { return Result<VideoModel*>(&model); };
        CHECK(studio.render() == JobOutcome::Failed);
        CHECK((studio.failed == std::vector<std::string>{"a"}));
        CHECK(studio.warnings.size() == 2);
        CHECK(studio.takes_of("a") == 0);
    }

    TEST_CASE("a text longer than the model reads is rendered, with a word about what was left out") {
        SmallStudio studio;
        studio.film.shots.resize(1);
        for (int word = 0; word < 600; ++word) {
            studio.film.shots[0].prompt += " lion";
        }
        CHECK(studio.render() == JobOutcome::Done);
        REQUIRE(studio.warnings.size() == 1);
        CHECK(studio.warnings[0].find("tokens were left out") != std::string::npos);
    }
}
