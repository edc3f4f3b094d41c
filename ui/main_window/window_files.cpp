// SPDX-License-Identifier: Apache-2.0
// MainWindow's files: new, open, save, import, and leaving without losing anything.
#include "core/base/atomic_file.h"
#include "core/base/program_folders.h"
#include "core/project/project_text.h"
#include "ui/bridge/film_export.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/render_queue.h"
#include "ui/dialogs/action_palette.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/lock_question.h"
#include "ui/dialogs/new_film_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/dialogs/story_changes_dialog.h"
#include "ui/dialogs/versions_dialog.h"
#include "ui/document/film_editor.h"
#include "ui/document/film_session.h"
#include "ui/document/project_document.h"
#include "ui/document/selection.h"
#include "ui/document/shot_states.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/recent_films.h"
#include "ui/panels/form.h"
#include "ui/panels/hint_bar.h"
#include "ui/panels/preview_player.h"
#include "ui/timeline/timecode.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QToolButton>
#include <QUrl>

namespace longtake::ui {

void MainWindow::connectFileCommands() {
    on("file.new", [this] { newFilm(); });
    on("file.open", [this] { chooseAndOpen(); });
    connect(recent_, &RecentFilms::chosen, this, [this](const QString& path) {
        if (mayLeaveFilm()) {
            openFilm(path);
        }
    });
    on("file.save", [this] { save(); });
    on("file.save_as", [this] { saveAs(); });
    on("file.import", [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Import story"), parts_.document.folder(),
                                                          tr("Stories (*.txt *.md *.fountain *.spmd)"));
        if (!path.isEmpty()) {
            importStory(path);
        }
    });
    on("file.versions", [this] { showVersions(); });
    on("file.export", [this] { exportFilm(); });
    on("file.export_frame", [this] { exportFrame(); });
    on("file.preferences", [this] { showPreferences(false); });
    on("edit.find_action", [this] { ActionPalette(*actions_, this).exec(); });
    on("help.keys", [this] { showPreferences(true); });
    on("help.about", [this] {
        QMessageBox::about(this, tr("About Longtake"),
                           tr("<h3>Longtake %1</h3><p>A studio for films told in shots.</p><p>Open source under the "
                              "Apache License 2.0. "
                              "No account, no server, no telemetry.</p>")
                               .arg(QApplication::applicationVersion()));
    });
    on("file.quit", [this] { close(); });
}

bool MainWindow::mayLeaveFilm() {
    if (const Result<void> kept = parts_.document.keepTakes(); !kept) {
        tell(toQt(kept.error().message), toQt(kept.error().hint));
    }
    if (!parts_.document.isModified()) {
        return true;
    }
    QMessageBox question(QMessageBox::Question, tr("Unsaved changes"),
                         tr("Save the changes to “%1”?").arg(parts_.document.displayTitle()),
                         QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    question.setObjectName(QStringLiteral("saveQuestion"));
    question.setIconPixmap(QApplication::windowIcon().pixmap(kQuestionIcon));
    question.setInformativeText(tr("Takes that were rendered are kept either way."));
    question.setDefaultButton(QMessageBox::Save);
    switch (question.exec()) {
    case QMessageBox::Save: return save();
    case QMessageBox::Discard: parts_.document.forgetRecovery(); return true;
    default: return false;
    }
}

void MainWindow::newFilm() {
    if (!mayLeaveFilm()) {
        return;
    }
    NewFilmDialog dialog(exampleFilms(), this);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    if (dialog.example().isEmpty()) {
        keepQueue();
        parts_.queue.reset();
        hints_->hide(); // they speak of the example
        if (dialog.film().shots.empty()) {
            parts_.document.reset(dialog.film(), {});
        } else {
            parts_.document.recover(dialog.film(), {}); // a story that was typed is not lost by closing
            parts_.selection.selectOnly(parts_.document.project().shots.front().id);
        }
        player_->seek(0);
    } else {
        openExample(dialog.example());
    }
}

void MainWindow::openExample(const QString& path) {
    // A copy in the person's own folder: the shipped one stays as it is and may not be writable.
    const QDir movies(QStandardPaths::writableLocation(QStandardPaths::MoviesLocation));
    const QString folder = movies.filePath(QStringLiteral("Longtake"));
    QDir().mkpath(folder);
    const QString copy = QDir(folder).filePath(QFileInfo(path).fileName());
    if (!QFile::exists(copy) && !QFile::copy(path, copy)) {
        tell(tr("The example could not be copied to %1.").arg(folder), tr("Check that the folder can be written to."));
        return;
    }
    QFile::setPermissions(copy, QFile::permissions(copy) | QFileDevice::WriteOwner);
    openFilm(copy);
}

void MainWindow::openDemo() {
    const QStringList films = exampleFilms();
    const auto demo = std::find_if(films.begin(), films.end(), [](const QString& film) {
        return QFileInfo(film).baseName() == QLatin1String("demo");
    });
    if (demo != films.end()) {
        openExample(*demo);
    } else if (!films.isEmpty()) {
        openExample(films.front());
    }
}

void MainWindow::welcome() {
    openDemo();
    const bool hasExample = !parts_.document.project().shots.empty(); // the hints speak of it
    if (!hasExample || parts_.settings.value(QStringLiteral("hints/seen"), false).toBool()) {
        return;
    }
    hints_->begin();
    // The first film makes itself, so that there is something to see in the first minute.
    enqueueStale();
}

bool MainWindow::offerAbandonedFilm() {
    for (const std::filesystem::path& folder : abandoned_unnamed_folders(user_config_folder() / "autosave")) {
        const Recovery found = find_recovery(folder, {});
        if (!found.newest) {
            continue;
        }
        const RecoveryChoice choice = askRecovery(this, tr("Untitled film"), localTime(found.newest->time), false);
        if (choice == RecoveryChoice::Recover) {
            parts_.document.reset({}, {});
            const Result<void> taken = parts_.document.takeRecovery(*found.newest);
            if (!taken) {
                tell(toQt(taken.error().message), toQt(taken.error().hint));
                continue;
            }
            // From here on this session keeps it.
            if (parts_.document.autosaveNow()) {
                (void)clear_autosaves(folder);
            }
            return true;
        }
        if (choice == RecoveryChoice::OpenSaved) {
            (void)clear_autosaves(folder);
        }
    }
    return false;
}

void MainWindow::offerRecovery() {
    if (parts_.document.isReadOnly()) {
        return; // what is unsaved there belongs to the session that has the film
    }
    const Recovery found = parts_.document.findRecovery();
    if (!found.newest) {
        return;
    }
    switch (askRecovery(this, parts_.document.displayTitle(), localTime(found.newest->time), found.is_base_changed)) {
    case RecoveryChoice::Recover:
        if (const Result<void> taken = parts_.document.takeRecovery(*found.newest); !taken) {
            tell(toQt(taken.error().message), toQt(taken.error().hint));
        }
        break;
    case RecoveryChoice::OpenSaved: parts_.document.forgetRecovery(); break;
    case RecoveryChoice::Later: break;
    }
}

void MainWindow::showVersions() {
    VersionsDialog dialog(parts_.document.filePath(), this);
    if (dialog.exec() != QDialog::Accepted || dialog.chosenText().isEmpty()) {
        return;
    }
    ProjectText film = read_project_text(toCore(dialog.chosenText()), "backup");
    if (film.project) {
        parts_.editor.changeFilm(tr("open other version"), {}, [&](Project& now) { now = std::move(*film.project); });
    }
}

void MainWindow::showPreferences(bool showsKeys) {
    PreferencesDialog dialog(parts_.settings, *actions_, parts_.session, this);
    if (showsKeys) {
        dialog.showKeys();
    }
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    parts_.queue.setDevice(parts_.settings.value(QStringLiteral("render/device")).toString(),
                           parts_.settings.value(QStringLiteral("render/threads")).toInt());
    Q_EMIT preferencesChanged();
    if (dialog.needsRebuild()) {
        Q_EMIT rebuildRequested();
    }
}

void MainWindow::exportFilm() {
    if (export_->isRunning() || waitingExport_) {
        tell(tr("An export is running already: %1")
                 .arg(waitingExport_ ? waitingExport_->order.target : export_->target()),
             tr("Wait for it or stop it first."));
        return;
    }
    ExportDialog dialog(parts_.document, parts_.session, parts_.selection, parts_.states, this);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    if (dialog.rendersFirst()) {
        renderAndExport(dialog.order(), dialog.unfinished());
    } else {
        startExport(dialog.order());
    }
}

void MainWindow::startExport(ExportOrder order) { // a copy: the one that waits ends here
    waitingExport_.reset();
    exportStatus_->setText(tr("Export · stop"));
    exportStatus_->show();
    export_->start(parts_.document.project(), parts_.document.filePath(), std::move(order));
}

void MainWindow::renderAndExport(const ExportOrder& order, const std::vector<ShotId>& unfinished) {
    std::vector<ShotId> wanted;
    WaitingExport waiting{order, {}};
    for (const ShotId& shot : unfinished) {
        const Shot* shown = parts_.document.project().find(shot);
        waiting.takesBefore[shot] = shown == nullptr ? TakeId{} : shown->chosen_take;
        const RenderState state = parts_.states.of(shot).state;
        if (state != RenderState::Queued && state != RenderState::Rendering) {
            wanted.push_back(shot);
        }
    }
    if (!wanted.empty()) {
        enqueue(wanted, false, false);
    }
    if (parts_.queue.openCount() == 0) {
        return; // nothing may be rendered: the person was told why
    }
    waitingExport_ = std::move(waiting);
    exportStatus_->setText(tr("Export waits for %n shot(s) · stop", nullptr, static_cast<int>(unfinished.size())));
    exportStatus_->show();
}

void MainWindow::exportIfRendered() {
    if (!waitingExport_ || parts_.queue.openCount() > 0 || parts_.session.isReading()) {
        return;
    }
    const auto& before = waitingExport_->takesBefore;
    const bool isRendered = std::all_of(before.begin(), before.end(), [this](const auto& shot) {
        const Shot* now = parts_.document.project().find(shot.first);
        return now == nullptr || now->chosen_take != shot.second; // a shot that is gone is not waited for
    });
    if (isRendered) {
        startExport(waitingExport_->order);
        return;
    }
    dropWaitingExport();
    tell(tr("The film was not exported: not all of its shots were rendered."), tr("The queue says why."));
}

void MainWindow::dropWaitingExport() {
    if (waitingExport_) {
        waitingExport_.reset();
        exportStatus_->hide();
    }
}

void MainWindow::connectExport() {
    export_ = new FilmExport(this);
    exportStatus_->hide();
    connect(exportStatus_, &QToolButton::clicked, this, [this] {
        dropWaitingExport();
        export_->stop();
    });
    connect(
        &parts_.queue, &RenderQueue::jobsChanged, this, [this] { exportIfRendered(); }, Qt::QueuedConnection);
    connect(
        &parts_.session, &FilmSession::takesChanged, this, [this] { exportIfRendered(); }, Qt::QueuedConnection);
    connect(&parts_.document, &ProjectDocument::replaced, this,
            [this] { dropWaitingExport(); }); // it was of the film before
    connect(export_, &FilmExport::progressed, this, [this](double share, double left) {
        exportStatus_->setText(tr("Export %1 % · %2 · stop").arg(qRound(share * 100)).arg(clockText(left)));
    });
    connect(export_, &FilmExport::finished, this, [this](const QString& target) {
        exportStatus_->hide();
        tell(tr("Exported: %1").arg(QDir::toNativeSeparators(target)), {});
        reveal_ = QFileInfo(target).absoluteFilePath();
        noticeReveal_->show();
    });
    connect(export_, &FilmExport::failed, this, [this](const QString& message, const QString& hint) {
        exportStatus_->hide();
        tell(message, hint);
    });
    connect(export_, &FilmExport::stopped, this, [this] {
        exportStatus_->hide();
        tell(tr("The export was stopped; no file was left behind."), {});
    });
}

void MainWindow::keepQueue() {
    const QString file = parts_.session.queueFile();
    if (file.isEmpty() || parts_.document.isReadOnly()) {
        return;
    }
    if (parts_.queue.openCount() == 0) {
        QFile::remove(file);
    } else if (const Result<void> kept = write_file_atomically(toPath(file), parts_.queue.save().toStdString());
               !kept) {
        tell(toQt(kept.error().message), toQt(kept.error().hint));
    }
}

std::optional<OpenHow> MainWindow::howToOpen(const QString& path) {
    const bool isMine = path == parts_.document.filePath() && !parts_.document.isReadOnly();
    const LockState lock = isMine ? LockState{} : read_lock(toPath(path));
    if (lock.verdict != LockVerdict::InUse && lock.verdict != LockVerdict::OtherMachine) {
        return OpenHow::Owned;
    }
    switch (askLocked(this, QFileInfo(path).completeBaseName(), lock)) {
    case LockChoice::ReadOnly: return OpenHow::ReadOnly;
    case LockChoice::TakeOver: return OpenHow::TakeOver;
    case LockChoice::Cancel: break;
    }
    return std::nullopt;
}

void MainWindow::openFilm(const QString& path) {
    const std::optional<OpenHow> how = howToOpen(path);
    if (!how) {
        return;
    }
    keepQueue();
    notice_->hide();
    const Result<void> opened = parts_.document.open(path, *how);
    if (!opened) {
        tell(toQt(opened.error().message), toQt(opened.error().hint));
        return;
    }
    parts_.queue.reset();
    recent_->remember(path);
    player_->seek(0);
    if (const auto& shots = parts_.document.project().shots; !shots.empty()) {
        parts_.selection.selectOnly(shots.front().id);
    }
    offerRecovery();
    if (parts_.document.isReadOnly()) {
        tell(tr("The film is open for reading only."), tr("Save it under another name to change it."));
        return;
    }
    parts_.session.freeSpace(parts_.settings.value(QStringLiteral("storage/mostGigabytes"), 0).toLongLong() << 30,
                             false);
    QFile queue(parts_.session.queueFile());
    if (queue.open(QIODevice::ReadOnly)) {
        parts_.queue.restore(queue.readAll());
    }
}

void MainWindow::chooseAndOpen() {
    if (!mayLeaveFilm()) {
        return;
    }
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open film"), parts_.document.folder(), tr("Films (*.t2vproj)"));
    if (!path.isEmpty()) {
        openFilm(path);
    }
}

bool MainWindow::save() {
    if (parts_.document.filePath().isEmpty() || parts_.document.isReadOnly()) {
        return saveAs();
    }
    const Result<void> saved = parts_.document.save(parts_.document.filePath());
    if (!saved) {
        tell(toQt(saved.error().message), toQt(saved.error().hint));
    }
    return static_cast<bool>(saved);
}

bool MainWindow::saveAs() {
    QString start = parts_.document.filePath();
    if (start.isEmpty()) {
        start =
            QStringLiteral("%1/%2.t2vproj")
                .arg(QStandardPaths::writableLocation(QStandardPaths::MoviesLocation), parts_.document.displayTitle());
    }
    QString path = QFileDialog::getSaveFileName(this, tr("Save film"), start, tr("Films (*.t2vproj)"));
    if (path.isEmpty()) {
        return false;
    }
    if (!path.endsWith(QLatin1String(".t2vproj"))) {
        path += QLatin1String(".t2vproj");
    }
    const Result<void> saved = parts_.document.save(path);
    if (!saved) {
        tell(toQt(saved.error().message), toQt(saved.error().hint));
        return false;
    }
    recent_->remember(path);
    return true;
}

void MainWindow::importStory(const QString& path) {
    const Result<Story> story = load_story(toPath(path));
    if (!story) {
        tell(toQt(story.error().message), toQt(story.error().hint));
        return;
    }
    if (story->shots.empty()) {
        tell(tr("The story has no shots."), {});
        return;
    }
    const Reimport changes = compare_with_story(parts_.document.project(), *story);
    if (!changes.is_needed) {
        tell(tr("The story says nothing new."), {});
        return;
    }
    // An empty film has nothing to lose; else the person sees first what will change.
    const bool isEmpty = parts_.document.project().shots.empty();
    if (!isEmpty && StoryChangesDialog(parts_.document, changes, this).exec() != QDialog::Accepted) {
        return;
    }
    const bool isDone = parts_.document.perform({changes.edit}, tr("import story"));
    if (isDone && !story->warnings.empty()) {
        QStringList lines;
        for (const Problem& warning : story->warnings) {
            lines.append(toQt(to_string(warning)));
        }
        tell(lines.join(QLatin1Char('\n')), {});
    }
}

void MainWindow::takeDroppedFile(const QString& path) {
    if (!path.endsWith(QLatin1String(".t2vproj"))) {
        importStory(path);
    } else if (mayLeaveFilm()) {
        openFilm(path);
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QUrl url = event->mimeData()->urls().value(0);
    if (url.isLocalFile()) {
        takeDroppedFile(url.toLocalFile());
    }
}

void MainWindow::keepLayout() {
    parts_.settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    parts_.settings.setValue(QStringLiteral("window/state"), saveState());
    parts_.settings.setValue(QStringLiteral("window/isReversed"), layoutDirection() == Qt::RightToLeft);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayLeaveFilm()) {
        event->ignore();
        return;
    }
    keepQueue();
    keepLayout();
    event->accept();
}

} // namespace longtake::ui
