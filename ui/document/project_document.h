// SPDX-License-Identifier: Apache-2.0
// Owns the film and its undo stack: the single place that edits. Everything else reads project() and listens to
// changed().
#pragma once

#include "core/base/result.h"
#include "core/project/autosave.h"
#include "core/project/edits.h"
#include "core/project/lock_file.h"
#include "core/project/project.h"
#include "core/project/timeline.h"
#include "ui/document/autosave_writer.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <filesystem>
#include <vector>

namespace longtake::ui {

/// What to do about a film that another session may have open.
enum class OpenHow {
    Owned,    ///< only when nobody has it
    ReadOnly, ///< without taking it
    TakeOver, ///< from another machine, when the person says that nobody works there
};

class ProjectDocument : public QObject {
    Q_OBJECT
public:
    explicit ProjectDocument(QObject* parent = nullptr);

    const Project& project() const { return project_; }
    const Timeline& timeline() const { return timeline_; }
    FrameGrid grid() const { return grid_; }
    /// The model's legal frame counts; the timeline follows.
    void setGrid(FrameGrid grid);
    QUndoStack& undoStack() { return undoStack_; }

    /// The file this film lives in; empty until it was saved once.
    QString filePath() const { return filePath_; }
    /// Folder that the film's paths are relative to; empty until it was saved once.
    QString folder() const;
    /// Whether a person's edits are unsaved: only these are asked about.
    bool isModified() const { return !undoStack_.isClean() || hasUnsavedRecovery_; }
    /// Whether the file holds another film than this: unsaved edits, or takes that came since.
    bool isAheadOfFile() const { return isModified() || hasUnsavedTakes_; }
    /// Title, or the file's name, or "Untitled film".
    QString displayTitle() const;

    /// Another film; the undo history ends here. `filePath` may be empty (a new film).
    void reset(Project project, const QString& filePath);
    /// A film brought back after a crash: as reset(), but not saved yet.
    void recover(Project project, const QString& filePath);
    /// Opens the film and holds its lock while it is open. Fails when another session has it, unless `how` says what to
    /// do then; nothing has changed in that case.
    Result<void> open(const QString& filePath, OpenHow how = OpenHow::Owned);
    /// It may be looked at, rendered and saved under another name, but not saved here: another session has it, or it
    /// was written by a newer version.
    bool isReadOnly() const { return isReadOnly_; }
    /// The session that had this film before ended without closing it.
    bool isAfterCrash() const { return lock_ && lock_->is_after_crash(); }
    /// Saves as core's saving.h tells: no moment of a crash loses an edit. A file changed by somebody else is not
    /// overwritten.
    Result<void> save(const QString& filePath);
    /// Keeps a copy for recovery when enough was edited or rendered, or time has passed; does nothing else. It is
    /// written beside the window, and failed() tells what went wrong.
    void autosaveIfDue();
    /// Keeps a copy at once and waits for it.
    Result<void> autosaveNow();
    /// For leaving the film: saves it when nothing but finished takes came since it was saved, for a render is nobody's
    /// edit to be asked about. It waits for the disk, so it is not for while somebody works. With unsaved edits, or for
    /// reading only, it does nothing. When it fails the film counts as modified.
    Result<void> keepTakes();
    /// The edits a crash left behind for the film that is open; empty when there are none.
    Recovery findRecovery();
    /// Takes over what findRecovery() found.
    Result<void> takeRecovery(const Autosave& autosave);
    void forgetRecovery();
    /// The film as .t2vproj text.
    QString text() const;

    /// Does `edits` in order as one undo step called `text`, all or none. Steps with equal, non-empty `mergeKey` that
    /// follow each other become one (typing, dragging). Returns whether it was done; else failed() tells why and
    /// nothing has changed.
    bool perform(std::vector<Edit> edits, const QString& text, const QString& mergeKey = {});
    /// Shows a finished take. Outside the undo stack: undo never loses a render; and no edit that closing asks about.
    void showTake(const ShotId& shot, const TakeId& take);
    /// Ends merging: the next edit is a step of its own.
    void endMerging() { ++mergeEpoch_; }
    /// Edits done and undone since the film was opened: tells an autosave whether there is anything new.
    quint64 revision() const { return revision_; }

Q_SIGNALS:
    /// The film or its timeline differ from before.
    void changed();
    /// Another film: forget everything remembered about the old one.
    void replaced();
    void filePathChanged();
    void failed(const QString& message, const QString& hint);

private:
    friend class EditCommand;
    /// apply() of each and what follows from it; the inverses, in the order of undoing. All or none.
    Result<std::vector<Edit>> applyNow(const std::vector<Edit>& edits);
    void replace(Project project, const QString& filePath, std::optional<ProjectLock> lock, bool isReadOnly);
    void refresh();
    void countUnsaved();
    void handAutosave();
    void tellAutosaveFailed(const Error& error);
    std::filesystem::path autosaveFolder() const;

    Project project_;
    FrameGrid grid_;
    Timeline timeline_;
    QUndoStack undoStack_;
    QString filePath_;
    std::optional<ProjectLock> lock_; ///< of filePath_
    bool isReadOnly_ = false;
    std::string contentHash_; ///< of the file as read or last saved
    UnsavedEdits unsaved_;
    bool hasUnsavedRecovery_ = false;
    bool hasUnsavedTakes_ = false;
    quint64 mergeEpoch_ = 0;
    quint64 revision_ = 0;
    AutosaveWriter autosaves_; ///< last: it ends before what it reports to
};

} // namespace longtake::ui
