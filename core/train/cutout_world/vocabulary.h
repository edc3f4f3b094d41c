// SPDX-License-Identifier: Apache-2.0
// What the cutout world can show and how captions say it: subjects, places, times, motions, cameras, weather,
// relations, sizes and colours. Read from resources/world/{vocabulary,names}.json; subjects stand in the order of the
// atlas.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

/// How much of the world is used: what CPU hours can teach, or all of it.
enum class WorldTier { Small, Full };

/// "small" or "full".
Result<WorldTier> parse_world_tier(const std::string& text);
std::string to_string(WorldTier tier);

/// Which way the artwork looks.
enum class Facing { Left, Right, Front };

struct Subject {
    std::string name;
    std::string kind; ///< animal, person, vehicle, building, thing
    Facing faces = Facing::Front;
    WorldTier tier = WorldTier::Full;
    std::vector<std::string> names; ///< with repetitions: a weight
    std::optional<double> hue;      ///< degrees, when the artwork has one main colour that may be turned
};

/// A place, time, motion, camera, weather or relation: its key and the ways to say it ("" says nothing).
struct Term {
    std::string name;
    WorldTier tier = WorldTier::Full;
    std::vector<std::string> phrases;
};

struct SizeTerm {
    Term term;
    double factor = 1;
};

struct ColourTerm {
    std::string name;
    double hue = 0;
};

struct Vocabulary {
    std::vector<Subject> subjects;
    std::vector<Term> places, times, motions, cameras, weathers, relations;
    std::vector<SizeTerm> sizes;
    std::vector<ColourTerm> colours;
    std::map<std::string, std::map<std::string, std::vector<std::string>>> verbs; ///< kind -> motion -> phrases
    std::map<std::string, std::map<std::string, std::string>> foreign_names;      ///< language -> subject -> name

    int64_t subject(const std::string& name) const;
    /// The index of `name` in `terms`, -1 when it is not there.
    static int64_t find(const std::vector<Term>& terms, const std::string& name);
};

/// Indices of what a tier uses.
struct TierIndices {
    std::vector<int64_t> subjects, places, times, motions, cameras, weathers;
};
TierIndices indices_of(const Vocabulary& vocabulary, WorldTier tier);

/// Reads `folder`/vocabulary.json and names.json. Errors (ErrorCode::Model) name the file and the entry.
Result<Vocabulary> load_vocabulary(const std::filesystem::path& folder);

} // namespace longtake
