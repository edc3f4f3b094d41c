// SPDX-License-Identifier: Apache-2.0
// Ctrl+E: what the film becomes as a file. Shows before it starts what is still missing, how long and how large.
#pragma once

#include "core/film/exporter.h"

#include <QDialog>

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
    ExportDialog(const ProjectDocument& document, const FilmSession& session, const Selection& selection, const ShotStates& states,
                 QWidget* parent);

    /// What was chosen, one request a file ("each shot" makes several).
    std::vector<ExportRequest> requests() const;
    /// Shots without a take that the person asked to have rendered first.
    bool wantsRenderFirst() const { return wantsRender_; }

private:
    void takePreset();
    void update();
    std::optional<FrameRange> range() const;
    ExportRequest baseRequest() const;
    void chooseFile();

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
    bool wantsRender_ = false;
};

} // namespace longtake::ui
