// SPDX-License-Identifier: Apache-2.0
// The studio's composition root: makes the objects the window is given and keeps them while windows come and go.
#pragma once

#include "ui/bridge/model_list.h"
#include "ui/bridge/render_queue.h"
#include "ui/bridge/worker_client.h"
#include "ui/document/film_editor.h"
#include "ui/document/film_planner.h"
#include "ui/document/film_session.h"
#include "ui/document/project_document.h"
#include "ui/document/selection.h"
#include "ui/document/shot_states.h"
#include "ui/main_window/studio_parts.h"
#include "ui/theme/language.h"
#include "ui/theme/theme.h"

#include <QSettings>
#include <QTimer>

#include <memory>

class QApplication;

namespace longtake::ui {

class MainWindow;

/// All long-lived objects, in the order they need each other.
class Studio {
public:
    /// `workerProgram` is started with `workerArguments`; empty: no renderer.
    Studio(QApplication& application,
           const QString& settingsFile,
           const QString& workerProgram,
           const QStringList& workerArguments = {QStringLiteral("worker")});
    ~Studio();

    StudioParts parts();
    bool hasWindow() const { return window_ != nullptr; }
    MainWindow& window() { return *window_; }
    /// Builds the window anew in the language and theme of the settings.
    void rebuildWindow();
    /// A film that the system asks for while the program runs: a double click on macOS.
    void openAsked(const QString& path);

    Theme theme;
    QSettings settings;
    ProjectDocument document;
    Selection selection;
    FilmEditor editor;
    ShotStates states;
    WorkerClient worker;
    RenderQueue queue;
    FilmSession session;
    ModelList modelList;
    FilmPlanner planner;

private:
    Language language_;
    QTimer autosave_;
    QApplication& application_;
    std::unique_ptr<MainWindow> window_;
};

int runStudio(QApplication& application);

} // namespace longtake::ui
