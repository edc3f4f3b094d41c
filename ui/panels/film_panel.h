// SPDX-License-Identifier: Apache-2.0
// What holds for the whole film: title, model, size, rate, seed, look.
#pragma once

#include "ui/document/model_card.h"

#include <QScrollArea>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace longtake {
struct Project;
}

namespace longtake::ui {

class FilmEditor;
class ProjectDocument;

class FilmPanel : public QScrollArea {
    Q_OBJECT
public:
    FilmPanel(const ProjectDocument& document, FilmEditor& editor, QWidget* parent = nullptr);

    void setModels(const std::vector<ModelCard>& models);

private:
    void build();
    void connectFields();
    void refresh();
    void change(const char* field, const QString& text, const std::function<void(Project&)>& change);

    const ProjectDocument& document_;
    FilmEditor& editor_;
    bool isRefreshing_ = false;
    QLineEdit* title_;
    QComboBox* model_;
    QSpinBox* width_;
    QSpinBox* height_;
    QComboBox* rate_;
    QSpinBox* seed_;
    QPlainTextEdit* style_;
    QPlainTextEdit* negative_;
    QSpinBox* steps_;
    QDoubleSpinBox* guidance_;
    QDoubleSpinBox* drift_;
};

} // namespace longtake::ui
