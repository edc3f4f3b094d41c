// SPDX-License-Identifier: Apache-2.0
// JSON -> Vocabulary, and the YAML a model carries. The files are ours, so a missing key is a defect named by its
// entry.
#include "core/train/cutout_world/vocabulary.h"

#include "core/weights/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace longtake {

namespace {

WorldTier tier_from(const Json& entry) {
    return entry.value("tier", "full") == "small" ? WorldTier::Small : WorldTier::Full;
}

Term term_from(const Json& entry) {
    return {entry.at("name").get<std::string>(), tier_from(entry), entry.at("phrases").get<std::vector<std::string>>()};
}

std::vector<Term> terms_from(const Json& file, const char* key) {
    std::vector<Term> terms;
    for (const Json& entry : file.at(key)) {
        terms.push_back(term_from(entry));
    }
    return terms;
}

std::optional<double> hue_of(const std::vector<ColourTerm>& colours, const std::string& name) {
    const auto found =
        std::find_if(colours.begin(), colours.end(), [&](const ColourTerm& colour) { return colour.name == name; });
    return found == colours.end() ? std::nullopt : std::optional<double>(found->hue);
}

Subject subject_from(const Json& entry, const std::vector<ColourTerm>& colours) {
    Subject subject;
    subject.name = entry.at("name").get<std::string>();
    subject.kind = entry.at("kind").get<std::string>();
    const std::string faces = entry.at("faces").get<std::string>();
    subject.faces = faces == "left" ? Facing::Left : faces == "right" ? Facing::Right : Facing::Front;
    subject.tier = tier_from(entry);
    subject.names = entry.at("names").get<std::vector<std::string>>();
    subject.hue = hue_of(colours, entry.value("colour", ""));
    return subject;
}

Vocabulary vocabulary_from(const Json& file, const Json& names) {
    Vocabulary vocabulary;
    for (const Json& entry : file.at("colours")) {
        vocabulary.colours.push_back({entry.at("name").get<std::string>(), entry.at("hue").get<double>()});
    }
    for (const Json& entry : file.at("subjects")) {
        vocabulary.subjects.push_back(subject_from(entry, vocabulary.colours));
    }
    for (const Json& entry : file.at("sizes")) {
        vocabulary.sizes.push_back({term_from(entry), entry.at("factor").get<double>()});
    }
    vocabulary.places = terms_from(file, "places");
    vocabulary.times = terms_from(file, "times");
    vocabulary.motions = terms_from(file, "motions");
    vocabulary.cameras = terms_from(file, "cameras");
    vocabulary.weathers = terms_from(file, "weathers");
    vocabulary.relations = terms_from(file, "relations");
    vocabulary.verbs = file.at("verbs").get<decltype(vocabulary.verbs)>();
    vocabulary.foreign_names = names.get<decltype(vocabulary.foreign_names)>();
    return vocabulary;
}

template <typename Item> std::vector<int64_t> indices_in(const std::vector<Item>& items, WorldTier tier) {
    std::vector<int64_t> indices;
    for (size_t i = 0; i < items.size(); ++i) {
        if (tier == WorldTier::Full || items[i].tier == WorldTier::Small) {
            indices.push_back(static_cast<int64_t>(i));
        }
    }
    return indices;
}
} // namespace

Result<WorldTier> parse_world_tier(const std::string& text) {
    if (text == "small" || text == "full") {
        return text == "small" ? WorldTier::Small : WorldTier::Full;
    }
    return bad_input("there is no tier '" + text + "' of the cutout world", "Choose small or full.");
}

std::string to_string(WorldTier tier) {
    return tier == WorldTier::Small ? "small" : "full";
}

int64_t Vocabulary::subject(const std::string& name) const {
    const auto found =
        std::find_if(subjects.begin(), subjects.end(), [&](const Subject& subject) { return subject.name == name; });
    return found == subjects.end() ? -1 : found - subjects.begin();
}

int64_t Vocabulary::find(const std::vector<Term>& terms, const std::string& name) {
    const auto found = std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.name == name; });
    return found == terms.end() ? -1 : found - terms.begin();
}

TierIndices indices_of(const Vocabulary& vocabulary, WorldTier tier) {
    return {indices_in(vocabulary.subjects, tier), indices_in(vocabulary.places, tier),
            indices_in(vocabulary.times, tier),    indices_in(vocabulary.motions, tier),
            indices_in(vocabulary.cameras, tier),  indices_in(vocabulary.weathers, tier)};
}

Result<Vocabulary> load_vocabulary(const std::filesystem::path& folder) {
    const auto path = folder / "vocabulary.json";
    const auto file = read_json_file(path);
    if (!file) {
        return file.error();
    }
    const auto names = read_json_file(folder / "names.json");
    if (!names) {
        return names.error();
    }
    return guard("reading " + path.string(), ErrorCode::Model,
                 [&]() -> Result<Vocabulary> { return vocabulary_from(*file, *names); });
}

} // namespace longtake
