// SPDX-License-Identifier: Apache-2.0
// MainWindow's commands: which action does what. Each is a line or two; the work is done by the parts.
#include "core/media/image_ops.h"
#include "core/project/timeline.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/render_queue.h"
#include "ui/dialogs/content_question.h"
#include "ui/document/film_editor.h"
#include "ui/document/film_session.h"
#include "ui/document/project_document.h"
#include "ui/document/safety_setting.h"
#include "ui/document/selection.h"
#include "ui/document/shot_clipboard.h"
#include "ui/document/shot_states.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/key_guard.h"
#include "ui/main_window/main_window.h"
#include "ui/panels/preview_player.h"
#include "ui/panels/shot_inspector.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QMimeData>
#include <QSettings>

namespace longtake::ui {

void MainWindow::on(const char* id, std::function<void()> what) {
    connect(actions_->action(QLatin1String(id)), &QAction::triggered, this, [what = std::move(what)] { what(); });
}

void MainWindow::connectCommands() {
    connectFileCommands();
    connectShotCommands();
    connectRenderCommands();
    connectPlayCommands();
    connectViewCommands();
}

void MainWindow::connectShotCommands() {
    FilmEditor& editor = parts_.editor;
    Selection& selection = parts_.selection;
    const auto chosen = [&selection] { return selection.shots(); };
    const auto film = [this]() -> const Project& { return parts_.document.project(); };
    on("edit.undo", [this] { parts_.document.undoStack().undo(); });
    on("edit.redo", [this] { parts_.document.undoStack().redo(); });
    on("edit.copy", [this] { copyShots(); });
    on("edit.cut", [this, &editor, chosen] {
        copyShots();
        editor.removeShots(chosen());
    });
    on("edit.paste", [this] { pasteShots(); });
    on("edit.delete", [&editor, chosen] { editor.removeShots(chosen()); });
    on("edit.select_all", [film, &selection] {
        std::vector<ShotId> ids;
        for (const Shot& shot : film().shots) {
            ids.push_back(shot.id);
        }
        selection.select(ids, ids.empty() ? ShotId{} : ids.front());
    });
    on("edit.deselect", [&selection] { selection.clear(); });
    on("shot.new", [this, &editor, film] {
        const auto index = film().index_of(parts_.selection.current());
        editor.addShot(index ? *index + 1 : film().shots.size());
        inspector_->focusPrompt();
    });
    on("shot.append", [this, &editor, film] {
        editor.addShot(film().shots.size());
        inspector_->focusPrompt();
    });
    on("shot.prompt", [this] {
        docks_.value(QStringLiteral("inspector"))->show();
        docks_.value(QStringLiteral("inspector"))->raise();
        inspector_->focusPrompt();
    });
    on("shot.duplicate", [&editor, chosen] { editor.duplicateShots(chosen()); });
    on("shot.split", [this, &editor] { editor.splitAt(player_->position()); });
    on("shot.merge", [&editor, chosen] { editor.mergeShots(chosen()); });
    on("shot.trim_head", [this, &editor] { editor.trimHeadTo(player_->position()); });
    on("shot.trim_tail", [this, &editor] { editor.trimTailTo(player_->position()); });
    on("shot.shorter", [&editor, chosen] { editor.stepLength(chosen(), -1); });
    on("shot.longer", [&editor, chosen] { editor.stepLength(chosen(), 1); });
    on("shot.move_earlier", [&editor, chosen] { editor.nudgeShots(chosen(), -1); });
    on("shot.move_later", [&editor, chosen] { editor.nudgeShots(chosen(), 1); });
    const std::pair<const char*, SeamKind> seams[] = {
        {"seam.continue", SeamKind::Continue}, {"seam.cut", SeamKind::Cut}, {"seam.dissolve", SeamKind::Dissolve}};
    for (const auto& [id, kind] : seams) {
        on(id, [this, &editor, chosen, kind = kind] {
            editor.changeShots(chosen(), tr("change seam"), {}, [kind](Shot& shot) { shot.seam.kind = kind; });
        });
    }
    on("scene.new", [this] { askSceneTitle({}); });
    on("scene.remove", [this, &editor, chosen] {
        editor.changeShots(chosen(), tr("take out of scene"), {}, [](Shot& shot) { shot.scene = {}; });
    });
    on("shot.pin", [this, &editor, chosen] {
        const bool isPinned = actions_->action(QStringLiteral("shot.pin"))->isChecked();
        editor.changeShots(chosen(), isPinned ? tr("pin take") : tr("unpin take"), {},
                           [isPinned](Shot& shot) { shot.is_pinned = isPinned && !shot.chosen_take.is_empty(); });
    });
    on("shot.loop", [this, &editor, chosen] {
        const bool isLoop = actions_->action(QStringLiteral("shot.loop"))->isChecked();
        editor.changeShots(chosen(), tr("end meets beginning"), {}, [isLoop](Shot& shot) { shot.is_loop = isLoop; });
    });
    on("shot.keyframe", [this] { useFrameAsKeyframe(); });
    connect(inspector_, &ShotInspector::imageChoiceRequested, this, [this](const ShotId& id) {
        const QString path = QFileDialog::getOpenFileName(this, tr("Keyframe picture"), parts_.document.folder(),
                                                          tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp)"));
        if (!path.isEmpty()) {
            addKeyframe(id, KeyframePlace::First, 0, path);
        }
    });
}

void MainWindow::connectRenderCommands() {
    RenderQueue& queue = parts_.queue;
    const auto chosen = [this] { return parts_.selection.shots(); };
    on("render.shot", [this, chosen] { enqueue(chosen(), false, false); });
    on("render.shot_first", [this, chosen] { enqueue(chosen(), true, false); });
    on("render.stale", [this] { enqueueStale(); });
    on("render.new_take", [this, chosen] { enqueue(chosen(), false, true); });
    on("render.pause",
       [this, &queue] { queue.setPaused(actions_->action(QStringLiteral("render.pause"))->isChecked()); });
    on("render.stop_after", [&queue] { queue.stopAfterShot(); });
    on("render.abort", [&queue] { queue.abort(); });
    on("render.abort_reseed", [&queue] { queue.abortAndReseed(); });
}

void MainWindow::connectPlayCommands() {
    on("play.toggle", [this] { player_->togglePlay(); });
    on("play.range", [this] { player_->playRange(); });
    on("play.back", [this] { player_->shuttle(-1, keys_->isStopKeyHeld()); });
    on("play.stop", [this] { player_->stop(); });
    on("play.forward", [this] { player_->shuttle(1, keys_->isStopKeyHeld()); });
    const auto second = [this] {
        return std::max<int64_t>(1, std::llround(parts_.document.project().frame_rate.per_second()));
    };
    on("play.previous_frame", [this] { player_->step(-1); });
    on("play.next_frame", [this] { player_->step(1); });
    on("play.previous_second", [this, second] { player_->step(-second()); });
    on("play.next_second", [this, second] { player_->step(second()); });
    on("play.previous_cut", [this] { seekCut(-1); });
    on("play.next_cut", [this] { seekCut(1); });
    on("play.start", [this] { player_->seek(0); });
    on("play.end", [this] { player_->seek(parts_.document.timeline().total_frames - 1); });
    on("play.mark_in", [this] { parts_.selection.setMarkIn(player_->position()); });
    on("play.mark_out", [this] { parts_.selection.setMarkOut(player_->position()); });
    on("play.go_in", [this] { player_->seek(parts_.selection.markIn().value_or(0)); });
    on("play.go_out",
       [this] { player_->seek(parts_.selection.markOut().value_or(parts_.document.timeline().total_frames - 1)); });
    on("play.clear_marks", [this] {
        parts_.selection.setMarkIn({});
        parts_.selection.setMarkOut({});
    });
    on("play.loop", [this] { player_->setLooping(actions_->action(QStringLiteral("play.loop"))->isChecked()); });
    connect(player_, &PreviewPlayer::playingChanged, this, [this](bool isPlaying) {
        actions_->action(QStringLiteral("play.toggle"))
            ->setIcon(parts_.theme.icon(isPlaying ? QStringLiteral("pause") : QStringLiteral("play")));
    });
}

void MainWindow::connectViewCommands() {
    on("view.zoom_in", [this] { timeline_->zoom(1.5); });
    on("view.zoom_out", [this] { timeline_->zoom(1 / 1.5); });
    on("view.zoom_fit", [this] { timeline_->fitFilm(); });
    QAction* snap = actions_->action(QStringLiteral("view.snap"));
    snap->setChecked(parts_.settings.value(QStringLiteral("timeline/snap"), true).toBool());
    timeline_->setSnapping(snap->isChecked());
    on("view.snap", [this, snap] {
        timeline_->setSnapping(snap->isChecked());
        parts_.settings.setValue(QStringLiteral("timeline/snap"), snap->isChecked());
    });
    on("view.full_screen", [this] { toggleFullScreen(); });
    on("view.safe_areas", [this] {
        player_->surface().setShowsSafeAreas(actions_->action(QStringLiteral("view.safe_areas"))->isChecked());
    });
    for (const char* id : {"view.compare_wipe", "view.compare_side", "view.continuity"}) {
        on(id, [this, id] { setComparison(id, actions_->action(QLatin1String(id))->isChecked()); });
    }
    const std::pair<const char*, WindowLayout> layouts[] = {{"layout.edit", WindowLayout::Editing},
                                                            {"layout.focus", WindowLayout::Focus},
                                                            {"layout.writing", WindowLayout::Writing},
                                                            {"layout.review", WindowLayout::Review}};
    for (const auto& [id, layout] : layouts) {
        on(id, [this, layout = layout] { applyLayout(layout); });
    }
}

void MainWindow::setComparison(const char* id, bool isOn) {
    for (const char* other : {"view.compare_wipe", "view.compare_side", "view.continuity"}) {
        if (QLatin1String(other) != QLatin1String(id)) {
            actions_->action(QLatin1String(other))->setChecked(false);
        }
    }
    if (!isOn) {
        player_->compare(Comparison::Off, {}, {}, {});
        return;
    }
    if (QLatin1String(id) == QLatin1String("view.continuity")) {
        player_->compare(Comparison::Continuity, {}, {}, {});
        return;
    }
    const Shot* shot = parts_.document.project().find(parts_.selection.current());
    const auto takes = shot == nullptr ? std::vector<const Receipt*>() : parts_.session.takesOf(shot->id);
    const auto other =
        std::find_if(takes.begin(), takes.end(), [&](const Receipt* take) { return take->take != shot->chosen_take; });
    if (other == takes.end()) {
        actions_->action(QLatin1String(id))->setChecked(false);
        tell(tr("This shot has only one take."),
             tr("Make another one with %1.").arg(actions_->action(QStringLiteral("render.new_take"))->toolTip()));
        return;
    }
    const bool isWipe = QLatin1String(id) == QLatin1String("view.compare_wipe");
    player_->compare(isWipe ? Comparison::Wipe : Comparison::SideBySide, parts_.session.videoOf((*other)->take),
                     tr("Chosen take"), tr("Take %1").arg((*other)->serial));
}

void MainWindow::copyShots() {
    std::vector<Shot> shots;
    for (const Shot& shot : parts_.document.project().shots) {
        if (parts_.selection.contains(shot.id)) {
            shots.push_back(shot);
        }
    }
    QApplication::clipboard()->setMimeData(toClipboard(shots).release());
}

void MainWindow::pasteShots() {
    const std::vector<Shot> shots = fromClipboard(*QApplication::clipboard()->mimeData());
    const auto index = parts_.document.project().index_of(parts_.selection.current());
    parts_.editor.insertCopies(shots, index ? *index + 1 : parts_.document.project().shots.size());
}

void MainWindow::seekCut(int direction) {
    const Timeline& timeline = parts_.document.timeline();
    const int64_t position = player_->position();
    int64_t target = direction > 0 ? timeline.total_frames - 1 : 0;
    for (const TimelineShot& shot : timeline.shots) {
        if (direction > 0 && shot.start_frame > position) {
            target = std::min(target, shot.start_frame);
        } else if (direction < 0 && shot.start_frame < position) {
            target = std::max(target, shot.start_frame);
        }
    }
    player_->seek(target);
    const auto seen = film_frame_at(timeline, target);
    if (seen && parts_.selection.shots().size() <= 1) {
        parts_.selection.selectOnly(parts_.document.project().shots[seen->shot].id);
    }
}

void MainWindow::askSceneTitle(const SceneId& id) {
    const Scene* scene = id.is_empty() ? nullptr : parts_.document.project().find(id);
    bool isAccepted = false;
    const QString title =
        QInputDialog::getText(this, scene == nullptr ? tr("New scene") : tr("Rename scene"), tr("Title of the scene:"),
                              QLineEdit::Normal, scene == nullptr ? QString() : toQt(scene->title), &isAccepted);
    if (!isAccepted) {
        return;
    }
    if (scene == nullptr) {
        parts_.editor.makeScene(parts_.selection.shots(), title);
    } else {
        parts_.editor.renameScene(id, title);
    }
}

void MainWindow::showSeamMenu(const ShotId& id, const QPoint& position) {
    parts_.selection.selectOnly(id);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char* action : {"seam.continue", "seam.cut", "seam.dissolve"}) {
        menu->addAction(actions_->action(QLatin1String(action)));
    }
    menu->addSeparator();
    menu->addAction(actions_->action(QStringLiteral("view.continuity")));
    menu->popup(position);
}

void MainWindow::showShotMenu(const ShotId&, const QPoint& position) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char* id : {"render.shot", "render.new_take", "", "shot.prompt", "shot.new", "shot.duplicate",
                           "shot.split", "shot.merge", "", "edit.cut", "edit.copy", "edit.paste", "edit.delete", "",
                           "scene.new", "shot.pin", "shot.loop", "shot.keyframe"}) {
        if (*id == '\0') {
            menu->addSeparator();
        } else {
            menu->addAction(actions_->action(QLatin1String(id)));
        }
    }
    menu->popup(position);
}

bool MainWindow::isReadyToRender() {
    // Takes live beside the film's file, so a film needs one before its first render.
    return !parts_.document.filePath().isEmpty() || saveAs();
}

std::vector<ShotId> MainWindow::withoutRefused(const std::vector<ShotId>& shots) {
    const auto cameraText = [this](const Shot& shot) { return camera_text(parts_.session.presets(), shot.camera); };
    const ContentAnswer answer =
        askAboutContent(this, parts_.document.project(), shots, cameraText, safetyLevelOf(parts_.settings));
    if (!answer.refusals.isEmpty()) {
        tell(tr("Not rendered: %1").arg(answer.refusals.join(QStringLiteral("; "))),
             tr("Change the text. What may be rendered is set in Preferences → Rendering."));
    }
    return answer.allowed;
}

void MainWindow::enqueue(const std::vector<ShotId>& wanted, bool isFront, bool isForced, int takes) {
    const std::vector<ShotId> shots = withoutRefused(wanted);
    if (shots.empty() || !isReadyToRender()) {
        return;
    }
    notice_->hide(); // what it said is of before
    RenderJob job;
    job.shots = shots;
    job.isForced = isForced;
    job.takes = takes;
    const auto index = parts_.document.project().index_of(shots.front());
    job.title = shots.size() == 1 ? tr("Shot %1").arg(index.value_or(0) + 1)
                                  : tr("%n shots", nullptr, static_cast<int>(shots.size()));
    for (const ShotId& shot : shots) {
        job.costSeconds += parts_.states.of(shot).costSeconds;
    }
    parts_.queue.add(std::move(job), isFront);
}

void MainWindow::enqueueStale() {
    std::vector<ShotId> shots;
    for (const Shot& shot : parts_.document.project().shots) {
        const ShotStatus state = parts_.states.of(shot.id);
        const bool isOpen = state.state == RenderState::Missing || state.state == RenderState::Stale ||
                            state.state == RenderState::Failed;
        if (isOpen && !state.isPinned) {
            shots.push_back(shot.id);
        }
    }
    enqueue(shots, false, false);
}

void MainWindow::toggleFullScreen() {
    if (fullScreen_ == nullptr) {
        fullScreen_ = player_->window();
        player_->setParent(nullptr, Qt::Window);
        // Its keys come from the window's actions, which are shared while it stands alone.
        player_->addActions(QWidget::actions());
        player_->showFullScreen();
        return;
    }
    fullScreen_ = nullptr;
    for (QAction* action : QWidget::actions()) {
        player_->removeAction(action);
    }
    player_->setWindowFlags(Qt::Widget);
    centralWidget()->layout()->addWidget(player_);
    player_->showNormal();
    timeline_->setFocus();
}

void MainWindow::addKeyframe(const ShotId& id, KeyframePlace place, double seconds, const QString& path) {
    if (!isReadyToRender()) {
        return;
    }
    // Pictures from elsewhere are copied beside the film, so that it can be moved with all it needs.
    const QDir folder(parts_.document.folder());
    QString relative = folder.relativeFilePath(path);
    if (relative.startsWith(QLatin1String("..")) || QDir::isAbsolutePath(relative)) {
        const QString images =
            QFileInfo(parts_.document.filePath()).completeBaseName() + QStringLiteral(".t2vdata/images");
        folder.mkpath(images);
        relative = images + QLatin1Char('/') + QFileInfo(path).fileName();
        if (!QFile::exists(folder.filePath(relative)) && !QFile::copy(path, folder.filePath(relative))) {
            tell(tr("The picture could not be copied to %1.").arg(folder.filePath(images)),
                 tr("Check that the folder can be written to."));
            return;
        }
    }
    parts_.editor.changeShots({id}, tr("add keyframe"), {}, [&](Shot& shot) {
        shot.keyframes.push_back({toCore(relative), place, place == KeyframePlace::At ? seconds : 0.0, {}});
    });
}

void MainWindow::exportFrame() {
    const QImage image = player_->currentImage();
    if (image.isNull()) {
        tell(tr("There is no picture at the playhead yet."), tr("Render the shot first."));
        return;
    }
    const QString name = QStringLiteral("%1 %2.png").arg(parts_.document.displayTitle()).arg(player_->position());
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export frame"), QDir(parts_.document.folder()).filePath(name), tr("Pictures (*.png *.jpg)"));
    if (path.isEmpty()) {
        return;
    }
    if (const Result<void> written = write_image(toPath(path), toFrame(image)); !written) {
        tell(toQt(written.error().message), toQt(written.error().hint));
    }
}

void MainWindow::useFrameAsKeyframe() {
    const auto index = parts_.document.project().index_of(parts_.selection.current());
    const QImage image = player_->currentImage();
    if (!index || *index + 1 >= parts_.document.project().shots.size() || image.isNull() || !isReadyToRender()) {
        return;
    }
    const QDir folder(parts_.document.folder());
    const QString images = QFileInfo(parts_.document.filePath()).completeBaseName() + QStringLiteral(".t2vdata/images");
    folder.mkpath(images);
    const QString path = folder.filePath(QStringLiteral("%1/frame-%2.png").arg(images).arg(player_->position()));
    if (const Result<void> written = write_image(toPath(path), toFrame(image)); !written) {
        tell(toQt(written.error().message), toQt(written.error().hint));
        return;
    }
    addKeyframe(parts_.document.project().shots[*index + 1].id, KeyframePlace::First, 0, path);
}

} // namespace longtake::ui
