// SPDX-License-Identifier: Apache-2.0
#include "core/project/edit_makers.h"
#include "core/project/edits.h"
#include "core/project/project_text.h"
#include "core/project/validate.h"
#include "tests/core/project/films.h"

#include <doctest/doctest.h>

#include <functional>

using namespace longtake;

namespace {

size_t below(std::mt19937& random, size_t bound) {
    return random() % bound;
}

ShotId some_id(std::mt19937& random, const Project& project) {
    return project.shots.empty() || below(random, 12) == 0 ? ShotId{"nobody"}
                                                           : project.shots[below(random, project.shots.size())].id;
}

std::vector<ShotId> some_ids(std::mt19937& random, const Project& project) {
    std::vector<ShotId> ids;
    for (size_t n = 1 + below(random, 3); n > 0; --n) {
        ids.push_back(some_id(random, project));
    }
    return ids;
}

TakeId some_take(std::mt19937& random) {
    return {"t" + std::to_string(below(random, 8))};
}

/// A value for some field; one in ten breaks a rule.
ShotValue some_value(std::mt19937& random, const Project& project) {
    const Shot shot = random_shot(random, project);
    const bool is_bad = below(random, 10) == 0;
    switch (below(random, 16)) {
    case 0: return Set<&Shot::prompt>{is_bad ? "\xFF" : shot.prompt};
    case 1: return Set<&Shot::negative>{shot.negative};
    case 2: return Set<&Shot::length>{is_bad ? ShotLength(FrameCount{0}) : shot.length};
    case 3: return Set<&Shot::seam>{is_bad ? Seam{SeamKind::Dissolve, -1, 0, 0, {}} : shot.seam};
    case 4: return Set<&Shot::scene>{is_bad ? SceneId{"no-such"} : shot.scene};
    case 5: return Set<&Shot::seed>{is_bad ? std::optional<int64_t>(-1) : shot.seed};
    case 6: return Set<&Shot::steps>{is_bad ? std::optional<int64_t>(0) : shot.steps};
    case 7: return Set<&Shot::guidance>{shot.guidance};
    case 8: return Set<&Shot::camera>{shot.camera};
    case 9: return Set<&Shot::keyframes>{is_bad ? std::vector<Keyframe>{{"../x", {}, 0, {}}} : shot.keyframes};
    case 10: return Set<&Shot::is_loop>{shot.is_loop};
    case 11: return Set<&Shot::narration>{shot.narration};
    case 12: return Set<&Shot::notes>{shot.notes};
    case 13: return Set<&Shot::source>{shot.source};
    case 14: return Set<&Shot::chosen_take>{shot.chosen_take};
    default: return Set<&Shot::is_pinned>{shot.is_pinned};
    }
}

FilmValue some_film_value(std::mt19937& random) {
    const Project other = random_film(random, 0);
    const bool is_bad = below(random, 10) == 0;
    switch (below(random, 11)) {
    case 0: return Set<&Project::title>{other.title};
    case 1: return Set<&Project::size>{is_bad ? Size{7, 13} : other.size};
    case 2: return Set<&Project::frame_rate>{is_bad ? FrameRate{0, 1} : other.frame_rate};
    case 3: return Set<&Project::seed>{other.seed};
    case 4: return Set<&Project::model>{is_bad ? "/etc" : "./models/x"};
    case 5: return Set<&Project::steps>{other.steps};
    case 6: return Set<&Project::guidance>{other.guidance};
    case 7: return Set<&Project::drift_help>{is_bad ? 2.0 : 0.5};
    case 8: return Set<&Project::look>{other.look};
    case 9: return Set<&Project::characters>{is_bad ? std::vector<Character>(2) : other.characters};
    default: return Set<&Project::scenes>{other.scenes};
    }
}

/// Some edit, sensible or not.
Result<Edit> some_edit(std::mt19937& random, const Project& project) {
    const size_t place = below(random, project.shots.size() + 2);
    switch (below(random, 18)) {
    case 0: return add_shot(project, place, random_text(random));
    case 1:
        return Edit{AddShots{{{place, random_shot(random, project)}, {place + 1, random_shot(random, project)}}}, {}};
    case 2: return Edit{RemoveShots{some_ids(random, project)}, {}};
    case 3: return move_shots(project, some_ids(random, project), place);
    case 4:
        return Edit{
            MoveShots{{{place, some_id(random, project)}, {place + 1 + below(random, 2), some_id(random, project)}}},
            {}};
    case 5: return split_shot(project, some_id(random, project), {1 + static_cast<int64_t>(below(random, 60))});
    case 6: return merge_shots(project, some_ids(random, project));
    case 7: return duplicate_shots(project, some_ids(random, project));
    case 8: return Edit{ReplaceShots{place, below(random, 4), {random_shot(random, project)}}, {}};
    case 9: return set_shots<&Shot::steps>(some_ids(random, project), std::optional<int64_t>(below(random, 9)));
    case 10: return Edit{ChangeFilm{some_film_value(random)}, {}};
    case 11:
        return rename_character(project, below(random, 2) == 0 ? "Ana" : "Bob",
                                below(random, 3) == 0 ? "A b" : "Cleo" + std::to_string(random() % 9));
    case 12: return remove_scene(project, {"scene-" + std::to_string(1 + below(random, 3))});
    case 13: return delete_take(project, some_take(random), some_id(random, project));
    case 14: return choose_take(project, some_id(random, project), some_take(random));
    case 15:
        return Edit{RateTake{some_take(random), {static_cast<int64_t>(below(random, 7)), random_text(random), {}}}, {}};
    case 16: return Edit{RestoreTake{some_take(random)}, {}};
    default: {
        ChangeShots edit;
        for (size_t n = 1 + below(random, 3); n > 0; --n) {
            edit.changes.push_back({some_id(random, project), some_value(random, project)});
        }
        return Edit{std::move(edit), {}};
    }
    }
}

Project three_shots() {
    Project project;
    for (const char* id : {"a", "b", "c"}) {
        Shot shot;
        shot.id = {id};
        shot.prompt = std::string("shot ") + id;
        project.shots.push_back(shot);
    }
    return project;
}

std::string order_of(const Project& project) {
    std::string order;
    for (const Shot& shot : project.shots) {
        order += shot.id.value;
    }
    return order;
}

Edit made(const Result<Edit>& edit) {
    REQUIRE_MESSAGE(edit, edit.error().message);
    return *edit;
}

} // namespace

TEST_SUITE("project.edits") {
    TEST_CASE(
        "random edits: undoing all gives the identical film, redoing all the edited one, failures change nothing") {
        for (uint32_t seed = 0; seed < 40; ++seed) {
            std::mt19937 random(seed);
            Project project = random_film(random, 8);
            const Project original = project;
            std::vector<Edit> undos;
            int refused = 0;
            for (int step = 0; step < 150; ++step) {
                const auto edit = some_edit(random, project);
                if (!edit) {
                    continue;
                }
                const Project before = project;
                const auto undo = apply(project, *edit);
                if (!undo) {
                    ++refused;
                    REQUIRE(project == before);
                    continue;
                }
                REQUIRE(validate(project));
                undos.push_back(*undo);
                Project back = project;
                const auto redo = apply(back, *undo);
                REQUIRE(redo);
                REQUIRE(back == before);
                REQUIRE(apply(back, *redo));
                REQUIRE(back == project);
            }
            CHECK(undos.size() > 40);
            CHECK(refused > 5);
            const Project edited = project;
            std::vector<Edit> redos;
            for (auto undo = undos.rbegin(); undo != undos.rend(); ++undo) {
                const auto redo = apply(project, *undo);
                REQUIRE(redo);
                redos.push_back(*redo);
            }
            REQUIRE(project == original);
            REQUIRE(write_project_text(project) == write_project_text(original));
            for (auto redo = redos.rbegin(); redo != redos.rend(); ++redo) {
                REQUIRE(apply(project, *redo));
            }
            REQUIRE(project == edited);
        }
    }

    TEST_CASE("moving") {
        Project project = three_shots();
        REQUIRE(apply(project, made(move_shots(project, {{"a"}}, 3))));
        CHECK(order_of(project) == "bca");
        REQUIRE(apply(project, made(move_shots(project, {{"a"}, {"b"}}, 0))));
        CHECK(order_of(project) == "bac");
        REQUIRE(apply(project, made(move_shots(project, {{"b"}}, 1))));
        CHECK(order_of(project) == "bac");
        CHECK_FALSE(move_shots(project, {{"b"}}, 4));
        CHECK_FALSE(move_shots(project, {}, 0));
    }

    TEST_CASE("splitting keeps texts, shares length and keyframes, and gives the second half no take") {
        Project project = three_shots();
        Shot& shot = project.shots[1];
        shot.length = Seconds{4};
        shot.seam.kind = SeamKind::Cut;
        shot.chosen_take = {"t1"};
        shot.is_pinned = true;
        shot.notes = "note";
        shot.keyframes = {{"f.png", KeyframePlace::First, 0, {}},
                          {"a.png", KeyframePlace::At, 0.5, {}},
                          {"b.png", KeyframePlace::At, 2.5, {}},
                          {"l.png", KeyframePlace::Last, 0, {}}};
        const Edit edit = made(split_shot(project, {"b"}, {16}));
        CHECK(edit.name == "split shot 2");
        REQUIRE(apply(project, edit));
        REQUIRE(project.shots.size() == 4);
        const Shot& first = project.shots[1];
        const Shot& second = project.shots[2];
        CHECK(first.id.value == "b");
        CHECK(first.length == ShotLength(Seconds{1}));
        CHECK(second.length == ShotLength(Seconds{3}));
        CHECK(second.prompt == first.prompt);
        CHECK(second.seam == Seam{});
        CHECK(second.chosen_take.is_empty());
        CHECK_FALSE(first.is_pinned);
        REQUIRE(first.keyframes.size() == 2);
        REQUIRE(second.keyframes.size() == 2);
        CHECK(second.keyframes[0].at_s == 1.5);
        CHECK(second.keyframes[1].place == KeyframePlace::Last);
        CHECK_FALSE(split_shot(project, {"b"}, {16}));
        CHECK_FALSE(split_shot(project, {"b"}, {0}));
    }

    TEST_CASE("merging keeps all texts and pictures") {
        Project project = three_shots();
        project.shots[0].length = FrameCount{33};
        project.shots[1].length = FrameCount{16};
        project.shots[0].keyframes = {{"l.png", KeyframePlace::Last, 0, {}}};
        project.shots[1].keyframes = {{"f.png", KeyframePlace::First, 0, {}}};
        project.shots[1].narration = "said";
        REQUIRE(apply(project, made(merge_shots(project, {{"b"}, {"a"}}))));
        CHECK(order_of(project) == "ac");
        CHECK(project.shots[0].prompt == "shot a shot b");
        CHECK(project.shots[0].length == ShotLength(FrameCount{49}));
        CHECK(project.shots[0].narration == "said");
        REQUIRE(project.shots[0].keyframes.size() == 2);
        CHECK(project.shots[0].keyframes[0].at_s == doctest::Approx(33.0 / 16.0));
        CHECK(project.shots[0].keyframes[1].place == KeyframePlace::At);
        CHECK_FALSE(merge_shots(project, {{"a"}}));
        Project apart = three_shots();
        CHECK_FALSE(merge_shots(apart, {{"a"}, {"c"}}));
    }

    TEST_CASE("splitting and merging again gives back prompt and length") {
        Project project = three_shots();
        REQUIRE(apply(project, made(split_shot(project, {"b"}, {10}))));
        REQUIRE(apply(project, made(merge_shots(project, {project.shots[1].id, project.shots[2].id}))));
        CHECK(project.shots[1].prompt == "shot b");
        CHECK(project.shots[1].length == ShotLength(Seconds{2}));
    }

    TEST_CASE("copies have ids of their own and no takes") {
        Project project = three_shots();
        project.shots[0].chosen_take = {"t1"};
        REQUIRE(apply(project, made(duplicate_shots(project, {{"b"}, {"a"}}))));
        REQUIRE(project.shots.size() == 5);
        CHECK(project.shots[2].prompt == "shot a");
        CHECK(project.shots[3].prompt == "shot b");
        CHECK(project.shots[2].chosen_take.is_empty());
        CHECK(validate(project));
    }

    TEST_CASE("renaming a character reaches every text and nothing else") {
        Project project = three_shots();
        project.characters = {{"Ana", "a woman", {}, {}}, {"Anabel", "a girl", {}, {}}};
        project.scenes = {{{"s"}, "At @Ana", "the room of @Ana", {}, {}}};
        project.shots[0].prompt = "@Ana meets @Anabel, ana@Ana.org and @Ana's cat";
        REQUIRE(apply(project, made(rename_character(project, "Ana", "Eve"))));
        CHECK(project.shots[0].prompt == "@Eve meets @Anabel, ana@Ana.org and @Eve's cat");
        CHECK(project.scenes[0].description == "the room of @Eve");
        const Project before = project;
        CHECK_FALSE(apply(project, made(rename_character(project, "Eve", "Anabel"))));
        CHECK(project == before);
        CHECK_FALSE(rename_character(project, "Nobody", "x"));
    }

    TEST_CASE("a take that is shown cannot be deleted by itself; the maker lets go of it first") {
        Project project = three_shots();
        project.shots[0].chosen_take = {"t1"};
        project.shots[0].is_pinned = true;
        const Project before = project;
        CHECK_FALSE(apply(project, {DeleteTake{{"t1"}, {"a"}}, {}}));
        const auto undo = apply(project, delete_take(project, {"t1"}, {"a"}));
        REQUIRE(undo);
        CHECK(project.deleted_takes.at({"t1"}).value == "a");
        CHECK(project.shots[0].chosen_take.is_empty());
        CHECK_FALSE(choose_take(project, {"b"}, {"t1"}));
        REQUIRE(apply(project, *undo));
        CHECK(project == before);
    }

    TEST_CASE("ratings: none is no entry") {
        Project project = three_shots();
        REQUIRE(apply(project, {RateTake{{"t1"}, {3, "", {}}}, {}}));
        REQUIRE(apply(project, {RateTake{{"t1"}, {0, "", {}}}, {}}));
        CHECK(project.ratings.empty());
        CHECK_FALSE(apply(project, {RateTake{{"t1"}, {6, "", {}}}, {}}));
        CHECK_FALSE(apply(project, {RateTake{{"../t1"}, {3, "", {}}}, {}}));
    }

    TEST_CASE("removing a scene leaves its shots; a scene in use cannot vanish otherwise") {
        Project project = three_shots();
        project.scenes = {{{"s"}, "Sea", "", {}, {}}};
        project.shots[0].scene = {"s"};
        CHECK_FALSE(apply(project, {ChangeFilm{Set<&Project::scenes>{}}, {}}));
        REQUIRE(apply(project, made(remove_scene(project, {"s"}))));
        CHECK(project.scenes.empty());
        CHECK(project.shots[0].scene.is_empty());
    }

    TEST_CASE("a refused path from the file does not keep the film from being edited, and can come back by undo") {
        Project project = three_shots();
        project.model = "/etc/model";
        project.shots[0].keyframes = {{"../x.png", {}, 0, {}}};
        const Project before = project;
        std::vector<Edit> undos;
        for (const Edit& edit :
             {set_shots<&Shot::prompt>({{"a"}}, std::string("new")), Edit{ChangeFilm{Set<&Project::title>{"new"}}, {}},
              set_shots<&Shot::keyframes>({{"a"}}, std::vector<Keyframe>{}),
              Edit{ChangeFilm{Set<&Project::model>{"starter"}}, {}}, Edit{RemoveShots{{{"a"}}}, {}}}) {
            const auto undo = apply(project, edit);
            REQUIRE_MESSAGE(undo, undo.error().message);
            undos.push_back(*undo);
        }
        for (auto undo = undos.rbegin(); undo != undos.rend(); ++undo) {
            REQUIRE(apply(project, *undo));
        }
        CHECK(project == before);
        CHECK_FALSE(
            apply(project, set_shots<&Shot::keyframes>({{"b"}}, std::vector<Keyframe>{{"../x.png", {}, 0, {}}})));
    }

    TEST_CASE("names for the undo list") {
        Project project = three_shots();
        const auto name = [&](const Edit& edit) { return name_of(project, edit); };
        CHECK(name(made(move_shots(project, {{"b"}}, 0))) == "move shot 2");
        CHECK(name({RemoveShots{{{"a"}, {"b"}}}, {}}) == "remove 2 shots");
        CHECK(name(set_shots<&Shot::prompt>({{"c"}}, std::string("x"))) == "change the prompt of shot 3");
        CHECK(name(set_shots<&Shot::steps>({{"a"}, {"c"}}, std::optional<int64_t>(4))) ==
              "change the steps of 2 shots");
        CHECK(name(set_shots<&Shot::is_pinned>({{"a"}}, true)) == "pin shot 1");
        CHECK(name(add_shot(project, 9, "x")) == "add shot 4");
        CHECK(name({ChangeFilm{Set<&Project::look>{}}, {}}) == "change the film's look");
        CHECK(name(made(choose_take(project, {"b"}, {"t"}))) == "choose the take of shot 2");
        const auto undo = apply(project, made(move_shots(project, {{"b"}}, 0)));
        CHECK(undo->name == "move shot 2");
    }

    TEST_CASE("strokes of typing belong together") {
        const Edit one = set_shots<&Shot::prompt>({{"a"}}, std::string("x"));
        CHECK(has_same_target(one, set_shots<&Shot::prompt>({{"a"}}, std::string("xy"))));
        CHECK_FALSE(has_same_target(one, set_shots<&Shot::prompt>({{"b"}}, std::string("xy"))));
        CHECK_FALSE(has_same_target(one, set_shots<&Shot::notes>({{"a"}}, std::string("xy"))));
        CHECK(
            has_same_target({ChangeFilm{Set<&Project::title>{"a"}}, {}}, {ChangeFilm{Set<&Project::title>{"b"}}, {}}));
        CHECK_FALSE(has_same_target({RemoveShots{}, {}}, {RemoveShots{}, {}}));
    }

    TEST_CASE("ten thousand shots changed at once") {
        Project project;
        std::vector<ShotId> ids;
        for (int i = 0; i < 10'000; ++i) {
            Shot shot;
            shot.id = {"s" + std::to_string(i)};
            ids.push_back(shot.id);
            project.shots.push_back(shot);
        }
        const Project before = project;
        const auto undo = apply(project, set_shots<&Shot::steps>(ids, std::optional<int64_t>(4)));
        REQUIRE(undo);
        CHECK(project.shots[9'999].steps == 4);
        const auto removed = apply(project, {RemoveShots{ids}, {}});
        REQUIRE(removed);
        REQUIRE(apply(project, *removed));
        REQUIRE(apply(project, *undo));
        CHECK(project == before);
    }
}
