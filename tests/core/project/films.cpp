// SPDX-License-Identifier: Apache-2.0
#include "tests/core/project/films.h"

#include <array>
#include <vector>

namespace longtake {

namespace {

size_t below(std::mt19937& random, size_t bound) {
    return random() % bound;
}
bool one_in(std::mt19937& random, size_t n) {
    return below(random, n) == 0;
}
double fraction(std::mt19937& random) {
    return static_cast<double>(random() % 10'000) / 10'000.0;
}

UnknownKeys some_unknown(std::mt19937& random) {
    return one_in(random, 6) ? UnknownKeys{{"x_" + std::to_string(below(random, 9)), "{a: 1, b: [x, \"y: z\"]}"}}
                             : UnknownKeys{};
}

Seam random_seam(std::mt19937& random) {
    Seam seam;
    seam.kind = static_cast<SeamKind>(below(random, 3));
    seam.dissolve_s = one_in(random, 2) ? 0.5 : 0.01 + 9 * fraction(random);
    if (one_in(random, 3)) {
        seam.blend_latents = static_cast<int64_t>(below(random, 9));
    }
    seam.context_latents = one_in(random, 3) ? static_cast<int64_t>(below(random, 65)) : 0;
    seam.unknown = some_unknown(random);
    return seam;
}

std::vector<Keyframe> random_keyframes(std::mt19937& random) {
    std::vector<Keyframe> keyframes;
    if (one_in(random, 3)) {
        keyframes.push_back({"images/a b.png", KeyframePlace::First, 0, some_unknown(random)});
    }
    if (one_in(random, 3)) {
        keyframes.push_back({"日本語/عربى.png", KeyframePlace::At, 3 * fraction(random), {}});
    }
    if (one_in(random, 3)) {
        keyframes.push_back({"last.png", KeyframePlace::Last, 0, {}});
    }
    return keyframes;
}

} // namespace

Project full_film() {
    Project project;
    project.title = "Every field: #1";
    project.size = {832, 480};
    project.frame_rate = {24000, 1001};
    project.seed = 42;
    project.model = "./models/wan";
    project.steps = 12;
    project.guidance = 0.0;
    project.drift_help = 0.25;
    project.look = {"35 mm film", "blur, text", {{"lut", "[1, 2.50, \"x\"]"}}};
    project.characters = {{"Ana", "a tall woman\nin red", "a woman", {{"voice", "alto"}}}, {"アナ", "", {}, {}}};
    project.scenes = {{{"city"}, "City at noon", "a futuristic city", "a city", {{"colour", "\"#ff9142\""}}},
                      {{"sea"}, "", "", "", {}}};
    Shot shot;
    shot.id = {"s1"};
    shot.prompt = "@Ana looks up: \"a ship!\"\n\nIt lands. 👩‍🚀 مرحبا </s>";
    shot.negative = "null";
    shot.length = FrameCount{33};
    shot.seam = {SeamKind::Dissolve, 1.25, 3, 2, {{"curve", "ease"}}};
    shot.scene = {"city"};
    shot.seed = 0;
    shot.steps = 4;
    shot.guidance = 3.5;
    shot.camera = "push-in";
    shot.keyframes = {{"images/a.png", KeyframePlace::First, 0, {{"strength", "0.5"}}},
                      {"b.png", KeyframePlace::At, 1.5, {}},
                      {"c.png", KeyframePlace::Last, 0, {}}};
    shot.is_loop = true;
    shot.narration = "She had waited.";
    shot.notes = "- check\n- again\n";
    shot.source = "@Ana looks up [cut]";
    shot.chosen_take = {"t1.2-a"};
    shot.is_pinned = true;
    shot.unknown = {{"marker", "red"}, {"review", "{by: ann, at: [1, 2]}"}};
    project.shots = {shot, Shot{}};
    project.shots[1].id = {"s2"};
    project.shots[1].seam.kind = SeamKind::Cut;
    project.ratings = {{{"t1.2-a"}, {5, "the one", {{"likes", "3"}}}}, {{"t9"}, {1, "", {}}}};
    project.deleted_takes = {{{"t9"}, {"s2"}}, {{"t10"}, {"gone"}}};
    project.film_unknown = {{"aspect", "1.78"}};
    project.unknown = {{"soundtrack", "{file: a.wav, gain: -3}"}};
    return project;
}

std::string random_text(std::mt19937& random) {
    static const std::vector<std::string> pieces{
        "a lion", " ",           "\n",    ": ",      " #",     "- ",   "\t",  "\"",      "'",
        "\\",     "👩‍🚀", "مرحبا", "e\u0301", "日本語", "null", "1e5", "\x1b[0m", "</s>",
        "{{x}}",  "@Ana",        "\r\n",  "\u2028",  "~",      "[4s]", "|",   "\u00A0"};
    std::string text;
    for (size_t n = below(random, 8); n > 0; --n) {
        text += pieces[below(random, pieces.size())];
    }
    return text;
}

Shot random_shot(std::mt19937& random, const Project& project) {
    Shot shot;
    shot.prompt = random_text(random);
    shot.id = new_shot_id(shot.prompt + std::to_string(random()),
                          [&](const ShotId& id) { return project.find(id) != nullptr; });
    shot.negative = one_in(random, 3) ? random_text(random) : "";
    if (one_in(random, 2)) {
        shot.length = FrameCount{1 + static_cast<int64_t>(below(random, 200))};
    } else {
        shot.length = Seconds{0.1 + 5 * fraction(random)};
    }
    shot.seam = random_seam(random);
    if (!project.scenes.empty() && one_in(random, 2)) {
        shot.scene = project.scenes[below(random, project.scenes.size())].id;
    }
    if (one_in(random, 3)) {
        shot.seed = random();
        shot.steps = 1 + static_cast<int64_t>(below(random, 50));
        shot.guidance = 10 * fraction(random);
    }
    shot.camera = one_in(random, 4) ? "pan-left" : "";
    shot.keyframes = random_keyframes(random);
    shot.is_loop = one_in(random, 8);
    shot.narration = one_in(random, 4) ? random_text(random) : "";
    shot.notes = one_in(random, 4) ? random_text(random) : "";
    shot.source = one_in(random, 4) ? random_text(random) : "";
    if (one_in(random, 2)) {
        shot.chosen_take = {"t" + std::to_string(random() % 1000)};
        shot.is_pinned = one_in(random, 3);
    }
    shot.unknown = some_unknown(random);
    return shot;
}

Project random_film(std::mt19937& random, size_t most_shots) {
    Project project;
    project.title = random_text(random);
    project.size = {16 + 8 * static_cast<int64_t>(below(random, 100)), 480};
    constexpr std::array<FrameRate, 4> kRates{{{16, 1}, {24, 1}, {24000, 1001}, {25, 2}}};
    project.frame_rate = kRates[below(random, kRates.size())];
    project.seed = random();
    project.steps = one_in(random, 2) ? 0 : 20;
    project.guidance = one_in(random, 2) ? -1.0 : 10 * fraction(random);
    project.look.style = random_text(random);
    project.characters = {{"Ana", random_text(random), {}, some_unknown(random)},
                          {"Bob", random_text(random), random_text(random), {}}};
    for (size_t n = below(random, 4); n > 0; --n) {
        project.scenes.push_back(
            {{"scene-" + std::to_string(n)}, random_text(random), random_text(random), {}, some_unknown(random)});
    }
    for (size_t n = below(random, most_shots + 1); n > 0; --n) {
        project.shots.push_back(random_shot(random, project));
    }
    for (size_t n = below(random, 4); n > 0; --n) {
        project.ratings[{"t" + std::to_string(n)}] = {1 + static_cast<int64_t>(below(random, 5)), random_text(random),
                                                      some_unknown(random)};
    }
    project.unknown = some_unknown(random);
    return project;
}

} // namespace longtake
