// SPDX-License-Identifier: Apache-2.0
// What the window must know of a model without loading it: read from the JSON files of its directory.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace longtake::ui {

struct ModelCard {
    QString name;
    QString folder;
    QString pipeline;  ///< "WanPipeline"
    QString licence;   ///< as the directory's README or model card states it; empty when it does not
    QString source;    ///< where it comes from, as the card states it
    FrameGrid grid;
    int64_t sizeMultiple = 16;
    qint64 weightBytes = 0;
    QString defaults;  ///< what it was made for: size, rate, steps, guidance; empty when the folder does not say
    QStringList vocabulary; ///< words the model was taught; empty when it does not say
    QStringList missing;    ///< files the directory should have and has not

    bool isComplete() const { return missing.isEmpty(); }
    /// Weights plus half as much again for activations: a first guess, corrected by what a worker reports.
    qint64 memoryGuess() const { return weightBytes + weightBytes / 2; }
};

/// Reads a diffusers directory. Fails only when it is none (no model_index.json).
Result<ModelCard> readModelCard(const QString& folder);

/// The words of `text` that are not in `vocabulary` (letters only, case ignored; @names are skipped).
QStringList unknownWords(const QString& text, const QStringList& vocabulary);

} // namespace longtake::ui
