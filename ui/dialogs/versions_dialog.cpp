// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/versions_dialog.h"

#include "core/project/project_text.h"
#include "ui/bridge/qt_convert.h"
#include "ui/panels/form.h"

#include <QApplication>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>

namespace longtake::ui {

VersionsDialog::VersionsDialog(const QString& filmPath, QWidget* parent)
    : QDialog(parent)
    , backups_(list_backups(toPath(filmPath)))
    , list_(named(new QListWidget, "versionsList", tr("Versions of the film")))
    , description_(note(QString())) {
    setObjectName(QStringLiteral("versionsDialog"));
    setWindowTitle(tr("Other versions"));
    for (const Backup& backup : backups_) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(backup.time.time_since_epoch()).count();
        list_->addItem(locale().toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::ShortFormat));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* open = buttons->addButton(tr("&Open this version"), QDialogButtonBox::AcceptRole);
    open->setObjectName(QStringLiteral("versionsOpen"));
    open->setEnabled(!backups_.empty());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace4, kSpace4, kSpace4, kSpace4);
    column->addWidget(note(backups_.empty() ? tr("No other versions yet: one is kept with every save.")
                                            : tr("Opening a version changes nothing until you save.")));
    column->addWidget(list_, 1);
    column->addWidget(description_);
    column->addWidget(buttons);
    resize(420, 400);
    connect(list_, &QListWidget::currentRowChanged, this, [this] { describe(); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    list_->setCurrentRow(backups_.empty() ? -1 : 0);
}

void VersionsDialog::describe() {
    const int row = list_->currentRow();
    text_.clear();
    if (row < 0 || row >= static_cast<int>(backups_.size())) {
        return;
    }
    const Result<std::string> text = read_backup(backups_[static_cast<size_t>(row)]);
    if (!text) {
        description_->setText(messageOf(text.error()));
        return;
    }
    const ProjectText film = read_project_text(*text, "backup");
    if (film.project) {
        text_ = toQt(*text);
        description_->setText(tr("%n shot(s)", nullptr, static_cast<int>(film.project->shots.size())));
    }
}

RecoveryChoice askRecovery(QWidget* parent, const QString& film, const QString& time, bool isBaseChanged) {
    QMessageBox question(
        QMessageBox::Question, QCoreApplication::translate("Recovery", "Recover film"),
        QCoreApplication::translate("Recovery", "“%1” has edits of %2 that were not saved when the program ended.")
            .arg(film, time),
        QMessageBox::NoButton, parent);
    question.setObjectName(QStringLiteral("recoveryQuestion"));
    question.setIconPixmap(QApplication::windowIcon().pixmap(kQuestionIcon));
    question.setInformativeText(
        isBaseChanged
            ? QCoreApplication::translate(
                  "Recovery", "The saved film was changed since by somebody else: look at both before you save.")
            : QCoreApplication::translate("Recovery", "Nothing is lost either way until you save."));
    QPushButton* recover =
        question.addButton(QCoreApplication::translate("Recovery", "&Recover"), QMessageBox::AcceptRole);
    QPushButton* saved =
        question.addButton(QCoreApplication::translate("Recovery", "&Open saved film"), QMessageBox::DestructiveRole);
    question.addButton(QCoreApplication::translate("Recovery", "&Later"), QMessageBox::RejectRole);
    question.setDefaultButton(recover);
    question.exec();
    if (question.clickedButton() == recover) {
        return RecoveryChoice::Recover;
    }
    return question.clickedButton() == saved ? RecoveryChoice::OpenSaved : RecoveryChoice::Later;
}

} // namespace longtake::ui
