// SPDX-License-Identifier: Apache-2.0
// The models on this machine: what each needs, whether it is whole, and how to get another one. Nothing is downloaded
// behind the person's back: the address and the command are shown.
#pragma once

#include <QHash>
#include <QWidget>

class QLabel;
class QListWidget;
class QProgressBar;
class QToolButton;

namespace longtake::ui {

class FilmEditor;
class FilmSession;
class ProjectDocument;
class ModelCheck;
class ModelInfo;
class ModelList;
class Theme;
class WorkerClient;

class ModelsPanel : public QWidget {
    Q_OBJECT
public:
    ModelsPanel(const ProjectDocument& document,
                FilmEditor& editor,
                FilmSession& session,
                const WorkerClient& worker,
                ModelList& added,
                const Theme& theme,
                QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void describe();
    void addFolder();
    void checkOrStop();

    const ProjectDocument& document_;
    FilmEditor& editor_;
    FilmSession& session_;
    ModelList& added_;
    QListWidget* list_;
    QLabel* details_;
    QToolButton* add_;
    QToolButton* remove_;
    QToolButton* use_;
    QToolButton* check_;
    QProgressBar* progress_;
    ModelCheck* checker_;
    ModelInfo* info_;
    QHash<QString, QString> verdicts_; ///< folder -> what the last check said
};

/// Memory of this machine in bytes; 0 when the system does not say.
qint64 machineMemory();

} // namespace longtake::ui
