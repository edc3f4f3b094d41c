// SPDX-License-Identifier: Apache-2.0
// Why the plan says what it says about a shot, as values: a kind, and what belongs to it. Programs for people word it
// themselves, in their language; to_string() is the English of the command line.
#pragma once

#include "core/base/ids.h"
#include "core/base/units.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace longtake {

/// What of a recipe can differ.
enum class RecipeField {
    RenderVersion,
    Model,
    Adapters,
    Prompt,
    NegativePrompt,
    Sampler,
    Seed,
    Steps,
    Guidance,
    Size,
    Length,
    FrameRate,
    DriftHelp,
    Loop,
    Keyframes,
    Beginning, ///< whether it continues from the shot before
    Upstream,  ///< the take it continues from
    Context,
    PromptBlend,
    BlendFrom,
    DriftAnchor, ///< the sequence's first take
};

/// "negative prompt". The labels are part of every shot's key.
std::string_view to_string(RecipeField field);

struct PlanReason {
    enum class Kind {
        Changed,           ///< `field`, from `before` to `now`; both empty where they are too long to say
        NowContinues,      ///< from shot `shot`
        NowBegins,         ///< a new sequence
        AnchorChanged,     ///< the first shot of the sequence, which drift help looks at
        UpstreamToRender,  ///< shot `shot`, which it continues from, will be rendered again
        UpstreamRendered,  ///< ... was
        UpstreamOtherBits, ///< ... was, with the same recipe and other bits
        UpstreamBlocked,   ///< ... cannot be rendered
        UpstreamSize,      ///< ... has size `before` and not `now`
        UpstreamModel,     ///< ... was made with a model whose latents this one cannot read
        UpstreamStream,    ///< ... has lost the beginning of its stream: `detail`
        NotRendered,
        TakeDeleted,
        TakeDamaged,   ///< `take` was set aside: `detail`
        TakeGone,      ///< `take` is not there
        OtherTake,     ///< `take` of an earlier render fits
        AttemptFailed, ///< at exactly this, the last time: `detail`
        NoKeyframe,    ///< the model `model` cannot pin an image at frame `number`
        NoLoop,        ///< the model `model` cannot make one
        SizeMultiple,  ///< the model `model` needs sides that are multiples of `before`, not `now`
        KeyframeImage, ///< `image`: `detail`
        Refused,       ///< `detail`, as PlanInputs::objection words it
    };

    Kind kind = Kind::NotRendered;
    RecipeField field = RecipeField::Model; ///< of Changed
    /// Plain values: a number, a size, a rate ("24", empty where the model takes none), "on" or "off".
    std::string before{};
    std::string now{};
    int64_t shot = 0; ///< counted from 1
    int64_t number = 0;
    TakeId take{};
    std::string model{};
    std::string image{};
    std::string detail{}; ///< an error's words

    bool operator==(const PlanReason&) const = default;
};

/// "seed changed from 3 to 4"
std::string to_string(const PlanReason& reason);

} // namespace longtake
