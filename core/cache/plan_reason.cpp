// SPDX-License-Identifier: Apache-2.0
#include "core/cache/plan_reason.h"

namespace longtake {

namespace {

/// What stands behind a value of the field.
std::string_view unit_of(RecipeField field) {
    switch (field) {
    case RecipeField::Length: return " frames";
    case RecipeField::Context:
    case RecipeField::PromptBlend: return " latents";
    default: return {};
    }
}

std::string change_text(const PlanReason& reason) {
    std::string text = std::string(to_string(reason.field)) + " changed";
    if (!reason.before.empty() || !reason.now.empty()) {
        const std::string unit(unit_of(reason.field));
        const auto value = [&unit](const std::string& shown) {
            return shown.empty() ? std::string("not used") : shown + unit;
        };
        text += " from " + value(reason.before) + " to " + value(reason.now);
    }
    return text;
}

/// What there is to say of the shot it continues from.
std::string upstream_text(const PlanReason& reason) {
    switch (reason.kind) {
    case PlanReason::Kind::UpstreamToRender: return "will be re-rendered";
    case PlanReason::Kind::UpstreamRendered: return "was re-rendered";
    case PlanReason::Kind::UpstreamOtherBits: return "was rendered again with other bits";
    case PlanReason::Kind::UpstreamBlocked: return "cannot be rendered";
    case PlanReason::Kind::UpstreamSize: return "is " + reason.before + " and not " + reason.now;
    case PlanReason::Kind::UpstreamModel: return "was made with another model, whose latents this one cannot read";
    case PlanReason::Kind::UpstreamStream: return "has lost the beginning of its stream: " + reason.detail;
    default: return {};
    }
}

} // namespace

std::string_view to_string(RecipeField field) {
    switch (field) {
    case RecipeField::RenderVersion: return "render version";
    case RecipeField::Model: return "model";
    case RecipeField::Adapters: return "adapters";
    case RecipeField::Prompt: return "prompt";
    case RecipeField::NegativePrompt: return "negative prompt";
    case RecipeField::Sampler: return "sampler";
    case RecipeField::Seed: return "seed";
    case RecipeField::Steps: return "steps";
    case RecipeField::Guidance: return "guidance";
    case RecipeField::Size: return "size";
    case RecipeField::Length: return "length";
    case RecipeField::FrameRate: return "frame rate";
    case RecipeField::DriftHelp: return "drift help";
    case RecipeField::Loop: return "loop";
    case RecipeField::Keyframes: return "keyframes";
    case RecipeField::Beginning: return "beginning";
    case RecipeField::Upstream: return "upstream";
    case RecipeField::Context: return "context";
    case RecipeField::PromptBlend: return "prompt blend";
    case RecipeField::BlendFrom: return "the prompt it blends from";
    case RecipeField::DriftAnchor: return "drift anchor";
    }
    return {};
}

std::string to_string(const PlanReason& reason) {
    const std::string shot = "shot " + std::to_string(reason.shot);
    switch (reason.kind) {
    case PlanReason::Kind::Changed: return change_text(reason);
    case PlanReason::Kind::NowContinues: return "now continues from " + shot;
    case PlanReason::Kind::NowBegins: return "now begins a new sequence";
    case PlanReason::Kind::AnchorChanged: return "the first shot of the sequence, which drift help looks at, changed";
    case PlanReason::Kind::UpstreamToRender:
    case PlanReason::Kind::UpstreamRendered:
    case PlanReason::Kind::UpstreamOtherBits:
    case PlanReason::Kind::UpstreamBlocked:
    case PlanReason::Kind::UpstreamSize:
    case PlanReason::Kind::UpstreamModel:
    case PlanReason::Kind::UpstreamStream: return shot + ", which it continues from, " + upstream_text(reason);
    case PlanReason::Kind::NotRendered: return "not rendered yet";
    case PlanReason::Kind::TakeDeleted: return "its take was deleted";
    case PlanReason::Kind::TakeDamaged:
        return "its take " + reason.take.value + " was damaged and set aside: " + reason.detail;
    case PlanReason::Kind::TakeGone: return "its take " + reason.take.value + " is not there";
    case PlanReason::Kind::OtherTake: return "take " + reason.take.value + " of an earlier render fits";
    case PlanReason::Kind::AttemptFailed: return "the last attempt failed: " + reason.detail;
    case PlanReason::Kind::NoKeyframe:
        return "the model " + reason.model + " cannot pin an image at frame " + std::to_string(reason.number);
    case PlanReason::Kind::NoLoop: return "the model " + reason.model + " cannot make a loop";
    case PlanReason::Kind::SizeMultiple:
        return "the model " + reason.model + " needs sides that are multiples of " + reason.before + ", not " +
               reason.now;
    case PlanReason::Kind::KeyframeImage: return "keyframe image " + reason.image + ": " + reason.detail;
    case PlanReason::Kind::Refused: return reason.detail;
    }
    return {};
}

} // namespace longtake
