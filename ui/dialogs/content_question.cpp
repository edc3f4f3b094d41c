// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/content_question.h"

#include "core/project/full_prompt.h"
#include "ui/bridge/qt_convert.h"
#include "ui/panels/form.h"

#include <QApplication>
#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace longtake::ui {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("ContentQuestion", source);
}

QString ruleText(ContentRule rule) {
    switch (rule) {
    case ContentRule::SexualMinors: return text(QT_TRANSLATE_NOOP("ContentQuestion", "sexual content with minors"));
    case ContentRule::Sexual: return text(QT_TRANSLATE_NOOP("ContentQuestion", "sexual content"));
    case ContentRule::Gore: return text(QT_TRANSLATE_NOOP("ContentQuestion", "cruelty"));
    case ContentRule::SelfHarm: return text(QT_TRANSLATE_NOOP("ContentQuestion", "self-harm"));
    case ContentRule::Hate: break;
    }
    return text(QT_TRANSLATE_NOOP("ContentQuestion", "symbols of hate"));
}

QString describe(size_t index, const ContentFinding& finding) {
    QStringList words;
    for (const std::string& word : finding.words) {
        words.append(toQt(word));
    }
    return text(QT_TRANSLATE_NOOP("ContentQuestion", "Shot %1: %2 (%3)"))
        .arg(index + 1)
        .arg(ruleText(finding.rule), words.join(QStringLiteral(", ")));
}

enum class Choice { Render, LeaveOut, Cancel };

Choice ask(QWidget* parent, const QStringList& lines) {
    QMessageBox question(parent);
    question.setObjectName(QStringLiteral("contentQuestion"));
    question.setWindowTitle(text(QT_TRANSLATE_NOOP("ContentQuestion", "Render this?")));
    question.setIconPixmap(QApplication::windowIcon().pixmap(kQuestionIcon));
    question.setText(lines.join(QLatin1Char('\n')));
    question.setInformativeText(text(
        QT_TRANSLATE_NOOP("ContentQuestion", "You are asked because of the safety level in Preferences → Rendering.")));
    QPushButton* render =
        question.addButton(text(QT_TRANSLATE_NOOP("ContentQuestion", "&Render")), QMessageBox::AcceptRole);
    QPushButton* leaveOut =
        question.addButton(text(QT_TRANSLATE_NOOP("ContentQuestion", "&Leave out")), QMessageBox::DestructiveRole);
    question.addButton(QMessageBox::Cancel);
    render->setObjectName(QStringLiteral("contentRender"));
    leaveOut->setObjectName(QStringLiteral("contentLeaveOut"));
    question.setDefaultButton(leaveOut);
    question.exec();
    return question.clickedButton() == render     ? Choice::Render
           : question.clickedButton() == leaveOut ? Choice::LeaveOut
                                                  : Choice::Cancel;
}

} // namespace

ContentAnswer askAboutContent(QWidget* parent,
                              const Project& film,
                              const std::vector<ShotId>& shots,
                              const std::function<std::string(const Shot&)>& cameraText,
                              SafetyLevel level) {
    ContentAnswer answer;
    std::vector<ShotId> asked;
    QStringList questions;
    for (const ShotId& id : shots) {
        const auto index = film.index_of(id);
        if (!index) {
            continue;
        }
        const Shot& shot = film.shots[*index];
        const std::vector<ContentFinding> findings = check_content(full_prompt(film, shot, cameraText(shot)), level);
        if (findings.empty()) {
            answer.allowed.push_back(id);
        } else if (findings.front().verdict == ContentVerdict::Refuse) {
            answer.refusals.append(describe(*index, findings.front()));
        } else {
            asked.push_back(id);
            answer.allowed.push_back(id);
            questions.append(describe(*index, findings.front()));
        }
    }
    const Choice choice = questions.isEmpty() ? Choice::Render : ask(parent, questions);
    if (choice == Choice::Cancel) {
        answer.allowed.clear();
    } else if (choice == Choice::LeaveOut) {
        std::erase_if(answer.allowed,
                      [&](const ShotId& id) { return std::find(asked.begin(), asked.end(), id) != asked.end(); });
    }
    return answer;
}

} // namespace longtake::ui
