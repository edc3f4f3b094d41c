// SPDX-License-Identifier: Apache-2.0
// One undo step: an edit to do and the inverse that apply() gave back. Steps of one gesture merge while it lasts.
#pragma once

#include "core/project/edits.h"

#include <QUndoCommand>

#include <optional>
#include <vector>

namespace longtake::ui {

class ProjectDocument;

class EditCommand : public QUndoCommand {
public:
    /// `epoch` tells gestures apart: steps merge only when key and epoch are equal and the key is not empty. When the
    /// stack's first redo() is refused, `refusal` says why and the stack drops the command.
    EditCommand(ProjectDocument& document,
                std::vector<Edit> edits,
                const QString& text,
                QString mergeKey,
                quint64 epoch,
                std::optional<Error>& refusal);

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand* other) override;

private:
    ProjectDocument& document_;
    std::vector<Edit> edits_;    ///< in the order of doing
    std::vector<Edit> inverses_; ///< in the order of undoing
    QString mergeKey_;
    quint64 epoch_;
    std::optional<Error>* refusal_; ///< of the push that is going on; null afterwards
};

} // namespace longtake::ui
