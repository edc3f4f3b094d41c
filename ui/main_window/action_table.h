// SPDX-License-Identifier: Apache-2.0
// Every command of the window as one table row: id, text, icon, keys, where it stands and when it is enabled.
#pragma once

#include <QFlags>
#include <QString>

#include <span>

namespace longtake::ui {

/// What must be true for a command to be enabled.
enum class Need {
    Nothing = 0,
    Shots = 1,      ///< the film has a shot
    Selection = 2,  ///< at least one shot is selected
    Several = 4,    ///< at least two shots are selected
    Rendering = 8,  ///< a job is running
    Queue = 16,     ///< a job is running or waiting
    Take = 32,      ///< the current shot has a take
    Clipboard = 64, ///< shots can be pasted
    Seam = 128,     ///< the current shot has a shot before it
    Stale = 256,    ///< something would be rendered
    UndoStep = 512,
    RedoStep = 1024,
    Worker = 2048, ///< there is a worker to render with
};
Q_DECLARE_FLAGS(Needs, Need)
Q_DECLARE_OPERATORS_FOR_FLAGS(Needs)

enum class ActionMenu { File, Edit, Shot, Render, Play, View, Help };

struct ActionRow {
    const char* id;
    const char* text; ///< English with an accelerator mark, translated in the context "Actions"
    const char* icon; ///< "" for none
    const char* keys; ///< portable key sequences, separated by spaces
    ActionMenu menu;
    Needs needs;
    bool isCheckable = false;
    bool startsGroup = false; ///< a separator stands before it
};

std::span<const ActionRow> actionTable();

/// Another editor's habits: what differs from the table, by id.
struct KeyOverride {
    const char* id;
    const char* keys;
};

struct KeyPreset {
    const char* id;
    const char* name; ///< translated in the context "Actions"
    std::span<const KeyOverride> overrides;
};

std::span<const KeyPreset> keyPresets();

} // namespace longtake::ui
