// SPDX-License-Identifier: Apache-2.0
#include "ui/main_window/main_window.h"

#include "core/project/timeline.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/render_queue.h"
#include "ui/bridge/reveal_file.h"
#include "ui/bridge/token_counter.h"
#include "ui/bridge/worker_client.h"
#include "ui/document/film_editor.h"
#include "ui/document/film_session.h"
#include "ui/document/project_document.h"
#include "ui/document/selection.h"
#include "ui/document/shot_states.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/key_guard.h"
#include "ui/main_window/recent_films.h"
#include "ui/panels/characters_panel.h"
#include "ui/panels/continuity_panel.h"
#include "ui/panels/film_panel.h"
#include "ui/panels/form.h"
#include "ui/panels/hint_bar.h"
#include "ui/panels/models_panel.h"
#include "ui/panels/preview_player.h"
#include "ui/panels/queue_panel.h"
#include "ui/panels/shot_inspector.h"
#include "ui/panels/shot_list_model.h"
#include "ui/panels/shot_list_view.h"
#include "ui/panels/takes_panel.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timecode.h"
#include "ui/timeline/timeline_accessible.h"
#include "ui/timeline/timeline_view.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStatusBar>
#include <QSystemTrayIcon>
#include <QToolBar>
#include <QToolButton>
#include <QUndoView>

namespace longtake::ui {

MainWindow::MainWindow(const StudioParts& parts)
    : parts_(parts)
    , keys_(new KeyGuard(this))
    , actions_(std::make_unique<Actions>(*this, parts.theme))
    , recent_(new RecentFilms(parts.settings, this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    actions_->load(parts_.settings);
    buildCentre();
    buildDocks();
    buildToolBar();
    buildMenus();
    buildStatusBar();
    connectExport();
    connectCommands();
    connectParts();
    resize(1440, 900);
    const QByteArray geometry = parts_.settings.value(QStringLiteral("window/geometry")).toByteArray();
    const QByteArray state = parts_.settings.value(QStringLiteral("window/state")).toByteArray();
    if (!geometry.isEmpty()) {
        restoreGeometry(geometry);
    }
    isTurned_ =
        parts_.settings.value(QStringLiteral("window/isReversed")).toBool() != (layoutDirection() == Qt::RightToLeft);
    if (state.isEmpty() || isTurned_ || !restoreState(state)) {
        applyLayout(WindowLayout::Editing);
    }
    updateFacts();
    updateTitle();
    updateStatus();
    timeline_->setFocus();
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (!std::exchange(wasShown_, true) && !isTurned_) {
        // The docks' sizes hold only in a window that has its own.
        restoreState(parts_.settings.value(QStringLiteral("window/state")).toByteArray());
    }
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre() {
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    notice_ = new QWidget;
    notice_->setObjectName(QStringLiteral("noticeBar"));
    auto* row = new QHBoxLayout(notice_);
    row->setContentsMargins(kSpace3, kSpace2, kSpace2, kSpace2);
    noticeText_ = named(new QLabel, "noticeLabel", tr("Notice"));
    noticeText_->setWordWrap(true);
    noticeText_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = named(new QToolButton, "noticeCloseButton", tr("Dismiss"));
    close->setIcon(parts_.theme.icon(QStringLiteral("close")));
    close->setToolTip(tr("Dismiss"));
    connect(close, &QToolButton::clicked, notice_, &QWidget::hide);
    noticeReveal_ = named(new QToolButton, "noticeRevealButton", tr("Show in folder"));
    noticeReveal_->setText(tr("Show in folder"));
    connect(noticeReveal_, &QToolButton::clicked, this, [this] { revealFile(reveal_); });
    row->addWidget(noticeText_, 1);
    row->addWidget(noticeReveal_, 0, Qt::AlignTop);
    row->addWidget(close, 0, Qt::AlignTop);
    notice_->hide();
    player_ = new PreviewPlayer(parts_.document, parts_.selection, parts_.states, parts_.theme);
    player_->buildBar(*actions_);
    player_->setVideoSource([this](const Shot& shot) { return parts_.session.videoOf(shot); });
    hints_ = new HintBar(*actions_, parts_.theme);
    connect(hints_, &HintBar::dismissed, this,
            [this] { parts_.settings.setValue(QStringLiteral("hints/seen"), true); });
    column->addWidget(hints_);
    column->addWidget(notice_);
    column->addWidget(player_, 1);
    setCentralWidget(centre);
}

void MainWindow::tell(const QString& message, const QString& hint) {
    noticeText_->setText(hint.isEmpty()
                             ? message
                             : QStringLiteral("<b>%1</b><br>%2").arg(message.toHtmlEscaped(), hint.toHtmlEscaped()));
    noticeReveal_->hide();
    notice_->show();
}

void MainWindow::buildDocks() {
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    installTimelineAccessibility();
    timeline_ = new TimelineView(parts_.document, parts_.selection, parts_.states, parts_.theme);
    timeline_->setThumbnailSource([this](const Shot& shot) { return parts_.session.thumbnailOf(shot); });
    inspector_ = new ShotInspector(parts_.document, parts_.editor, parts_.selection, parts_.states, parts_.theme);
    inspector_->setCameras(parts_.session.cameras());
    auto* tokens = new TokenCounter(parts_.worker, this);
    const auto followModel = [this, tokens] {
        const ModelCard* card = parts_.session.model(); // its folder, which may be named relative to the film
        tokens->setModel(card == nullptr ? toQt(parts_.document.project().model) : card->folder);
    };
    connect(&parts_.document, &ProjectDocument::changed, tokens, followModel);
    connect(&parts_.session, &FilmSession::modelsChanged, tokens, followModel);
    followModel();
    inspector_->setTokenCounter(*tokens);
    shotList_ = new ShotListModel(parts_.document, parts_.editor, parts_.states, this);
    shotListView_ = new ShotListView(*shotList_, parts_.selection);
    auto* film = new FilmPanel(parts_.document, parts_.editor);
    film->setModels(parts_.session.models());
    connect(&parts_.session, &FilmSession::modelsChanged, film,
            [this, film] { film->setModels(parts_.session.models()); });
    auto* history = new QUndoView(&parts_.document.undoStack());
    history->setObjectName(QStringLiteral("historyView"));
    history->setEmptyLabel(tr("Film as opened"));

    takesPanel_ =
        new TakesPanel(parts_.document, parts_.editor, parts_.session, parts_.selection, parts_.theme, *actions_);
    addDock("takes", tr("Takes"), takesPanel_, Qt::LeftDockWidgetArea);
    addDock("characters", tr("Characters"), new CharactersPanel(parts_.document, parts_.editor, parts_.theme),
            Qt::LeftDockWidgetArea);
    addDock("history", tr("History"), history, Qt::LeftDockWidgetArea);
    addDock("inspector", tr("Shot"), inspector_, Qt::RightDockWidgetArea);
    addDock("film", tr("Film"), film, Qt::RightDockWidgetArea);
    addDock("queue", tr("Queue"), new QueuePanel(parts_.queue, parts_.theme, *actions_), Qt::RightDockWidgetArea);
    addDock(
        "models", tr("Models"),
        new ModelsPanel(parts_.document, parts_.editor, parts_.session, parts_.worker, parts_.modelList, parts_.theme),
        Qt::RightDockWidgetArea);
    addDock("timeline", tr("Timeline"), timeline_, Qt::BottomDockWidgetArea);
    auto* continuity = new ContinuityPanel(parts_.document, parts_.session, parts_.selection, parts_.theme);
    connect(continuity, &ContinuityPanel::seekRequested, this, [this](qint64 frame) { player_->seek(frame); });
    connect(continuity, &ContinuityPanel::inspectRequested, this, [this](qint64 frame) { inspectSeam(frame); });
    addDock("drift", tr("Drift"), continuity, Qt::BottomDockWidgetArea);
    addDock("list", tr("Shots"), shotListView_, Qt::BottomDockWidgetArea);
}

void MainWindow::buildMenus() {
    const std::pair<ActionMenu, QString> menus[] = {
        {ActionMenu::File, tr("&File")},     {ActionMenu::Edit, tr("&Edit")}, {ActionMenu::Shot, tr("&Shot")},
        {ActionMenu::Render, tr("&Render")}, {ActionMenu::Play, tr("&Play")}, {ActionMenu::View, tr("&View")},
        {ActionMenu::Help, tr("&Help")},
    };
    for (const auto& [which, title] : menus) {
        QMenu* menu = menuBar()->addMenu(title);
        for (const ActionRow& row : actionTable()) {
            if (row.menu != which) {
                continue;
            }
            if (row.startsGroup) {
                menu->addSeparator();
            }
            menu->addAction(actions_->action(QLatin1String(row.id)));
            if (QLatin1String(row.id) == QLatin1String("file.open")) {
                QMenu* recent = menu->addMenu(tr("Open &recent"));
                recent->setObjectName(QStringLiteral("recentMenu"));
                recent_->offerIn(*recent);
            }
        }
        if (which == ActionMenu::View) {
            QMenu* panels = menu->addMenu(tr("&Panels"));
            panels->setObjectName(QStringLiteral("panelsMenu"));
            int number = 1;
            for (const char* id : {"takes", "characters", "history", "inspector", "film", "queue", "models", "drift",
                                   "timeline", "list"}) {
                if (QDockWidget* dock = docks_.value(QLatin1String(id))) {
                    dock->toggleViewAction()->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(number % 10)));
                    panels->addAction(dock->toggleViewAction());
                }
                ++number;
            }
        }
    }
}

void MainWindow::buildToolBar() {
    auto* bar = new QToolBar(tr("Main bar"), this);
    bar->setObjectName(QStringLiteral("mainBar"));
    bar->setMovable(false);
    bar->setIconSize({kIconSize, kIconSize});
    bar->setFixedHeight(kTopBarHeight);
    bar->addAction(actions_->action(QStringLiteral("edit.undo")));
    bar->addAction(actions_->action(QStringLiteral("edit.redo")));
    bar->addSeparator();
    const auto addMenuButton = [&](const char* id, const char* name, std::initializer_list<const char*> more,
                                   bool isPrimary) {
        auto* button = new QToolButton;
        button->setObjectName(QLatin1String(name));
        button->setDefaultAction(actions_->action(QLatin1String(id)));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setProperty("primary", isPrimary);
        if (more.size() > 0) {
            auto* menu = new QMenu(button);
            for (const char* other : more) {
                menu->addAction(actions_->action(QLatin1String(other)));
            }
            button->setMenu(menu);
            button->setPopupMode(QToolButton::MenuButtonPopup);
        }
        bar->addWidget(button);
        return button;
    };
    addMenuButton("shot.new", "newShotButton", {"shot.append", "shot.duplicate", "shot.split", "file.import"}, false);
    bar->addSeparator();
    renderButton_ = addMenuButton("render.stale", "renderButton",
                                  {"render.shot", "render.shot_first", "render.new_take", "render.abort_reseed"}, true);
    const auto stretch = [bar] {
        auto* spacer = new QWidget;
        spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        bar->addWidget(spacer);
    };
    stretch();
    filmTitle_ = named(new QLabel, "filmTitleLabel", tr("Film"));
    filmTitle_->setProperty("heading", true);
    bar->addWidget(filmTitle_);
    stretch();
    queueButton_ = named(new QToolButton, "queueButton", tr("Queue"));
    queueButton_->setIcon(parts_.theme.icon(QStringLiteral("queue")));
    queueButton_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    queueButton_->setToolTip(tr("Show the queue"));
    connect(queueButton_, &QToolButton::clicked, this, [this] {
        if (QDockWidget* queue = docks_.value(QStringLiteral("queue"))) {
            queue->show();
            queue->raise();
        }
    });
    bar->addWidget(queueButton_);
    bar->addSeparator();
    auto* exportButton = addMenuButton("file.export", "exportButton", {}, false);
    exportButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addToolBar(bar);
}

void MainWindow::buildStatusBar() {
    statusBar()->setSizeGripEnabled(false);
    modelStatus_ = named(new QLabel, "modelStatusLabel", tr("Model and device"));
    shotStatus_ = named(new QLabel, "shotStatusLabel", tr("Shot being rendered"));
    filmStatus_ = named(new QLabel, "filmStatusLabel", tr("Film"));
    for (QLabel* label : {modelStatus_, shotStatus_, filmStatus_}) {
        label->setProperty("muted", true);
        label->setContentsMargins(kSpace2, 0, kSpace3, 0);
        statusBar()->addWidget(label);
    }
    exportStatus_ = named(new QToolButton, "exportStatusButton", tr("Stop export"));
    exportStatus_->setToolTip(tr("Stop export"));
    statusBar()->addPermanentWidget(exportStatus_);
}

void MainWindow::connectParts() {
    connect(&parts_.document, &ProjectDocument::changed, this, [this] {
        updateFacts();
        updateTitle();
        updateStatus();
    });
    connect(&parts_.document, &ProjectDocument::filePathChanged, this, [this] { updateTitle(); });
    connect(&parts_.document, &ProjectDocument::failed, this,
            [this](const QString& message, const QString& hint) { tell(message, hint); });
    connect(&parts_.document.undoStack(), &QUndoStack::indexChanged, this, [this] { updateContextActions(); });
    connect(&parts_.document.undoStack(), &QUndoStack::cleanChanged, this, [this] { updateTitle(); });
    connect(&parts_.selection, &Selection::shotsChanged, this, [this] { updateFacts(); });
    connect(&parts_.selection, &Selection::playheadChanged, this, [this] { timeline_->followPlayhead(); });
    connect(&parts_.states, &ShotStates::changed, this, [this] { updateFacts(); });
    connect(&parts_.session, &FilmSession::takesChanged, this, [this] { updateFacts(); });
    connect(&parts_.session, &FilmSession::problem, this,
            [this](const QString& message, const QString& hint) { tell(message, hint); });
    connect(&parts_.session, &FilmSession::modelsChanged, this, [this] {
        if (const ModelCard* card = parts_.session.model()) {
            inspector_->setModel(*card);
        }
    });
    if (const ModelCard* card = parts_.session.model()) {
        inspector_->setModel(*card);
    }
    connect(&parts_.queue, &RenderQueue::problem, this,
            [this](const QString& message, const QString& hint) { tell(message, hint); });
    connect(&parts_.queue, &RenderQueue::jobsChanged, this, [this] { updateFacts(); });
    connect(&parts_.queue, &RenderQueue::progressed, this, [this] { updateStatus(); });
    connect(&parts_.queue, &RenderQueue::takeFinished, this,
            [this](const ShotId& shot, const TakeId& take) { parts_.session.addTake(shot, take); });
    connect(&parts_.queue, &RenderQueue::shotEnded, this, [this](const ShotId& shot) {
        player_->clearLiveStrip(shot);
        timeline_->setLivePicture(shot, {});
    });
    connect(&parts_.queue, &RenderQueue::previewReady, this, [this](const ShotId& shot) { showPreview(shot); });
    parts_.queue.setPreviewMemory(previews_.name());
    connect(&parts_.queue, &RenderQueue::drained, this, [this](int done, int failed) { tellDrained(done, failed); });
    connect(&parts_.queue, &RenderQueue::modelLoaded, this, [this](const event::Loaded& loaded) {
        loadedText_ =
            tr("%1 · %2 · %n thread(s) · %3", nullptr, static_cast<int>(loaded.threads))
                .arg(toQt(loaded.model), toQt(loaded.device), locale().formattedDataSize(loaded.resident_bytes));
        updateStatus();
    });
    connect(timeline_, &TimelineView::seekRequested, this, [this](qint64 frame) { player_->seek(frame); });
    connect(timeline_, &TimelineView::moveRequested, this,
            [this](const std::vector<ShotId>& ids, int index, bool isCopy) {
                parts_.editor.moveShots(ids, static_cast<size_t>(index), isCopy);
            });
    connect(timeline_, &TimelineView::retimeRequested, this,
            [this](const ShotId& id, qint64 frames) { parts_.editor.setFrames({id}, frames); });
    connect(timeline_, &TimelineView::promptRequested, this, [this] { inspector_->focusPrompt(); });
    connect(timeline_, &TimelineView::narrationRequested, this, [this] { inspector_->focusNarration(); });
    connect(timeline_, &TimelineView::seamMenuRequested, this, &MainWindow::showSeamMenu);
    connect(timeline_, &TimelineView::shotMenuRequested, this, &MainWindow::showShotMenu);
    connect(timeline_, &TimelineView::sceneRenameRequested, this, &MainWindow::askSceneTitle);
    connect(timeline_, &TimelineView::imageDropped, this, &MainWindow::addKeyframe);
    connect(timeline_, &TimelineView::fileDropped, this, &MainWindow::takeDroppedFile);
    connect(timeline_, &TimelineView::continuityRequested, this, [this](const ShotId& id) {
        const auto index = parts_.document.project().index_of(id);
        inspectSeam(parts_.document.timeline().shots[index.value_or(0)].start_frame);
    });
    connect(inspector_, &ShotInspector::backToTimeline, timeline_, [this] { timeline_->setFocus(); });
    connect(inspector_, &ShotInspector::imageDropped, this,
            [this](const ShotId& id, const QString& path) { addKeyframe(id, KeyframePlace::First, 0, path); });
    connect(shotListView_, &ShotListView::shotMenuRequested, this, &MainWindow::showShotMenu);
    connect(player_, &PreviewPlayer::fullScreenRequested, this, &MainWindow::toggleFullScreen);
}

void MainWindow::inspectSeam(int64_t frame) {
    player_->seek(frame);
    if (const auto seen = film_frame_at(parts_.document.timeline(), frame)) {
        parts_.selection.selectOnly(parts_.document.project().shots[seen->shot].id);
    }
    actions_->action(QStringLiteral("view.continuity"))->setChecked(true);
    setComparison("view.continuity", true);
}

void MainWindow::showPreview(const ShotId& shot) {
    std::optional<LiveStrip> strip = previews_.fetch();
    if (!strip || strip->frames.empty()) {
        return; // overtaken: a newer one is announced already
    }
    if (const RenderJob* job = parts_.queue.running()) {
        strip->progress = job->step > 0 ? tr("step %1 of %2").arg(job->step).arg(job->steps) : tr("preparing…");
    }
    timeline_->setLivePicture(shot, strip->frames[strip->frames.size() / 2]);
    player_->setLiveStrip(shot, std::move(*strip));
}

void MainWindow::tellDrained(int done, int failed) {
    tell(failed > 0 ? tr("%n job(s) failed; the queue says why.", nullptr, failed) : tr("Queue finished"), {});
    QApplication::alert(this);
    if (!isActiveWindow() && QSystemTrayIcon::isSystemTrayAvailable()) {
        auto* tray = new QSystemTrayIcon(windowIcon(), this);
        tray->show();
        tray->showMessage(parts_.document.displayTitle(), tr("%n job(s) done", nullptr, done));
        connect(tray, &QSystemTrayIcon::messageClicked, this, [this] { activateWindow(); });
    }
}

void MainWindow::updateContextActions() {
    const QUndoStack& stack = parts_.document.undoStack();
    const QString undo = QStringLiteral("edit.undo");
    const QString redo = QStringLiteral("edit.redo");
    actions_->setText(undo, stack.canUndo() ? tr("&Undo: %1").arg(stack.undoText()) : tr("&Undo"));
    actions_->setText(redo, stack.canRedo() ? tr("&Redo: %1").arg(stack.redoText()) : tr("&Redo"));
    for (const QString& id : {undo, redo}) {
        const QString key = actions_->action(id)->shortcut().toString(QKeySequence::NativeText);
        actions_->action(id)->setToolTip(QStringLiteral("%1 (%2)").arg(actions_->plainText(id), key));
    }
    updateFacts();
}

void MainWindow::updateFacts() {
    Needs facts = Need::Worker;
    const Project& film = parts_.document.project();
    const Shot* current = film.find(parts_.selection.current());
    const auto index = film.index_of(parts_.selection.current());
    facts.setFlag(Need::Shots, !film.shots.empty());
    facts.setFlag(Need::Selection, !parts_.selection.shots().empty());
    facts.setFlag(Need::Several, parts_.selection.shots().size() > 1);
    facts.setFlag(Need::Rendering, parts_.queue.running() != nullptr);
    facts.setFlag(Need::Queue, parts_.queue.openCount() > 0);
    facts.setFlag(Need::Take, current != nullptr && !current->chosen_take.is_empty());
    facts.setFlag(Need::Clipboard, true);
    facts.setFlag(Need::Seam, index.value_or(0) > 0);
    facts.setFlag(Need::Stale, parts_.states.staleCount() > 0);
    facts.setFlag(Need::UndoStep, parts_.document.undoStack().canUndo());
    facts.setFlag(Need::RedoStep, parts_.document.undoStack().canRedo());
    actions_->updateEnabled(facts);
    actions_->action(QStringLiteral("shot.pin"))->setChecked(current != nullptr && current->is_pinned);
    actions_->action(QStringLiteral("shot.loop"))->setChecked(current != nullptr && current->is_loop);
    const int stale = parts_.states.staleCount();
    const double seconds = parts_.states.staleSeconds();
    const QString price = seconds > 0 ? tr("%1 · %2").arg(stale).arg(clockText(seconds)) : QString::number(stale);
    actions_->setText(QStringLiteral("render.stale"),
                      stale > 0 ? tr("&Render stale (%1)").arg(price) : tr("&Render stale"));
    updateStatus();
}

void MainWindow::updateTitle() {
    const QString title = parts_.document.displayTitle();
    const bool isModified = parts_.document.isModified();
    const QString shown = parts_.document.isReadOnly() ? tr("%1 (read only)").arg(title) : title;
    filmTitle_->setText(isModified ? shown + QStringLiteral(" •") : shown);
    filmTitle_->setToolTip(isModified ? tr("Has unsaved changes") : parts_.document.filePath());
    setWindowTitle(QStringLiteral("%1[*] — Longtake").arg(title));
    setWindowModified(isModified);
}

void MainWindow::updateStatus() {
    const Project& film = parts_.document.project();
    const int64_t frames = parts_.document.timeline().total_frames;
    modelStatus_->setText(loadedText_.isEmpty() ? toQt(film.model) : loadedText_);
    filmStatus_->setText(tr("%n shot(s) · %1 · %2×%3 · %4 fps", nullptr, static_cast<int>(film.shots.size()))
                             .arg(timecode(frames, film.frame_rate))
                             .arg(film.size.width)
                             .arg(film.size.height)
                             .arg(toQt(to_string(film.frame_rate))));
    const RenderJob* job = parts_.queue.running();
    QString doing;
    if (job != nullptr && job->step > 0) {
        const double pace = job->stepSeconds.empty() ? 0 : job->stepSeconds.back();
        const auto index = film.index_of(job->shot);
        doing =
            tr("shot %1: step %2 of %3 · %4 s a step · %5 left")
                .arg(QString::number(index.value_or(0) + 1), QString::number(job->step), QString::number(job->steps),
                     locale().toString(pace, 'f', pace < 1 ? 2 : 1), clockText(job->secondsLeft));
    } else if (job != nullptr) {
        doing = job->state == JobState::Paused ? tr("paused") : tr("preparing…");
    }
    shotStatus_->setText(doing);
    shotStatus_->setVisible(!doing.isEmpty());
    const int open = parts_.queue.openCount();
    const double left = parts_.queue.secondsLeft();
    queueButton_->setText(open == 0  ? tr("Queue")
                          : left > 0 ? tr("Queue %1 · %2").arg(open).arg(clockText(left))
                                     : tr("Queue %1").arg(open));
}

} // namespace longtake::ui
