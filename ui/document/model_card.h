// SPDX-License-Identifier: Apache-2.0
// What the window must know of a model at once, without loading it: which files it has, and the lengths and sizes it
// makes. What the model states about itself comes from bridge/model_info.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace longtake::ui {

/// How a model came to be listed.
enum class ModelOrigin {
    Shipped, ///< comes with the program
    Added,   ///< by name, with `longtake model add`
    Folder,  ///< a folder the person added in the window
};

struct ModelCard {
    QString name;
    QString folder;
    QString
        calledInFilms; ///< the name of a shipped or added model; the folder of any other, wherever the film is opened
    ModelOrigin origin = ModelOrigin::Folder;
    QString pipeline; ///< "WanPipeline"
    QString source;   ///< where it comes from, as the card states it
    FrameGrid grid;
    int64_t sizeMultiple = 16;
    qint64 weightBytes = 0;
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
