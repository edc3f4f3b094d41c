// SPDX-License-Identifier: Apache-2.0
// render and verify --render through the command line, on films small enough for a model of a few thousand weights.
#include "app/cli/film_session.h"
#include "core/base/atomic_file.h"
#include "core/base/program_folders.h"
#include "core/cache/take_store.h"
#include "core/media/video_reader.h"
#include "core/models/wan/random_wan.h"
#include "core/project/project_file.h"
#include "core/project/project_path.h"
#include "tests/app/captured_output.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tiny_wan.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <map>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

/// A film with a model of its own beside it.
struct Workplace {
    TemporaryFolder folder;
    fs::path film;

    explicit Workplace(const std::string& shots, const std::string& name = "film.t2vproj")
        : film(folder.path() / fs::u8path(name)) {
        fs::create_directories(film.parent_path());
        write_tiny_wan(film.parent_path());
        write("longtake: 1\nfilm: {size: 128x96, steps: 1, guidance: 1}\nmodel: model\nshots:\n" + shots);
    }

    void write(const std::string& text) const { REQUIRE(write_file_atomically(film, text)); }
    void change(const std::string& from, const std::string& to) const {
        std::string text = *read_file(film);
        const size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        write(text.replace(at, from.size(), to));
    }
    CapturedRun run(std::vector<std::string> words) const {
        words.insert(words.begin() + 1, film.string());
        return run_captured(words);
    }
    std::map<std::string, std::string> states() const {
        const auto planned = run({"plan", "--json"});
        REQUIRE_MESSAGE(planned.code == 0, planned.err);
        const auto plan = nlohmann::json::parse(planned.out);
        std::map<std::string, std::string> states;
        for (const auto& shot : plan.at("shots")) {
            states[shot.at("id")] = shot.at("state");
        }
        return states;
    }
    std::map<std::string, std::string> chosen() const {
        const auto loaded = load_project(film);
        REQUIRE(loaded);
        std::map<std::string, std::string> takes;
        for (const Shot& shot : loaded->project.shots) {
            takes[shot.id.value] = shot.chosen_take.value;
        }
        return takes;
    }
    size_t takes_of(const std::string& shot) const {
        const auto index = TakeStore(data_folder_of(film)).load();
        REQUIRE(index);
        return index->of_shot({shot}).size();
    }
    std::string take_folder(const std::string& shot) const {
        return TakeStore(data_folder_of(film)).take_folder({chosen().at(shot)}).string();
    }
};

std::string shot(const std::string& id, const std::string& more = {}) {
    return "- {id: " + id + ", prompt: picture " + id + ", length: 5 frames" + more + "}\n";
}

const std::string kEightShots = shot("s1") + shot("s2") + shot("s3") + shot("s4") + shot("s5") +
                                shot("s6", ", seam: cut") + shot("s7") + shot("s8");

} // namespace

TEST_SUITE("cli.render") {
    TEST_CASE("an edit of shot 4 of 8 renders 4 to the end of its sequence, and a second time nothing is rendered") {
        const Workplace at(kEightShots);
        REQUIRE(at.run({"render"}).code == 0);
        const auto before = at.chosen();
        const std::string film_text = *read_file(at.film);
        const auto idle = at.run({"render"});
        CHECK(idle.code == 0);
        CHECK(idle.err.find("nothing to render") != std::string::npos);
        CHECK(*read_file(at.film) == film_text);
        at.change("picture s4", "another picture");
        for (const auto& [id, state] : at.states()) {
            CAPTURE(id);
            CHECK(state == (id == "s4" || id == "s5" ? "stale" : "fresh"));
        }
        const auto again = at.run({"render"});
        CHECK(again.code == 0);
        CHECK(again.err.find("2 take(s) rendered") != std::string::npos);
        for (const auto& [id, take] : at.chosen()) {
            CAPTURE(id);
            CHECK((take == before.at(id)) == (id != "s4" && id != "s5"));
        }
        at.change("another picture", "picture s4");
        CHECK(at.run({"render"}).err.find("nothing to render") != std::string::npos);
        CHECK(at.chosen() == before); // the earlier takes fit again
    }

    TEST_CASE(
        "one shot that cannot be rendered stops what continues from it and nothing else, and the exit code says so") {
        const Workplace at(shot("a") + shot("b", ", keyframes: [none.png]") + shot("c") + shot("d", ", seam: cut"));
        const auto run = at.run({"render", "-o", (at.folder.path() / "film.mp4").string()});
        CHECK(run.code == 2);
        CHECK(run.err.find("none.png") != std::string::npos);
        CHECK_FALSE(fs::exists(at.folder.path() / "film.mp4"));
        const auto states = at.states();
        CHECK(states.at("a") == "fresh");
        CHECK(states.at("b") == "failed");
        CHECK(states.at("d") == "fresh");
        CHECK(at.takes_of("c") == 0);
    }

    TEST_CASE("some shots alone, with what they continue from; the film when it is complete") {
        const Workplace at(shot("a") + shot("b") + shot("c", ", seam: cut"));
        CHECK(at.run({"render", "--shots", "2"}).code == 0);
        CHECK(at.takes_of("a") == 1);
        CHECK(at.takes_of("b") == 1);
        CHECK(at.takes_of("c") == 0);
        CHECK(at.run({"render", "--shots", "4"}).code == 2);
        CHECK(at.run({"render", "--shots", "b..a"}).code == 2);
        const fs::path out = at.folder.path() / "film.mp4";
        const auto whole = at.run({"render", "--json", "-o", out.string()});
        REQUIRE_MESSAGE(whole.code == 0, whole.err);
        const auto report = nlohmann::json::parse(whole.out);
        CHECK(report.at("takes") == 1);
        CHECK(report.at("frames") == 14);
        double parts = 0;
        for (const char* part : {"load", "text", "denoise", "decode", "encode", "write"}) {
            CAPTURE(part);
            CHECK(report.at("timings_s").at(part).get<double>() >= 0.0);
            parts += report.at("timings_s").at(part).get<double>();
        }
        CHECK(report.at("timings_s").at("first_preview").get<double>() > 0.0);
        CHECK(report.at("timings_s").at("total").get<double>() >= parts);
        CHECK(*VideoReader::open(out)->frame_count() == 14);
    }

    TEST_CASE("every shot gets the variations asked for, and no more when asked again") {
        const Workplace at(shot("a") + shot("b"));
        CHECK(at.run({"render", "--takes", "2"}).code == 0);
        const auto shown = at.chosen();
        CHECK(at.takes_of("a") == 2);
        CHECK(at.takes_of("b") == 2);
        CHECK(at.run({"render", "--takes", "2"}).err.find("nothing to render") != std::string::npos);
        CHECK(at.run({"render", "--takes", "3", "--shots", "b"}).code == 0);
        CHECK(at.takes_of("b") == 3);
        CHECK(at.chosen() == shown);
        CHECK(at.run({"render", "--takes", "0"}).code == 2);
    }

    TEST_CASE("another model for once leaves the film as it is") {
        const Workplace at(shot("a"));
        RandomWan other = tiny_wan();
        other.seed = 12;
        REQUIRE(write_random_wan(at.folder.path() / "other", other));
        REQUIRE(at.run({"render"}).code == 0);
        const std::string text = *read_file(at.film);
        CHECK(at.run({"render", "--model", "other"}).err.find("1 take(s) rendered") != std::string::npos);
        CHECK(*read_file(at.film) == text);
        CHECK(at.takes_of("a") == 2);
        CHECK(at.states().at("a") == "fresh");
        CHECK(at.run({"render", "--model", "other"}).err.find("nothing to render") != std::string::npos);
    }

    TEST_CASE("a film finds a model by the name it was added under") {
        const Workplace at(shot("a"));
        const fs::path config = at.folder.path() / "config";
        setenv("LONGTAKE_CONFIG", config.c_str(), 1);
        fs::create_directories(at.folder.path() / "elsewhere");
        fs::rename(at.folder.path() / "model", at.folder.path() / "elsewhere" / "weights");
        at.change("model: model", "model: mine");
        CHECK(at.run({"plan"}).err.find("there is no model 'mine'") != std::string::npos);
        REQUIRE(run_captured({"model", "add", (at.folder.path() / "elsewhere" / "weights").string(), "--name", "mine"})
                    .code == 0);
        CHECK(at.run({"render"}).code == 0);
        CHECK(at.states().at("a") == "fresh");
        unsetenv("LONGTAKE_CONFIG");
    }

    TEST_CASE("the takes of another model are planned, exported and measured under its name") {
        const Workplace at(shot("a") + shot("b"));
        RandomWan other = tiny_wan();
        other.seed = 12;
        REQUIRE(write_random_wan(at.folder.path() / "other", other));
        const std::string out = (at.folder.path() / "film.mp4").string();
        const auto early = at.run({"measure", "--model", "other"});
        CHECK(early.code == 2);
        CHECK(early.err.find("longtake render " + at.film.string() + " --model other") != std::string::npos);
        REQUIRE(at.run({"render", "--model", "other"}).code == 0);
        for (const std::vector<std::string>& words : {std::vector<std::string>{"measure"}, {"export", "-o", out}}) {
            const auto own = at.run(words);
            CHECK(own.code == 2);
            CHECK(own.err.find("made with the model 'other'") != std::string::npos);
            CHECK(own.err.find("--model other") != std::string::npos);
        }
        const auto measured = at.run({"measure", "--json", "--model", "other"});
        REQUIRE_MESSAGE(measured.code == 0, measured.err);
        CHECK(nlohmann::json::parse(measured.out).at("frames") == 9);
        CHECK(at.run({"plan", "--model", "other"}).out.find("nothing to render") != std::string::npos);
        REQUIRE(at.run({"export", "-o", out, "--model", "other"}).code == 0);
        CHECK(nlohmann::json::parse(run_captured({"verify", out, "--json"}).out).at("model") == "other");
        CHECK(run_captured({"measure", out, "--model", "other"}).code == 2);
        at.change("picture b", "edited since");
        CHECK(at.run({"export", "-o", out, "--model", "other"}).code ==
              0); // stale takes are shown, as the film's own are
    }

    TEST_CASE("trim finds the checkpoints that no render would go on with") {
        const Workplace at(shot("a"));
        REQUIRE(at.run({"render"}).code == 0);
        const fs::path folder = data_folder_of(at.film) / "checkpoints";
        const fs::path left = folder / (std::string(64, 'f') + ".safetensors");
        fs::create_directories(folder);
        REQUIRE(write_file_atomically(left, "of a shot that is no more"));
        const auto dry = at.run({"trim", "--checkpoints", "--dry-run", "--json"});
        REQUIRE_MESSAGE(dry.code == 0, dry.err);
        CHECK(nlohmann::json::parse(dry.out).at("checkpoints") == 1);
        CHECK(fs::exists(left));
        fs::rename(at.folder.path() / "model", at.folder.path() / "away");
        const auto unknown = at.run({"trim", "--checkpoints"});
        CHECK(unknown.code == 0);
        CHECK(unknown.err.find("checkpoints stay") != std::string::npos);
        CHECK(fs::exists(left));
        fs::rename(at.folder.path() / "away", at.folder.path() / "model");
        CHECK(at.run({"trim", "--days", "365"}).code == 0);
        CHECK_FALSE(fs::exists(left));
        CHECK(at.takes_of("a") == 1);
    }

    TEST_CASE("edits made in the film while it renders stay") {
        const Workplace at(shot("a") + shot("b"));
        REQUIRE(at.run({"render"}).code == 0);
        const auto takes = at.chosen();
        at.change("take: " + takes.at("b"), "notes: none"); // as before the render
        const auto opened = open_film(at.film, {}, {});
        REQUIRE(opened);
        at.change("picture a", "edited meanwhile");
        REQUIRE(save_shown_takes(*opened, {{{"a"}, {"other"}}, {{"b"}, {takes.at("b")}}, {{"gone"}, {"t"}}}));
        const auto now = load_project(at.film);
        REQUIRE(now);
        CHECK(now->project.shots[0].prompt == "edited meanwhile");
        CHECK(now->project.shots[1].chosen_take.value == takes.at("b"));
    }

    TEST_CASE("a take is made again from its receipt, and another model is not taken for its own") {
        const Workplace at(shot("a") + shot("b"));
        REQUIRE(at.run({"render"}).code == 0);
        const std::string take = at.take_folder("b");
        const auto same = run_captured({"verify", take, "--render"});
        CHECK_MESSAGE(same.code == 0, same.err);
        CHECK(same.err.find("the same latents and the same frames") != std::string::npos);
        const auto json = nlohmann::json::parse(run_captured({"verify", take, "--render", "--json"}).out);
        CHECK(json.at("made_again").at("same") == true);
        CHECK(json.at("made_again").at("latents_error") == 0.0);
        RandomWan other = tiny_wan();
        other.seed = 12;
        fs::remove_all(at.folder.path() / "model");
        REQUIRE(write_random_wan(at.folder.path() / "model", other));
        const auto changed = run_captured({"verify", take, "--render"});
        CHECK(changed.code == 3);
        CHECK(changed.err.find("is not the one the take was made with") != std::string::npos);
        CHECK(run_captured({"verify", at.film.string(), "--render"}).code == 2);
    }

    TEST_CASE("a film under any name is planned, rendered, exported, measured and verified") {
        const Workplace at(shot("a") + shot("b"), "日本語 عربى 'q' $HOME/ein Film & more .t2vproj");
        CHECK(at.run({"check"}).code == 0);
        CHECK(at.run({"plan"}).code == 0);
        CHECK(at.run({"render"}).code == 0);
        const std::string out = (at.film.parent_path() / fs::u8path("fertig – 完.mp4")).string();
        CHECK(at.run({"export", "-o", out}).code == 0);
        CHECK(run_captured({"measure", out}).code == 0);
        CHECK(run_captured({"verify", out}).code == 0);
        CHECK(run_captured({"verify", at.take_folder("b"), "--render"}).code == 0);
    }

    TEST_CASE("odd films: none or one frame, an empty prompt, a prompt of every sign") {
        const Workplace empty("  []\n");
        CHECK(empty.run({"check"}).code == 0);
        CHECK(empty.run({"plan"}).code == 0);
        CHECK(empty.run({"render"}).code == 0);
        CHECK(empty.run({"render", "-o", (empty.folder.path() / "film.mp4").string()}).code == 2);
        const Workplace odd(
            "- {id: a, prompt: '', length: 1 frames}\n"
            "- {id: b, prompt: \"</s> {{x}} $(rm) \\e[31m \\u202Eabc 👩‍🚀\", length: 1 frames}\n");
        CHECK(odd.run({"render"}).code == 0);
        CHECK(odd.takes_of("b") == 1);
    }
}
