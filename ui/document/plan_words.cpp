// SPDX-License-Identifier: Apache-2.0
#include "ui/document/plan_words.h"

#include "ui/bridge/qt_convert.h"

#include <QCoreApplication>

namespace longtake::ui {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("PlanWords", text);
}

const char* fieldName(RecipeField field) {
    switch (field) {
    case RecipeField::RenderVersion: return QT_TRANSLATE_NOOP("PlanWords", "render version");
    case RecipeField::Model: return QT_TRANSLATE_NOOP("PlanWords", "model");
    case RecipeField::Adapters: return QT_TRANSLATE_NOOP("PlanWords", "adapters");
    case RecipeField::Prompt: return QT_TRANSLATE_NOOP("PlanWords", "prompt");
    case RecipeField::NegativePrompt: return QT_TRANSLATE_NOOP("PlanWords", "negative prompt");
    case RecipeField::Sampler: return QT_TRANSLATE_NOOP("PlanWords", "sampler");
    case RecipeField::Seed: return QT_TRANSLATE_NOOP("PlanWords", "seed");
    case RecipeField::Steps: return QT_TRANSLATE_NOOP("PlanWords", "steps");
    case RecipeField::Guidance: return QT_TRANSLATE_NOOP("PlanWords", "guidance");
    case RecipeField::Size: return QT_TRANSLATE_NOOP("PlanWords", "size");
    case RecipeField::Length: return QT_TRANSLATE_NOOP("PlanWords", "length");
    case RecipeField::FrameRate: return QT_TRANSLATE_NOOP("PlanWords", "frame rate");
    case RecipeField::DriftHelp: return QT_TRANSLATE_NOOP("PlanWords", "drift help");
    case RecipeField::Loop: return QT_TRANSLATE_NOOP("PlanWords", "loop");
    case RecipeField::Keyframes: return QT_TRANSLATE_NOOP("PlanWords", "keyframes");
    case RecipeField::Context: return QT_TRANSLATE_NOOP("PlanWords", "context");
    case RecipeField::PromptBlend: return QT_TRANSLATE_NOOP("PlanWords", "prompt blend");
    case RecipeField::BlendFrom: return QT_TRANSLATE_NOOP("PlanWords", "the prompt it blends from");
    case RecipeField::Beginning:
    case RecipeField::Upstream:
    case RecipeField::DriftAnchor: break; // these have sentences of their own
    }
    return "";
}

QString valueText(RecipeField field, const std::string& value) {
    if (value.empty()) {
        return translated(QT_TRANSLATE_NOOP("PlanWords", "not used"));
    }
    switch (field) {
    case RecipeField::Length: return translated(QT_TRANSLATE_NOOP("PlanWords", "%1 frames")).arg(toQt(value));
    case RecipeField::Context:
    case RecipeField::PromptBlend: return translated(QT_TRANSLATE_NOOP("PlanWords", "%1 latents")).arg(toQt(value));
    case RecipeField::Loop:
        return value == "on" ? translated(QT_TRANSLATE_NOOP("PlanWords", "on"))
                             : translated(QT_TRANSLATE_NOOP("PlanWords", "off"));
    default: return toQt(value);
    }
}

QString changeWords(const PlanReason& reason) {
    const QString name = translated(fieldName(reason.field));
    if (reason.before.empty() && reason.now.empty()) {
        return translated(QT_TRANSLATE_NOOP("PlanWords", "%1 changed")).arg(name);
    }
    return translated(QT_TRANSLATE_NOOP("PlanWords", "%1 changed from %2 to %3"))
        .arg(name, valueText(reason.field, reason.before), valueText(reason.field, reason.now));
}

} // namespace

QString planWords(const PlanReason& reason) {
    using enum PlanReason::Kind;
    const QString shot = QString::number(reason.shot);
    const QString model = toQt(reason.model);
    const QString take = toQt(reason.take.value);
    const QString detail = toQt(reason.detail);
    switch (reason.kind) {
    case Changed: return changeWords(reason);
    case NowContinues: return translated(QT_TRANSLATE_NOOP("PlanWords", "now continues from shot %1")).arg(shot);
    case NowBegins: return translated(QT_TRANSLATE_NOOP("PlanWords", "now begins a new sequence"));
    case AnchorChanged:
        return translated(
            QT_TRANSLATE_NOOP("PlanWords", "the first shot of the sequence, which drift help looks at, changed"));
    case UpstreamToRender:
        return translated(QT_TRANSLATE_NOOP("PlanWords", "shot %1, which it continues from, will be rendered again"))
            .arg(shot);
    case UpstreamRendered:
        return translated(QT_TRANSLATE_NOOP("PlanWords", "shot %1, which it continues from, was rendered again"))
            .arg(shot);
    case UpstreamOtherBits:
        return translated(QT_TRANSLATE_NOOP("PlanWords",
                                            "shot %1, which it continues from, was rendered again with other bits"))
            .arg(shot);
    case UpstreamBlocked:
        return translated(QT_TRANSLATE_NOOP("PlanWords", "shot %1, which it continues from, cannot be rendered"))
            .arg(shot);
    case UpstreamSize:
        return translated(QT_TRANSLATE_NOOP("PlanWords", "shot %1, which it continues from, is %2 and not %3"))
            .arg(shot, toQt(reason.before), toQt(reason.now));
    case UpstreamModel:
        return translated(QT_TRANSLATE_NOOP("PlanWords", "shot %1, which it continues from, was made with another "
                                                         "model, whose latents this one cannot read"))
            .arg(shot);
    case UpstreamStream:
        return translated(
                   QT_TRANSLATE_NOOP("PlanWords",
                                     "shot %1, which it continues from, has lost the beginning of its stream: %2"))
            .arg(shot, detail);
    case NotRendered: return translated(QT_TRANSLATE_NOOP("PlanWords", "not rendered yet"));
    case TakeDeleted: return translated(QT_TRANSLATE_NOOP("PlanWords", "its take was deleted"));
    case TakeDamaged:
        return translated(QT_TRANSLATE_NOOP("PlanWords", "its take %1 was damaged and set aside: %2"))
            .arg(take, detail);
    case TakeGone: return translated(QT_TRANSLATE_NOOP("PlanWords", "its take %1 is not there")).arg(take);
    case OtherTake: return translated(QT_TRANSLATE_NOOP("PlanWords", "take %1 of an earlier render fits")).arg(take);
    case AttemptFailed: return translated(QT_TRANSLATE_NOOP("PlanWords", "the last attempt failed: %1")).arg(detail);
    case NoKeyframe:
        return translated(QT_TRANSLATE_NOOP("PlanWords", "the model %1 cannot pin an image at frame %2"))
            .arg(model)
            .arg(reason.number);
    case NoLoop: return translated(QT_TRANSLATE_NOOP("PlanWords", "the model %1 cannot make a loop")).arg(model);
    case SizeMultiple:
        return translated(QT_TRANSLATE_NOOP("PlanWords", "the model %1 needs sides that are multiples of %2, not %3"))
            .arg(model, toQt(reason.before), toQt(reason.now));
    case KeyframeImage:
        return translated(QT_TRANSLATE_NOOP("PlanWords", "keyframe image %1: %2")).arg(toQt(reason.image), detail);
    case Refused: return detail;
    }
    return {};
}

std::string refusalWords(const std::string& prompt, SafetyLevel level) {
    const std::vector<ContentFinding> findings = check_content(prompt, level);
    if (findings.empty() || findings.front().verdict != ContentVerdict::Refuse) {
        return {};
    }
    QStringList words;
    for (const std::string& word : findings.front().words) {
        words.append(toQt(word));
    }
    return toCore(translated(QT_TRANSLATE_NOOP("PlanWords", "the safety level refuses its text (%1)"))
                      .arg(words.join(QStringLiteral(", "))));
}

} // namespace longtake::ui
