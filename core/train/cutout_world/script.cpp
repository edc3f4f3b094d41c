// SPDX-License-Identifier: Apache-2.0
#include "core/train/cutout_world/script.h"

#include "core/train/cutout_world/caption.h"

#include <array>

namespace longtake {

namespace {

/// CRC-32 (IEEE 802.3), bit by bit: a stable hash of names that any language can repeat.
uint32_t crc32(const std::string& text) {
    uint32_t crc = 0xFFFFFFFFU;
    for (const char letter : text) {
        crc ^= static_cast<uint8_t>(letter);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ (0xEDB88320U & (0U - (crc & 1U)));
        }
    }
    return ~crc;
}

const Subject& subject_of(const Vocabulary& vocabulary, int64_t index) {
    return vocabulary.subjects[static_cast<size_t>(index)];
}

void add_companions(const Vocabulary& vocabulary, const TierIndices& known, SceneAttributes& scene, Random& random) {
    const auto other = [&] {
        int64_t chosen = random.pick(known.subjects);
        while (chosen == scene.subject || chosen == scene.companion) {
            chosen = random.pick(known.subjects);
        }
        return chosen;
    };
    scene.companion = other();
    scene.relation = random.below(static_cast<int64_t>(vocabulary.relations.size()));
    const std::string& relation = vocabulary.relations[static_cast<size_t>(scene.relation)].name;
    if (relation == "chases") {
        scene.motion = Vocabulary::find(vocabulary.motions, random.chance(.5) ? "right" : "left");
    }
    if ((relation == "with" || relation == "beside") && random.chance(.3)) {
        scene.second_companion = other();
    }
}

void add_full_tier(const Vocabulary& vocabulary, const TierIndices& known, SceneAttributes& scene, Random& random) {
    if (random.chance(.2)) {
        scene.weather = random.pick(known.weathers);
    }
    if (random.chance(.25)) {
        scene.size = random.below(static_cast<int64_t>(vocabulary.sizes.size()));
    }
    if (subject_of(vocabulary, scene.subject).hue && random.chance(.5)) {
        scene.colour = random.below(static_cast<int64_t>(vocabulary.colours.size()));
    }
    if (random.chance(.35)) {
        add_companions(vocabulary, known, scene, random);
    }
}

SceneAttributes draw_once(const Vocabulary& vocabulary, WorldTier tier, const TierIndices& known, Random& random) {
    SceneAttributes scene;
    scene.subject = random.pick(known.subjects);
    scene.place = random.pick(known.places);
    scene.time = random.pick(known.times);
    scene.motion = random.pick(known.motions);
    scene.camera = random.chance(.6) ? random.pick(known.cameras) : 0;
    scene.variant = random.below(kPlaceVariants);
    if (tier == WorldTier::Full) {
        add_full_tier(vocabulary, known, scene, random);
    }
    return scene;
}

int64_t pick_other(const std::vector<int64_t>& indices, int64_t current, Random& random) {
    int64_t chosen = random.pick(indices);
    while (chosen == current) {
        chosen = random.pick(indices);
    }
    return chosen;
}

/// What changes: m(otion), c(amera), s(ubject), p(lace), t(ime).
std::string draw_changed_keys(Random& random) {
    static const std::array<const char*, 10> kKeys{"", "m", "c", "s", "p", "t", "sm", "pt", "mc", "ps"};
    return kKeys[random.weighted({20, 20, 12, 14, 12, 8, 5, 3, 4, 2})];
}

SceneAttributes change_keys(const Vocabulary& vocabulary,
                            const TierIndices& known,
                            const SceneAttributes& before,
                            const std::string& keys,
                            Random& random) {
    SceneAttributes after = before;
    for (const char key : keys) {
        switch (key) {
        case 'm': after.motion = pick_other(known.motions, before.motion, random); break;
        case 'c': after.camera = pick_other(known.cameras, before.camera, random); break;
        case 't': after.time = pick_other(known.times, before.time, random); break;
        case 's':
            after.subject = pick_other(known.subjects, before.subject, random);
            after.colour = -1;
            break;
        default:
            after.place = pick_other(known.places, before.place, random);
            after.variant = random.below(kPlaceVariants);
        }
    }
    const bool is_chase =
        after.relation >= 0 && vocabulary.relations[static_cast<size_t>(after.relation)].name == "chases";
    const std::string& motion = vocabulary.motions[static_cast<size_t>(after.motion)].name;
    if (after.subject == after.companion || after.subject == after.second_companion ||
        (is_chase && motion != "right" && motion != "left")) {
        after.relation = after.companion = after.second_companion = -1;
    }
    return after;
}

} // namespace

int64_t ClipScript::frame_count() const {
    int64_t sum = 0;
    for (const ClipPart& part : parts) {
        sum += part.frames;
    }
    return sum;
}

bool is_held_out(const Vocabulary& vocabulary, const SceneAttributes& attributes) {
    return crc32(subject_of(vocabulary, attributes.subject).name + "|" +
                 vocabulary.places[static_cast<size_t>(attributes.place)].name + "|" +
                 vocabulary.motions[static_cast<size_t>(attributes.motion)].name) %
               10 ==
           0;
}

SceneAttributes draw_attributes(const Vocabulary& vocabulary, WorldTier tier, bool held_out, Random& random) {
    const TierIndices known = indices_of(vocabulary, tier);
    for (;;) {
        const SceneAttributes scene = draw_once(vocabulary, tier, known, random);
        if (is_held_out(vocabulary, scene) == held_out) {
            return scene;
        }
    }
}

SceneAttributes
draw_change(const Vocabulary& vocabulary, WorldTier tier, const SceneAttributes& before, Random& random) {
    const TierIndices known = indices_of(vocabulary, tier);
    for (;;) {
        const SceneAttributes after = change_keys(vocabulary, known, before, draw_changed_keys(random), random);
        if (!is_held_out(vocabulary, after)) {
            return after;
        }
    }
}

ClipScript
draw_script(const Vocabulary& vocabulary, WorldTier tier, uint64_t seed, int64_t first_frames, int64_t second_frames) {
    Random random(seed, 1);
    ClipScript script{seed, {}};
    const SceneAttributes first = draw_attributes(vocabulary, tier, false, random);
    script.parts.push_back({first, first_frames, write_caption(vocabulary, first, random)});
    if (second_frames > 0) {
        const SceneAttributes second = draw_change(vocabulary, tier, first, random);
        script.parts.push_back({second, second_frames, write_caption(vocabulary, second, random)});
    }
    return script;
}

} // namespace longtake
