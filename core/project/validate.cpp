// SPDX-License-Identifier: Apache-2.0
#include "core/project/validate.h"

#include "core/base/utf8.h"
#include "core/project/full_prompt.h"
#include "core/project/limits.h"
#include "core/project/project_path.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>
#include <utility>

namespace longtake {

namespace {

std::string shortest(double value) {
    char text[32];
    const auto written = std::to_chars(text, text + sizeof text, value);
    return {text, written.ptr};
}

/// Collects violations; `at` says to which part of the film the next ones belong ("shots[3].").
class Rules {
public:
    explicit Rules(size_t most)
        : most_(most) {}

    std::string at;

    bool is_full() const { return found_.size() >= most_; }
    std::vector<Violation> take() { return std::move(found_); }

    void broken(const std::string& field, std::string message, std::string hint = {}) {
        if (!is_full()) {
            found_.push_back({at + field, std::move(message), std::move(hint), false});
        }
    }

    void whole(const std::string& field, int64_t value, Range<int64_t> allowed) {
        if (!allowed.contains(value)) {
            broken(field, std::to_string(value) + " is not from " + std::to_string(allowed.least) + " to " +
                              std::to_string(allowed.most));
        }
    }

    void number(const std::string& field, double value, Range<double> allowed) {
        if (!allowed.contains(value)) {
            broken(field,
                   shortest(value) + " is not from " + shortest(allowed.least) + " to " + shortest(allowed.most));
        }
    }

    void text(const std::string& field, const std::string& value, size_t longest) {
        if (value.size() > longest) {
            broken(field, "is longer than " + std::to_string(longest) + " bytes");
        } else if (value.find('\0') != std::string::npos) {
            broken(field, "has a zero byte");
        } else if (find_invalid_utf8(value)) {
            broken(field, "is not UTF-8");
        }
    }

    void path(const std::string& field, const std::string& value) {
        const auto problem = find_path_problem(value);
        if (problem && !is_full()) {
            found_.push_back({at + field, "path '" + value + "' " + *problem,
                              "Paths start at the film's folder, like images/lion.png.", true});
        }
    }

    void id(const std::string& field, const std::string& value) {
        if (!is_id(value)) {
            broken(field, "'" + value + "' is no id",
                   "An id has up to 64 letters a-z, digits, '-', '_' and '.', and starts with a letter or digit.");
        }
    }

    /// Ids become folder names, so their alphabet is small.
    static bool is_id(const std::string& value) {
        const auto is_letter_or_digit = [](char letter) {
            return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                   (letter >= '0' && letter <= '9');
        };
        const auto is_allowed = [&](char letter) {
            return is_letter_or_digit(letter) || letter == '-' || letter == '_' || letter == '.';
        };
        return !value.empty() && value.size() <= kLongestId && is_letter_or_digit(value[0]) &&
               std::all_of(value.begin(), value.end(), is_allowed) && !find_path_problem(value);
    }

private:
    size_t most_;
    std::vector<Violation> found_;
};

void check_film(Rules& rules, const Project& project) {
    rules.at = "film.";
    rules.text("title", project.title, kLongestLine);
    const Size size = project.size;
    const bool is_size = kSides.contains(size.width) && kSides.contains(size.height) && size.width % kSideStep == 0 &&
                         size.height % kSideStep == 0;
    if (!is_size) {
        rules.broken("size", to_string(size) + " is no picture size of a film",
                     "Both sides are multiples of 8 from 16 to 8192, like 832x480.");
    }
    const FrameRate rate = project.frame_rate;
    if (rate.numerator < 1 || rate.denominator < 1 || !kFrameRates.contains(rate.per_second())) {
        rules.broken("fps", to_string(rate) + " is not from 1 to 240 frames per second");
    }
    rules.whole("seed", project.seed, kSeeds);
    rules.whole("steps", project.steps, {0, kSteps.most});
    if (project.guidance != -1.0) {
        rules.number("guidance", project.guidance, kGuidances);
    }
    rules.number("drift_help", project.drift_help, {0.0, 1.0});
    rules.at.clear();
    rules.text("model", project.model, kLongestLine);
    if (project.model.empty()) {
        rules.broken("model", "is empty",
                     "Name a model that `longtake model list` shows, or a folder beside the film like ./models/wan.");
    } else if (project.model.find_first_of("/\\") != std::string::npos) {
        rules.path("model", project.model);
    }
    rules.text("look.style", project.look.style, kLongestText);
    rules.text("look.negative", project.look.negative, kLongestText);
}

void check_characters(Rules& rules, const std::vector<Character>& characters) {
    std::unordered_set<std::string> names;
    for (const Character& character : characters) {
        rules.at = "characters." + character.name;
        rules.text("", character.name, kLongestName);
        if (!is_character_name(character.name)) {
            rules.broken("", "'" + character.name + "' cannot be called with @",
                         "A name is one word of letters, digits, '_' and '-'.");
        } else if (!names.insert(character.name).second) {
            rules.broken("", "is there twice");
        }
        rules.text(".description", character.description, kLongestText);
        rules.text(".source", character.source, kLongestText);
    }
}

void check_scenes(Rules& rules, const std::vector<Scene>& scenes) {
    std::unordered_set<std::string> ids;
    for (size_t index = 0; index < scenes.size(); ++index) {
        const Scene& scene = scenes[index];
        rules.at = "scenes[" + std::to_string(index) + "].";
        rules.id("id", scene.id.value);
        if (!ids.insert(scene.id.value).second) {
            rules.broken("id", "'" + scene.id.value + "' is the id of another scene, too",
                         "Give one of them another id.");
        }
        rules.text("title", scene.title, kLongestLine);
        rules.text("description", scene.description, kLongestText);
        rules.text("source", scene.source, kLongestText);
    }
}

void check_length(Rules& rules, const ShotLength& length) {
    if (const auto* seconds = std::get_if<Seconds>(&length)) {
        if (!(seconds->value > 0.0 && seconds->value <= kLongestShot.value)) {
            rules.broken("length", shortest(seconds->value) + " s is not above 0 and at most " +
                                       shortest(kLongestShot.value) + " s");
        }
    } else {
        rules.whole("length", std::get<FrameCount>(length).value, {1, kMostFrames});
    }
}

void check_seam(Rules& rules, const Seam& seam) {
    if (!(seam.dissolve_s > 0.0 && seam.dissolve_s <= kLongestDissolve.value)) {
        rules.broken("seam.dissolve", shortest(seam.dissolve_s) + " s is not above 0 and at most " +
                                          shortest(kLongestDissolve.value) + " s");
    }
    if (seam.blend_latents) {
        rules.whole("seam.blend", *seam.blend_latents, {0, kMostBlendLatents});
    }
    rules.whole("seam.context", seam.context_latents, {0, kMostContextLatents});
}

void check_keyframes(Rules& rules, const Shot& shot) {
    const auto count = [&](KeyframePlace place) {
        return std::count_if(shot.keyframes.begin(), shot.keyframes.end(),
                             [&](const Keyframe& one) { return one.place == place; });
    };
    if (shot.keyframes.size() > kMostKeyframes) {
        rules.broken("keyframes", "are more than " + std::to_string(kMostKeyframes));
    }
    if (count(KeyframePlace::First) > 1 || count(KeyframePlace::Last) > 1) {
        rules.broken("keyframes", "pin two images at the same place",
                     "One image may be first and one last; the others need a time.");
    }
    for (size_t index = 0; index < shot.keyframes.size() && !rules.is_full(); ++index) {
        const std::string field = "keyframes[" + std::to_string(index) + "].";
        rules.path(field + "image", shot.keyframes[index].image);
        rules.number(field + "at", shot.keyframes[index].at_s, {0.0, kLongestShot.value});
        if (shot.keyframes[index].place != KeyframePlace::At && shot.keyframes[index].at_s != 0.0) {
            rules.broken(field + "at", "has a time although it is pinned first or last");
        }
    }
}

void check_shot(Rules& rules, const Shot& shot) {
    rules.id("id", shot.id.value);
    rules.text("prompt", shot.prompt, kLongestText);
    rules.text("negative", shot.negative, kLongestText);
    check_length(rules, shot.length);
    check_seam(rules, shot.seam);
    if (!shot.scene.is_empty()) {
        rules.id("scene", shot.scene.value);
    }
    if (shot.seed) {
        rules.whole("seed", *shot.seed, kSeeds);
    }
    if (shot.steps) {
        rules.whole("steps", *shot.steps, kSteps);
    }
    if (shot.guidance) {
        rules.number("guidance", *shot.guidance, kGuidances);
    }
    rules.text("camera", shot.camera, kLongestLine);
    check_keyframes(rules, shot);
    rules.text("narration", shot.narration, kLongestText);
    rules.text("notes", shot.notes, kLongestText);
    rules.text("source", shot.source, kLongestText);
    if (!shot.chosen_take.is_empty()) {
        rules.id("take", shot.chosen_take.value);
    } else if (shot.is_pinned) {
        rules.broken("pinned", "no take is chosen that could be kept", "Choose a take first.");
    }
}

void check_shots(Rules& rules, const Project& project) {
    if (project.shots.size() > kMostShots) {
        rules.at.clear();
        rules.broken("shots", "are more than " + std::to_string(kMostShots));
    }
    std::unordered_set<std::string_view> scenes;
    for (const Scene& scene : project.scenes) {
        scenes.insert(scene.id.value);
    }
    std::unordered_set<std::string_view> ids;
    for (size_t index = 0; index < project.shots.size() && !rules.is_full(); ++index) {
        const Shot& shot = project.shots[index];
        rules.at = "shots[" + std::to_string(index) + "].";
        check_shot(rules, shot);
        if (!ids.insert(shot.id.value).second) {
            rules.broken("id", "'" + shot.id.value + "' is the id of another shot, too",
                         "Remove the id of the copy; it gets a new one.");
        }
        if (!shot.scene.is_empty() && !scenes.contains(shot.scene.value)) {
            rules.broken("scene", "there is no scene '" + shot.scene.value + "'",
                         "Add it under scenes, or leave the field out.");
        }
    }
}

void check_takes(Rules& rules, const Project& project) {
    for (const auto& [take, rating] : project.ratings) {
        rules.at = "takes." + take.value;
        rules.id("", take.value);
        rules.whole(".stars", rating.stars, {0, kMostStars});
        rules.text(".note", rating.note, kLongestText);
    }
    for (const auto& [take, shot] : project.deleted_takes) {
        rules.at = "takes." + take.value;
        rules.id("", take.value);
        rules.id(".deleted_from", shot.value);
    }
}

} // namespace

std::vector<Violation> find_violations(const Project& project, size_t most) {
    Rules rules(most);
    check_film(rules, project);
    check_characters(rules, project.characters);
    check_scenes(rules, project.scenes);
    check_shots(rules, project);
    check_takes(rules, project);
    return rules.take();
}

std::vector<Violation> find_film_violations(const Project& project, size_t most) {
    Rules rules(most);
    check_film(rules, project);
    check_characters(rules, project.characters);
    check_scenes(rules, project.scenes);
    return rules.take();
}

std::vector<Violation> find_violations(const Shot& shot, const std::string& field) {
    Rules rules(100);
    rules.at = field + ".";
    check_shot(rules, shot);
    return rules.take();
}

Result<void> validate(const Project& project) {
    const auto violations = find_violations(project, 1);
    return violations.empty() ? Result<void>() : Result<void>(to_error(violations.front()));
}

Error to_error(const Violation& violation) {
    return bad_input(violation.field + ": " + violation.message, violation.hint);
}

} // namespace longtake
