// SPDX-License-Identifier: Apache-2.0
// The window: docks, menus, bars and which panel's intent goes where. It assembles and decides nothing.
#pragma once

#include "core/project/project.h"
#include "ui/bridge/film_export.h"
#include "ui/bridge/preview_mailbox.h"
#include "ui/main_window/studio_parts.h"

#include <QHash>
#include <QMainWindow>

#include <functional>
#include <map>
#include <memory>
#include <optional>

class QDockWidget;
class QLabel;
class QMenu;
class QToolButton;

namespace longtake::ui {

class Actions;
class HintBar;
class KeyGuard;
class PreviewPlayer;
class RecentFilms;
class ShotInspector;
class ShotListModel;
class ShotListView;
class TakesPanel;
class TimelineView;

enum class OpenHow;
enum class WindowLayout { Editing, Focus, Writing, Review };

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const StudioParts& parts);
    ~MainWindow() override;

    Actions& actions() { return *actions_; }
    PreviewPlayer& player() { return *player_; }
    TimelineView& timeline() { return *timeline_; }
    ShotInspector& inspector() { return *inspector_; }
    QDockWidget* dock(const QString& id) const { return docks_.value(id); }
    void applyLayout(WindowLayout layout);
    /// The next window looks as this one does now.
    void keepLayout();
    /// Says something in the line over the picture; stays until dismissed.
    void tell(const QString& message, const QString& hint);
    /// Asks what to do with unsaved edits. False: stay here.
    bool mayLeaveFilm();
    void openFilm(const QString& path);
    RecentFilms& recentFilms() { return *recent_; }
    /// Brings a story into the film; asks first when the film has shots.
    void importStory(const QString& path);
    /// The bundled demo film, as a copy of the person's own; nothing when it is not installed.
    void openDemo();
    /// The first start: the demo film, three hints, and the film's first render.
    void welcome();
    /// Offers films that were never saved when the program ended. True: one was brought back.
    bool offerAbandonedFilm();

Q_SIGNALS:
    /// Theme or language was changed: main() builds the window anew.
    void rebuildRequested();
    /// The safety level may be another one.
    void preferencesChanged();

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// An export that begins when the shots it waits for are rendered.
    struct WaitingExport {
        ExportOrder order;
        std::map<ShotId, TakeId> takesBefore; ///< what the shots showed when it was asked for
    };

    // main_window.cpp
    void buildCentre();
    void buildDocks();
    void buildMenus();
    void buildToolBar();
    void buildStatusBar();
    QDockWidget* addDock(const char* id, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    /// Where a panel goes that belongs to the side `area` in a script from left to right.
    Qt::DockWidgetArea sideFor(Qt::DockWidgetArea area) const;
    void updateDockTitles();
    void showPreview(const ShotId& shot);
    void inspectSeam(int64_t frame);
    void tellDrained(int done, int failed);
    void connectParts();
    void updateFacts();
    void updateTitle();
    void updateStatus();
    void updateContextActions();
    // window_commands.cpp
    void connectCommands();
    void connectShotCommands();
    void connectRenderCommands();
    void connectPlayCommands();
    void connectViewCommands();
    void on(const char* id, std::function<void()> what);
    void copyShots();
    void pasteShots();
    void seekCut(int direction);
    void askSceneTitle(const SceneId& id);
    void showSeamMenu(const ShotId& id, const QPoint& position);
    void showShotMenu(const ShotId& id, const QPoint& position);
    void enqueue(const std::vector<ShotId>& shots, bool isFront, bool isForced, int takes = 1);
    void enqueueStale();
    std::vector<ShotId> withoutRefused(const std::vector<ShotId>& shots);
    bool isReadyToRender();
    void setComparison(const char* id, bool isOn);
    void toggleFullScreen();
    void addKeyframe(const ShotId& id, KeyframePlace place, double seconds, const QString& path);
    void exportFrame();
    void useFrameAsKeyframe();
    // window_files.cpp
    void connectFileCommands();
    void newFilm();
    void keepQueue();
    void openExample(const QString& path);
    void offerRecovery();
    std::optional<OpenHow> howToOpen(const QString& path);
    void showVersions();
    void showPreferences(bool showsKeys);
    void exportFilm();
    void startExport(ExportOrder order);
    void renderAndExport(const ExportOrder& order, const std::vector<ShotId>& unfinished);
    void exportIfRendered();
    void dropWaitingExport();
    void connectExport();
    void chooseAndOpen();
    bool save();
    bool saveAs();
    void takeDroppedFile(const QString& path);

    StudioParts parts_;
    KeyGuard* keys_;
    std::unique_ptr<Actions> actions_;
    PreviewPlayer* player_ = nullptr;
    TimelineView* timeline_ = nullptr;
    ShotInspector* inspector_ = nullptr;
    ShotListModel* shotList_ = nullptr;
    ShotListView* shotListView_ = nullptr;
    TakesPanel* takesPanel_ = nullptr;
    QHash<QString, QDockWidget*> docks_;
    RecentFilms* recent_;
    HintBar* hints_ = nullptr;
    QWidget* notice_ = nullptr;
    QLabel* noticeText_ = nullptr;
    QToolButton* noticeReveal_ = nullptr;
    QString reveal_; ///< the file the notice's button shows
    FilmExport* export_ = nullptr;
    std::optional<WaitingExport> waitingExport_;
    QToolButton* exportStatus_ = nullptr;
    QLabel* filmTitle_ = nullptr;
    QToolButton* renderButton_ = nullptr;
    QToolButton* queueButton_ = nullptr;
    QLabel* modelStatus_ = nullptr;
    QLabel* shotStatus_ = nullptr;
    QLabel* filmStatus_ = nullptr;
    QString loadedText_;
    bool wasShown_ = false;
    bool isTurned_ = false; ///< the state that was kept is of a window in the other direction
    PreviewMailbox previews_;
    QWidget* fullScreen_ = nullptr;
};

} // namespace longtake::ui
