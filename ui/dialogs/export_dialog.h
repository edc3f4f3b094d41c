// SPDX-License-Identifier: Apache-2.0
// Ctrl+E: what the film becomes as a file. Says before it starts which shots are missing or out of date, what rendering
// them first would take, and how large the file becomes.
#pragma once

#include "core/base/ids.h"
#include "ui/bridge/film_export.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace longtake::ui {

class FilmSession;
class ProjectDocument;
class Selection;
class ShotStates;
class Theme;

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(const ProjectDocument& document,
                 const FilmSession& session,
                 const Selection& selection,
                 const ShotStates& states,
                 QWidget* parent);

    ExportOrder order() const;
    /// The person asked to have what is missing or out of date rendered before.
    bool rendersFirst() const { return rendersFirst_; }
    /// Shots that are part of the export and do not show what the film asks for; a shot that is being rendered is one.
    const std::vector<ShotId>& unfinished() const { return unfinished_; }

private:
    void takePreset();
    void update();
    ExportScope scope() const;
    FrameRange range() const;
    void chooseFile();
    QStringList stateLines(bool& isMissing);
    QString sizeLine(int64_t frames) const;

    const ProjectDocument& document_;
    const FilmSession& session_;
    const Selection& selection_;
    const ShotStates& states_;
    QListWidget* presets_;
    QComboBox* what_;
    QComboBox* size_;
    QSpinBox* quality_;
    QLineEdit* file_;
    QLabel* price_;
    QPushButton* export_;
    QPushButton* renderFirst_;
    bool rendersFirst_ = false;
    std::vector<ShotId> unfinished_;
};

} // namespace longtake::ui
