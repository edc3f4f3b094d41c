// SPDX-License-Identifier: Apache-2.0
#include "ui/document/project_document.h"

#include "core/base/program_folders.h"
#include "core/project/project_file.h"
#include "core/project/project_text.h"
#include "core/project/saving.h"
#include "ui/bridge/qt_convert.h"
#include "ui/document/edit_command.h"

#include <QFileInfo>

#include <algorithm>

namespace longtake::ui {

namespace {

WallTime now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// Tries the disk: not for the window's thread while somebody works.
std::filesystem::path autosaveFolderOf(const QString& filePath, bool isReadOnly) {
    // What is beside a film that another session has belongs to that session.
    return autosave_folder(isReadOnly ? std::filesystem::path() : toPath(filePath), user_config_folder() / "autosave");
}

} // namespace

ProjectDocument::ProjectDocument(QObject* parent)
    : QObject(parent)
    , timeline_(make_timeline(project_, grid_))
    , autosaves_(
          [](const AutosaveState& state) {
              const Result<Autosave> written =
                  write_autosave(autosaveFolderOf(state.filePath, state.isReadOnly), toPath(state.filePath),
                                 write_project_text(state.project), state.baseHash, state.time);
              return written ? Result<void>() : Result<void>(written.error());
          },
          [this](const Result<void>& written) {
              if (!written) {
                  QMetaObject::invokeMethod(
                      this, [this, error = written.error()] { tellAutosaveFailed(error); }, Qt::QueuedConnection);
              }
          }) {}

void ProjectDocument::setGrid(FrameGrid grid) {
    if (!(grid == grid_)) {
        grid_ = grid;
        refresh();
    }
}

QString ProjectDocument::folder() const {
    return filePath_.isEmpty() ? QString() : QFileInfo(filePath_).absolutePath();
}

QString ProjectDocument::displayTitle() const {
    if (!project_.title.empty()) {
        return toQt(project_.title);
    }
    return filePath_.isEmpty() ? tr("Untitled film") : QFileInfo(filePath_).completeBaseName();
}

void ProjectDocument::refresh() {
    timeline_ = make_timeline(project_, grid_);
    Q_EMIT changed();
}

void ProjectDocument::reset(Project project, const QString& filePath) {
    const bool isSame = filePath == filePath_;
    replace(std::move(project), filePath, isSame ? std::move(lock_) : std::nullopt, isSame && isReadOnly_);
}

void ProjectDocument::replace(Project project,
                              const QString& filePath,
                              std::optional<ProjectLock> lock,
                              bool isReadOnly) {
    (void)autosaves_.finish(); // while the film it is of is still held; its failure was told
    lock_ = std::move(lock);
    isReadOnly_ = isReadOnly;
    undoStack_.clear();
    project_ = std::move(project);
    filePath_ = filePath;
    contentHash_.clear();
    unsaved_ = {};
    hasUnsavedRecovery_ = false;
    hasUnsavedTakes_ = false;
    revision_ = 0;
    endMerging();
    timeline_ = make_timeline(project_, grid_);
    Q_EMIT replaced();
    Q_EMIT filePathChanged();
    Q_EMIT changed();
}

void ProjectDocument::recover(Project project, const QString& filePath) {
    reset(std::move(project), filePath);
    hasUnsavedRecovery_ = true;
    revision_ = 1;
    Q_EMIT changed();
}

Result<void> ProjectDocument::open(const QString& filePath, OpenHow how) {
    const bool isMine = lock_ && filePath == filePath_;
    std::optional<ProjectLock> lock;
    if (!isMine && how != OpenHow::ReadOnly) {
        Result<ProjectLock> taken = ProjectLock::acquire(toPath(filePath), how == OpenHow::TakeOver);
        if (taken) {
            lock = std::move(*taken);
        } else if (read_lock(toPath(filePath)).verdict != LockVerdict::Free) {
            return taken.error();
        }
        // Else nothing can be written beside the film: it opens all the same, and saving will say so.
    }
    Result<LoadedProject> loaded = load_project(toPath(filePath));
    if (!loaded) {
        return loaded.error();
    }
    replace(std::move(loaded->project), filePath, isMine ? std::move(lock_) : std::move(lock),
            how == OpenHow::ReadOnly || !loaded->read_only_reason.empty());
    contentHash_ = loaded->content_hash;
    if (!loaded->read_only_reason.empty()) {
        Q_EMIT failed(toQt(loaded->read_only_reason), tr("Save it under another name to change it."));
    }
    for (const Problem& problem : loaded->problems) {
        Q_EMIT failed(toQt(to_string(problem)), toQt(problem.hint));
    }
    return {};
}

std::filesystem::path ProjectDocument::autosaveFolder() const {
    return autosaveFolderOf(filePath_, isReadOnly_);
}

void ProjectDocument::autosaveIfDue() {
    if (isAheadOfFile() && is_autosave_due(unsaved_, std::chrono::steady_clock::now())) {
        handAutosave();
    }
}

void ProjectDocument::handAutosave() {
    unsaved_ = {};
    autosaves_.hand({project_, filePath_, isReadOnly_, contentHash_, now()});
}

void ProjectDocument::tellAutosaveFailed(const Error& error) {
    countUnsaved(); // none of it is kept yet: it is tried again when the time has come
    Q_EMIT failed(tr("No copy for recovery could be written: %1").arg(toQt(error.message)), toQt(error.hint));
}

Result<void> ProjectDocument::keepTakes() {
    if (isModified() || !hasUnsavedTakes_ || isReadOnly_ || filePath_.isEmpty()) {
        return {};
    }
    Result<void> saved = save(filePath_);
    if (!saved) { // somebody else changed the file, or the disk is full: a person has to decide
        hasUnsavedRecovery_ = true;
        Q_EMIT changed();
    }
    return saved;
}

Result<void> ProjectDocument::autosaveNow() {
    handAutosave();
    return autosaves_.finish();
}

Recovery ProjectDocument::findRecovery() {
    (void)autosaves_.finish(); // its failure was told
    return find_recovery(autosaveFolder(), contentHash_);
}

Result<void> ProjectDocument::takeRecovery(const Autosave& autosave) {
    Result<std::string> text = read_autosave(autosave.file);
    if (!text) {
        return text.error();
    }
    ProjectText film = read_project_text(std::move(*text), autosave.file.string());
    if (!film.project) {
        return to_error(film.problems);
    }
    const std::string hash = contentHash_;
    recover(std::move(*film.project), filePath_);
    contentHash_ = hash;
    return {};
}

void ProjectDocument::forgetRecovery() {
    autosaves_.drop();
    (void)clear_autosaves(autosaveFolder());
}

QString ProjectDocument::text() const {
    return toQt(write_project_text(project_));
}

Result<void> ProjectDocument::save(const QString& filePath) {
    const bool isElsewhere = filePath != filePath_;
    if (isReadOnly_ && !isElsewhere) {
        return Error{ErrorCode::BadInput, toCore(tr("%1 is open for reading only.").arg(displayTitle())),
                     toCore(tr("Save it under another name to keep your changes."))};
    }
    std::optional<ProjectLock> lock;
    if (isElsewhere) {
        Result<ProjectLock> taken = ProjectLock::acquire(toPath(filePath));
        if (!taken) {
            return taken.error();
        }
        lock = std::move(*taken);
    }
    autosaves_.drop(); // an older state must not come after this one
    SessionSave how;
    how.expected_hash = isElsewhere ? std::string() : contentHash_;
    how.autosave_folder = autosaveFolder();
    how.now = now();
    const Result<SavedSession> saved = save_session(toPath(filePath), project_, how);
    if (!saved) {
        return saved.error();
    }
    if (isElsewhere) {
        lock_ = std::move(lock);
        isReadOnly_ = false;
    }
    filePath_ = filePath;
    contentHash_ = saved->content_hash;
    hasUnsavedRecovery_ = false;
    hasUnsavedTakes_ = false;
    unsaved_ = {};
    undoStack_.setClean();
    endMerging();
    if (isElsewhere) {
        Q_EMIT filePathChanged();
    }
    Q_EMIT changed();
    for (const std::string& note : saved->notes) {
        Q_EMIT failed(toQt(note), {});
    }
    return {};
}

Result<std::vector<Edit>> ProjectDocument::applyNow(const std::vector<Edit>& edits) {
    std::vector<Edit> inverses;
    for (const Edit& edit : edits) {
        Result<Edit> inverse = apply(project_, edit);
        if (!inverse) {
            // Back through what was done already: its inverses are known to apply.
            for (const Edit& undone : inverses) {
                const Result<Edit> back = apply(project_, undone);
                Q_ASSERT(back);
            }
            return inverse.error();
        }
        inverses.insert(inverses.begin(), std::move(*inverse));
    }
    ++revision_;
    countUnsaved();
    refresh();
    return inverses;
}

void ProjectDocument::countUnsaved() {
    if (unsaved_.count++ == 0) {
        unsaved_.first = std::chrono::steady_clock::now();
    }
}

void ProjectDocument::showTake(const ShotId& shot, const TakeId& take) {
    Shot* shown = project_.find(shot);
    if (shown != nullptr && shown->chosen_take != take) {
        shown->chosen_take = take;
        hasUnsavedTakes_ = true;
        ++revision_;
        countUnsaved();
        refresh();
    }
}

bool ProjectDocument::perform(std::vector<Edit> edits, const QString& text, const QString& mergeKey) {
    if (edits.empty()) {
        return true;
    }
    std::optional<Error> error;
    undoStack_.push(new EditCommand(*this, std::move(edits), text, mergeKey, mergeEpoch_, error));
    if (error) {
        Q_EMIT failed(toQt(error->message), toQt(error->hint));
    }
    return !error;
}

} // namespace longtake::ui
