// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/story_changes_dialog.h"

#include "ui/bridge/qt_convert.h"
#include "ui/document/project_document.h"
#include "ui/panels/form.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>

namespace longtake::ui {

namespace {

QString kindText(StoryChange::Kind kind) {
    switch (kind) {
    case StoryChange::Kind::Changed: return StoryChangesDialog::tr("changed");
    case StoryChange::Kind::Added: return StoryChangesDialog::tr("new");
    case StoryChange::Kind::Removed: return StoryChangesDialog::tr("removed");
    case StoryChange::Kind::Moved: break;
    }
    return StoryChangesDialog::tr("moved");
}

QString numberOf(const Project& film, const ShotId& shot) {
    const auto index = film.index_of(shot);
    return index ? QString::number(*index + 1) : QString();
}

QString words(const StoryChange& change) {
    const QString before = toQt(change.before);
    const QString after = toQt(change.after);
    QString text = before.isEmpty() || before == after ? after
                   : after.isEmpty()                   ? before
                                                       : QStringLiteral("%1 → %2").arg(before, after);
    QStringList fields;
    for (const std::string& field : change.fields) {
        if (field != "prompt") {
            fields.append(toQt(field));
        }
    }
    if (!fields.isEmpty()) {
        text += QStringLiteral(" (%1)").arg(fields.join(QStringLiteral(", ")));
    }
    return change.is_conflict ? StoryChangesDialog::tr("%1 — also changed here: the story wins").arg(text) : text;
}

} // namespace

QString changeText(const Project& film, const StoryChange& change) {
    const QString number = numberOf(film, change.shot);
    return number.isEmpty()
               ? QStringLiteral("%1: %2").arg(kindText(change.kind), words(change))
               : StoryChangesDialog::tr("Shot %1 %2: %3").arg(number, kindText(change.kind), words(change));
}

StoryChangesDialog::StoryChangesDialog(const ProjectDocument& document, const Reimport& changes, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("storyChangesDialog"));
    setWindowTitle(tr("Import story"));
    auto* list = named(new QTreeWidget, "storyChangesList", tr("What the story changes"));
    list->setHeaderLabels({tr("Shot"), tr("Change"), tr("Text")});
    list->setRootIsDecorated(false);
    list->setWordWrap(true);
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const StoryChange& change : changes.changes) {
        auto* item = new QTreeWidgetItem(
            list, {numberOf(document.project(), change.shot), kindText(change.kind), words(change)});
        item->setData(2, Qt::AccessibleTextRole, changeText(document.project(), change));
        item->setToolTip(2, words(change));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* bring = buttons->addButton(
        tr("&Bring in %n change(s)", nullptr, static_cast<int>(changes.changes.size())), QDialogButtonBox::AcceptRole);
    bring->setObjectName(QStringLiteral("storyBringIn"));
    bring->setProperty("primary", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace4, kSpace4, kSpace4, kSpace4);
    column->setSpacing(kSpace3);
    column->addWidget(
        note(tr("%n shot(s) of the story stay as they are, with their takes. Shots made in the studio are not touched.",
                nullptr, static_cast<int>(changes.kept))));
    column->addWidget(list, 1);
    column->addWidget(buttons);
    resize(640, 420);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace longtake::ui
