// SPDX-License-Identifier: Apache-2.0
// A new film asks one question: what to start from. A story makes a shot of each line, an example is a bundled film.
#pragma once

#include "core/project/project.h"

#include <QDialog>

class QListWidget;
class QPlainTextEdit;
class QRadioButton;

namespace longtake::ui {

/// The .t2vproj files that come with the program.
QStringList exampleFilms();

class NewFilmDialog : public QDialog {
    Q_OBJECT
public:
    /// `examples` are .t2vproj files.
    NewFilmDialog(const QStringList& examples, QWidget* parent);

    /// The film from the story, or an empty one.
    Project film() const;
    /// The example chosen; empty for none.
    QString example() const;

private:
    void update();

    QRadioButton* story_;
    QRadioButton* blank_;
    QRadioButton* sample_;
    QPlainTextEdit* text_;
    QListWidget* examples_;
};

} // namespace longtake::ui
