// SPDX-License-Identifier: Apache-2.0
// What the window is made of but does not own: built in main(), outlives the window (which is built anew when the
// language changes).
#pragma once

class QSettings;

namespace longtake::ui {

class FilmEditor;
class FilmSession;
class ModelList;
class ProjectDocument;
class RenderQueue;
class Selection;
class ShotStates;
class Theme;
class WorkerClient;

struct StudioParts {
    Theme& theme;
    QSettings& settings;
    ProjectDocument& document;
    FilmEditor& editor;
    Selection& selection;
    ShotStates& states;
    WorkerClient& worker;
    RenderQueue& queue;
    FilmSession& session;
    ModelList& modelList;
};

} // namespace longtake::ui
