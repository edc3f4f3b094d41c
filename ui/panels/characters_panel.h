// SPDX-License-Identifier: Apache-2.0
// The people and things of the film by name: what @name becomes in every prompt, and which shots use it.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QToolButton;

namespace longtake::ui {

class FilmEditor;
class ProjectDocument;
class Theme;

class CharactersPanel : public QWidget {
    Q_OBJECT
public:
    CharactersPanel(const ProjectDocument& document, FilmEditor& editor, const Theme& theme, QWidget* parent = nullptr);

private:
    void refresh();
    void showCurrent();
    void take();
    QString usesOf(const std::string& name) const;

    const ProjectDocument& document_;
    FilmEditor& editor_;
    bool isRefreshing_ = false;
    QListWidget* list_;
    QToolButton* add_;
    QToolButton* remove_;
    QLineEdit* name_;
    QPlainTextEdit* description_;
    QLabel* uses_;
};

} // namespace longtake::ui
