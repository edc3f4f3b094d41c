// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/lock_question.h"

#include "ui/bridge/qt_convert.h"
#include "ui/panels/form.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

namespace longtake::ui {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("Lock", source);
}

} // namespace

LockChoice askLocked(QWidget* parent, const QString& film, const LockState& lock) {
    const bool isElsewhere = lock.verdict == LockVerdict::OtherMachine;
    QMessageBox question(
        QMessageBox::Question, text(QT_TRANSLATE_NOOP("Lock", "Film is open already")),
        text(QT_TRANSLATE_NOOP("Lock", "“%1” is open in another window or on another machine.")).arg(film),
        QMessageBox::NoButton, parent);
    question.setObjectName(QStringLiteral("lockQuestion"));
    question.setIconPixmap(QApplication::windowIcon().pixmap(kQuestionIcon));
    QString who = lock.owner
                      ? text(QT_TRANSLATE_NOOP("Lock", "Opened by %1 on %2, %3"))
                            .arg(toQt(lock.owner->user), toQt(lock.owner->process.host), localTime(lock.owner->since))
                      : QString();
    if (isElsewhere) {
        who += QStringLiteral("\n\n") +
               text(QT_TRANSLATE_NOOP(
                   "Lock", "Take it over only when nobody works there: two sessions would overwrite each other."));
    }
    question.setInformativeText(who);
    QPushButton* look =
        question.addButton(text(QT_TRANSLATE_NOOP("Lock", "Open for &reading")), QMessageBox::AcceptRole);
    look->setObjectName(QStringLiteral("lockReadOnly"));
    QPushButton* take =
        isElsewhere ? question.addButton(text(QT_TRANSLATE_NOOP("Lock", "&Take over")), QMessageBox::DestructiveRole)
                    : nullptr;
    question.addButton(QMessageBox::Cancel);
    question.setDefaultButton(look);
    question.exec();
    if (question.clickedButton() == look) {
        return LockChoice::ReadOnly;
    }
    return take != nullptr && question.clickedButton() == take ? LockChoice::TakeOver : LockChoice::Cancel;
}

} // namespace longtake::ui
