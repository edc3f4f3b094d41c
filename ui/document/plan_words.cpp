// SPDX-License-Identifier: Apache-2.0
#include "ui/document/plan_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <utility>
#include <vector>

namespace longtake::ui {

namespace {

QString translated(const char* text) { return QCoreApplication::translate("PlanWords", text); }

/// What changed, as core/cache/shot_key names it.
QString fieldName(const QString& label) {
    static const char* const kNames[] = {
        QT_TRANSLATE_NOOP("PlanWords", "model"),      QT_TRANSLATE_NOOP("PlanWords", "adapters"),     QT_TRANSLATE_NOOP("PlanWords", "prompt"),
        QT_TRANSLATE_NOOP("PlanWords", "negative prompt"), QT_TRANSLATE_NOOP("PlanWords", "sampler"), QT_TRANSLATE_NOOP("PlanWords", "seed"),
        QT_TRANSLATE_NOOP("PlanWords", "steps"),      QT_TRANSLATE_NOOP("PlanWords", "guidance"),     QT_TRANSLATE_NOOP("PlanWords", "size"),
        QT_TRANSLATE_NOOP("PlanWords", "length"),     QT_TRANSLATE_NOOP("PlanWords", "frame rate"),   QT_TRANSLATE_NOOP("PlanWords", "drift help"),
        QT_TRANSLATE_NOOP("PlanWords", "loop"),       QT_TRANSLATE_NOOP("PlanWords", "keyframes"),    QT_TRANSLATE_NOOP("PlanWords", "context"),
        QT_TRANSLATE_NOOP("PlanWords", "prompt blend"), QT_TRANSLATE_NOOP("PlanWords", "the prompt it blends from"),
        QT_TRANSLATE_NOOP("PlanWords", "render version"),
    };
    for (const char* name : kNames) {
        if (label == QLatin1String(name)) {
            return translated(name);
        }
    }
    return label;
}

QString valueText(const QString& value) {
    static const QRegularExpression frames(QStringLiteral("^(\\d+) frames$"));
    if (const auto match = frames.match(value); match.hasMatch()) {
        return translated(QT_TRANSLATE_NOOP("PlanWords", "%1 frames")).arg(match.captured(1));
    }
    return value == QLatin1String("on")    ? translated(QT_TRANSLATE_NOOP("PlanWords", "on"))
           : value == QLatin1String("off") ? translated(QT_TRANSLATE_NOOP("PlanWords", "off"))
                                           : value;
}

/// Sentences whose captured parts go into the translation as they are.
const std::vector<std::pair<QRegularExpression, const char*>>& sentences() {
    static const std::vector<std::pair<QRegularExpression, const char*>> kSentences = [] {
        const std::pair<const char*, const char*> forms[] = {
            {"shot (\\d+), which it continues from, will be re-rendered", QT_TRANSLATE_NOOP("PlanWords", "shot %1, which it continues from, will be rendered again")},
            {"shot (\\d+), which it continues from, was re-rendered", QT_TRANSLATE_NOOP("PlanWords", "shot %1, which it continues from, was rendered again")},
            {"shot (\\d+), which it continues from, was rendered again with other bits",
             QT_TRANSLATE_NOOP("PlanWords", "shot %1, which it continues from, was rendered again with other bits")},
            {"shot (\\d+), which it continues from, cannot be rendered", QT_TRANSLATE_NOOP("PlanWords", "shot %1, which it continues from, cannot be rendered")},
            {"shot (\\d+), which it continues from, is (\\S+) and not (\\S+)", QT_TRANSLATE_NOOP("PlanWords", "shot %1, which it continues from, is %2 and not %3")},
            {"shot (\\d+), which it continues from, was made with another model, whose latents this one cannot read",
             QT_TRANSLATE_NOOP("PlanWords", "shot %1, which it continues from, was made with another model, whose latents this one cannot read")},
            {"shot (\\d+), which it continues from, has lost the beginning of its stream: (.*)",
             QT_TRANSLATE_NOOP("PlanWords", "shot %1, which it continues from, has lost the beginning of its stream: %2")},
            {"now continues from shot (\\d+)", QT_TRANSLATE_NOOP("PlanWords", "now continues from shot %1")},
            {"now begins a new sequence", QT_TRANSLATE_NOOP("PlanWords", "now begins a new sequence")},
            {"the first shot of the sequence, which drift help looks at, changed",
             QT_TRANSLATE_NOOP("PlanWords", "the first shot of the sequence, which drift help looks at, changed")},
            {"not rendered yet", QT_TRANSLATE_NOOP("PlanWords", "not rendered yet")},
            {"its take was deleted", QT_TRANSLATE_NOOP("PlanWords", "its take was deleted")},
            {"its take (\\S+) was damaged and set aside: (.*)", QT_TRANSLATE_NOOP("PlanWords", "its take %1 was damaged and set aside: %2")},
            {"its take (\\S+) is not there", QT_TRANSLATE_NOOP("PlanWords", "its take %1 is not there")},
            {"take (\\S+) of an earlier render fits", QT_TRANSLATE_NOOP("PlanWords", "take %1 of an earlier render fits")},
            {"the last attempt failed: (.*)", QT_TRANSLATE_NOOP("PlanWords", "the last attempt failed: %1")},
            {"the model (.*) cannot pin an image at frame (\\d+)", QT_TRANSLATE_NOOP("PlanWords", "the model %1 cannot pin an image at frame %2")},
            {"the model (.*) cannot make a loop", QT_TRANSLATE_NOOP("PlanWords", "the model %1 cannot make a loop")},
            {"the model (.*) needs sides that are multiples of (\\d+), not (\\S+)", QT_TRANSLATE_NOOP("PlanWords", "the model %1 needs sides that are multiples of %2, not %3")},
            {"keyframe image (.*): (.*)", QT_TRANSLATE_NOOP("PlanWords", "keyframe image %1: %2")},
            {"its text asks for .* \\((.*)\\), which the safety level \\w+ refuses", QT_TRANSLATE_NOOP("PlanWords", "the safety level refuses its text (%1)")},
        };
        std::vector<std::pair<QRegularExpression, const char*>> all;
        for (const auto& [form, text] : forms) {
            all.emplace_back(QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(form))), text);
        }
        return all;
    }();
    return kSentences;
}

} // namespace

QString planWords(const QString& reason) {
    for (const auto& [form, text] : sentences()) {
        if (const auto match = form.match(reason); match.hasMatch()) {
            QString said = translated(text);
            for (int part = 1; part <= match.lastCapturedIndex(); ++part) {
                said.replace(QStringLiteral("%%1").arg(part), match.captured(part));
            }
            return said;
        }
    }
    static const QRegularExpression changed(QStringLiteral("^(.+) changed(?: from (.*) to (.*))?$"));
    const auto match = changed.match(reason);
    if (!match.hasMatch()) {
        return reason;
    }
    const QString name = fieldName(match.captured(1));
    return match.captured(2).isEmpty()
               ? translated(QT_TRANSLATE_NOOP("PlanWords", "%1 changed")).arg(name)
               : translated(QT_TRANSLATE_NOOP("PlanWords", "%1 changed from %2 to %3")).arg(name, valueText(match.captured(2)), valueText(match.captured(3)));
}

} // namespace longtake::ui
