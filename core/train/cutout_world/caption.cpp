// SPDX-License-Identifier: Apache-2.0
#include "core/train/cutout_world/caption.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string_view>

namespace longtake {

namespace {

/// Words joined with single spaces, without a space before a comma; no comma at either end or twice.
std::string tidy(const std::string& text) {
    std::string out;
    for (const char letter : text) {
        if (letter == ',') {
            while (!out.empty() && out.back() == ' ') {
                out.pop_back();
            }
            if (!out.empty() && out.back() != ',') {
                out += ',';
            }
        } else if (letter != ' ' || (!out.empty() && out.back() != ' ')) {
            if (letter != ' ' && !out.empty() && out.back() == ',') {
                out += ' ';
            }
            out += letter;
        }
    }
    while (!out.empty() && (out.back() == ' ' || out.back() == ',')) {
        out.pop_back();
    }
    return out;
}

/// Takes "an": a u is spoken as a vowel in umbrella, not in ufo and unicorn.
bool begins_with_vowel(const std::string& text) {
    return !text.empty() &&
           (std::string_view("aeioAEIO").find(text[0]) != std::string_view::npos || text.rfind("um", 0) == 0);
}

bool names_a_colour(const Vocabulary& vocabulary, const std::string& name) {
    return name.rfind("brown ", 0) == 0 ||
           std::any_of(vocabulary.colours.begin(), vocabulary.colours.end(),
                       [&](const ColourTerm& colour) { return name.rfind(colour.name + " ", 0) == 0; });
}

std::string with_article(const std::string& name, Random& random) {
    const double draw = random.uniform();
    const bool is_proper = !name.empty() && std::isupper(static_cast<unsigned char>(name[0])) != 0;
    const bool is_plural = name == "cherries";
    if (draw < .15 && name != "Santa Claus") {
        return "the " + name;
    }
    if (draw < .2 || is_proper || is_plural) {
        return name;
    }
    return (begins_with_vowel(name) ? "an " : "a ") + name;
}

std::string
subject_name(const Vocabulary& vocabulary, const SceneAttributes& scene, bool may_be_foreign, Random& random) {
    const Subject& subject = vocabulary.subjects[static_cast<size_t>(scene.subject)];
    if (may_be_foreign && random.chance(.08)) {
        auto language = vocabulary.foreign_names.begin();
        std::advance(language, random.below(static_cast<int64_t>(vocabulary.foreign_names.size())));
        const auto foreign = language->second.find(subject.name);
        if (foreign != language->second.end()) {
            return foreign->second;
        }
    }
    std::string name = random.pick(subject.names);
    if (scene.colour >= 0) {
        name = vocabulary.colours[static_cast<size_t>(scene.colour)].name + " " +
               (names_a_colour(vocabulary, name) ? subject.name : name);
    }
    const std::string& size = random.pick(vocabulary.sizes[static_cast<size_t>(scene.size)].term.phrases);
    return with_article(size.empty() ? name : size + " " + name, random);
}

std::string plain_name(const Vocabulary& vocabulary, int64_t subject, Random& random) {
    return with_article(random.pick(vocabulary.subjects[static_cast<size_t>(subject)].names), random);
}

std::string motion_phrase(const Vocabulary& vocabulary, const SceneAttributes& scene, Random& random) {
    const Term& motion = vocabulary.motions[static_cast<size_t>(scene.motion)];
    std::vector<std::string> phrases = motion.phrases;
    const auto kind = vocabulary.verbs.find(vocabulary.subjects[static_cast<size_t>(scene.subject)].kind);
    if (kind != vocabulary.verbs.end()) {
        const auto special = kind->second.find(motion.name);
        if (special != kind->second.end()) {
            phrases.insert(phrases.end(), special->second.begin(), special->second.end());
        }
    }
    return random.pick(phrases);
}

/// "jumps in front of a castle", "chases a mouse to the right", "dances with a dog and a cat".
std::string action_phrase(const Vocabulary& vocabulary, const SceneAttributes& scene, Random& random) {
    if (scene.relation < 0) {
        return motion_phrase(vocabulary, scene, random);
    }
    const Term& relation = vocabulary.relations[static_cast<size_t>(scene.relation)];
    std::string other = plain_name(vocabulary, scene.companion, random);
    if (scene.second_companion >= 0) {
        other += " and " + plain_name(vocabulary, scene.second_companion, random);
    }
    if (relation.name == "chases") {
        return random.pick(relation.phrases) + " " + other + " to the " +
               vocabulary.motions[static_cast<size_t>(scene.motion)].name;
    }
    return motion_phrase(vocabulary, scene, random) + " " + random.pick(relation.phrases) + " " + other;
}

} // namespace

std::string write_caption(const Vocabulary& vocabulary, const SceneAttributes& scene, Random& random) {
    const bool is_plain = scene.relation < 0 && scene.colour < 0 && scene.size == 1;
    const bool is_full_tier = vocabulary.places[static_cast<size_t>(scene.place)].tier == WorldTier::Full ||
                              scene.weather > 0 ||
                              vocabulary.subjects[static_cast<size_t>(scene.subject)].tier == WorldTier::Full;
    const std::string who = subject_name(vocabulary, scene, is_plain && is_full_tier, random);
    const std::string does = action_phrase(vocabulary, scene, random);
    const std::string where = random.pick(vocabulary.places[static_cast<size_t>(scene.place)].phrases);
    const std::string when = random.pick(vocabulary.times[static_cast<size_t>(scene.time)].phrases);
    const std::string weather = random.pick(vocabulary.weathers[static_cast<size_t>(scene.weather)].phrases);
    const std::string camera = random.pick(vocabulary.cameras[static_cast<size_t>(scene.camera)].phrases);
    std::string sentence;
    switch (random.weighted({4, 1, 1, 1, 1, 1})) {
    case 0: sentence = who + " " + does + " " + where + " " + when; break;
    case 1: sentence = when + ", " + who + " " + does + " " + where; break;
    case 2: sentence = where + ", " + who + " " + does + " " + when; break;
    case 3: sentence = where + " " + when + ", " + who + " " + does; break;
    case 4: sentence = who + " " + where + " " + when + " " + does; break;
    default: sentence = who + " " + does + " " + when + " " + where;
    }
    sentence += " " + weather;
    sentence = random.chance(.15) ? camera + ", " + sentence : sentence + ", " + camera;
    return tidy(sentence) + (random.chance(.2) ? "." : "");
}

} // namespace longtake
