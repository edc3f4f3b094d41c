// SPDX-License-Identifier: Apache-2.0
// What happens in one clip, as values: the attributes of each part and its caption. A pure function of a seed.
// Films are made of changes, so most clips change something (motion, camera, subject, place, time) part way through.
#pragma once

#include "core/train/cutout_world/vocabulary.h"
#include "core/train/random.h"

#include <cstdint>
#include <string>
#include <vector>

namespace longtake {

/// One shown moment: indices into the vocabulary; -1 is none.
struct SceneAttributes {
    int64_t subject = 0;
    int64_t place = 0;
    int64_t time = 0;
    int64_t motion = 0;
    int64_t camera = 0;
    int64_t variant = 0; ///< which drawing of the place
    int64_t weather = 0;
    int64_t size = 1;
    int64_t colour = -1;
    int64_t relation = -1;
    int64_t companion = -1;        ///< the second subject of the relation
    int64_t second_companion = -1; ///< beside the companion

    bool operator==(const SceneAttributes&) const = default;
};

struct ClipPart {
    SceneAttributes attributes;
    int64_t frames = 0;
    std::string caption;
};

struct ClipScript {
    uint64_t seed = 0;
    std::vector<ClipPart> parts;

    int64_t frame_count() const;
};

/// Drawings per place and time.
inline constexpr int64_t kPlaceVariants = 10;

/// True for the subject x place x motion combinations (about one in ten, by CRC-32 of their names) that never enter
/// training.
bool is_held_out(const Vocabulary& vocabulary, const SceneAttributes& attributes);

/// Random attributes that are (held_out) or are not a held-out combination.
SceneAttributes draw_attributes(const Vocabulary& vocabulary, WorldTier tier, bool held_out, Random& random);

/// `before` with up to two attributes changed, never a held-out combination.
SceneAttributes
draw_change(const Vocabulary& vocabulary, WorldTier tier, const SceneAttributes& before, Random& random);

/// A clip whose first part lasts `first_frames` and whose second, if any, `second_frames`; captions included.
ClipScript
draw_script(const Vocabulary& vocabulary, WorldTier tier, uint64_t seed, int64_t first_frames, int64_t second_frames);

} // namespace longtake
