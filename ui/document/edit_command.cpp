// SPDX-License-Identifier: Apache-2.0
#include "ui/document/edit_command.h"

#include "ui/document/project_document.h"

namespace longtake::ui {

EditCommand::EditCommand(ProjectDocument& document,
                         std::vector<Edit> edits,
                         const QString& text,
                         QString mergeKey,
                         quint64 epoch,
                         std::optional<Error>& refusal)
    : QUndoCommand(text)
    , document_(document)
    , edits_(std::move(edits))
    , mergeKey_(std::move(mergeKey))
    , epoch_(epoch)
    , refusal_(&refusal) {}

void EditCommand::redo() {
    Result<std::vector<Edit>> inverses = document_.applyNow(edits_);
    if (inverses) {
        inverses_ = std::move(*inverses);
    } else if (refusal_ != nullptr) {
        *refusal_ = inverses.error();
        setObsolete(true);
    }
    refusal_ = nullptr;
}

void EditCommand::undo() {
    Result<std::vector<Edit>> edits = document_.applyNow(inverses_);
    Q_ASSERT(edits); // what was done can be undone: apply() promises it
    edits_ = std::move(*edits);
}

int EditCommand::id() const {
    return mergeKey_.isEmpty() ? -1 : 1;
}

bool EditCommand::mergeWith(const QUndoCommand* other) {
    const auto* later = static_cast<const EditCommand*>(other);
    if (later->mergeKey_ != mergeKey_ || later->epoch_ != epoch_ || later->isObsolete()) {
        return false;
    }
    if (edits_.size() == 1 && later->edits_.size() == 1 && has_same_target(edits_.front(), later->edits_.front())) {
        edits_ = later->edits_; // another stroke of the same typing: the first one's inverse leads back from both
        return true;
    }
    edits_.insert(edits_.end(), later->edits_.begin(), later->edits_.end());
    inverses_.insert(inverses_.begin(), later->inverses_.begin(), later->inverses_.end());
    return true;
}

} // namespace longtake::ui
