// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/new_film_dialog.h"

#include "core/base/program_folders.h"
#include "core/project/project_file.h"
#include "core/project/story.h"
#include "ui/bridge/qt_convert.h"
#include "ui/panels/form.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

namespace longtake::ui {

QStringList exampleFilms() {
    QStringList films;
    if (const auto presets = preset_folder()) {
        const QDir folder(toQt(*presets / "films"));
        for (const QFileInfo& film : folder.entryInfoList({QStringLiteral("*.t2vproj")}, QDir::Files, QDir::Name)) {
            films.append(film.absoluteFilePath());
        }
    }
    return films;
}

NewFilmDialog::NewFilmDialog(const QStringList& examples, QWidget* parent)
    : QDialog(parent)
    , story_(named(new QRadioButton(tr("A &story: each line becomes a shot")), "newFromStory", tr("From a story")))
    , blank_(named(new QRadioButton(tr("A &blank film")), "newBlank", tr("Blank film")))
    , sample_(named(new QRadioButton(tr("An &example")), "newFromExample", tr("From an example")))
    , text_(named(new QPlainTextEdit, "newStoryEdit", tr("Story")))
    , examples_(named(new QListWidget, "newExamples", tr("Examples"))) {
    setObjectName(QStringLiteral("newFilmDialog"));
    setWindowTitle(tr("New film"));
    text_->setPlaceholderText(
        tr("A lion walks in the city at noon.\nThe lion meets a robot.\nThe robot waves, the camera moves away."));
    text_->setTabChangesFocus(true);
    for (const QString& path : examples) {
        const Result<LoadedProject> film = load_project(toPath(path));
        auto* item = new QListWidgetItem(film && !film->project.title.empty() ? toQt(film->project.title)
                                                                              : QFileInfo(path).completeBaseName(),
                                         examples_);
        item->setData(Qt::UserRole, path);
    }
    examples_->setCurrentRow(0);
    examples_->setMaximumHeight(120);
    sample_->setEnabled(!examples.isEmpty());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* make = buttons->addButton(tr("&Make film"), QDialogButtonBox::AcceptRole);
    make->setObjectName(QStringLiteral("newMake"));
    make->setProperty("primary", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace4, kSpace4, kSpace4, kSpace4);
    column->setSpacing(kSpace2);
    column->addWidget(heading(tr("What do you start from?")));
    column->addWidget(story_);
    column->addWidget(text_, 1);
    column->addWidget(blank_);
    column->addWidget(sample_);
    column->addWidget(examples_);
    column->addWidget(buttons);
    resize(520, 440);
    for (QRadioButton* choice : {story_, blank_, sample_}) {
        connect(choice, &QRadioButton::toggled, this, [this] { update(); });
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    story_->setChecked(true);
    update();
    text_->setFocus();
}

void NewFilmDialog::update() {
    text_->setEnabled(story_->isChecked());
    examples_->setEnabled(sample_->isChecked());
}

Project NewFilmDialog::film() const {
    return story_->isChecked() ? film_from_story(parse_story(toCore(text_->toPlainText()), "story"), {}) : Project{};
}

QString NewFilmDialog::example() const {
    return sample_->isChecked() && examples_->currentItem() != nullptr
               ? examples_->currentItem()->data(Qt::UserRole).toString()
               : QString();
}

} // namespace longtake::ui
