// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/prompt_edit.h"

#include "ui/document/model_card.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>

namespace longtake::ui {

namespace {

constexpr int kShortestStart = 2; ///< letters before completion offers itself

} // namespace

PromptEdit::PromptEdit(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
    , theme_(theme)
    , words_(new QStringListModel(this))
    , completer_(new QCompleter(words_, this)) {
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    completer_->setWidget(this);
    completer_->setCaseSensitivity(Qt::CaseInsensitive);
    completer_->setCompletionMode(QCompleter::PopupCompletion);
    completer_->popup()->setObjectName(QStringLiteral("completionList"));
    connect(completer_, qOverload<const QString&>(&QCompleter::activated), this,
            [this](const QString& text) { complete(text); });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        markUnknown();
        if (!isShowing_) {
            Q_EMIT edited(toPlainText());
        }
    });
}

void PromptEdit::setCharacters(const QStringList& names) {
    if (names != characters_) {
        characters_ = names;
        updateModel();
    }
}

void PromptEdit::setVocabulary(const QStringList& vocabulary) {
    if (vocabulary != vocabulary_) {
        vocabulary_ = vocabulary;
        updateModel();
        markUnknown();
    }
}

void PromptEdit::updateModel() {
    QStringList words = vocabulary_;
    for (const QString& name : characters_) {
        words.append(QLatin1Char('@') + name);
    }
    words.sort(Qt::CaseInsensitive);
    words_->setStringList(words);
}

void PromptEdit::showText(const QString& text) {
    if (text == toPlainText()) {
        return;
    }
    isShowing_ = true;
    const int position = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(static_cast<int>(std::min<qsizetype>(position, text.size())));
    setTextCursor(cursor);
    isShowing_ = false;
}

void PromptEdit::markUnknown() {
    QList<QTextEdit::ExtraSelection> marks;
    if (!vocabulary_.isEmpty()) {
        const QStringList unknown = unknownWords(toPlainText(), vocabulary_);
        for (const QString& word : unknown) {
            const QRegularExpression whole(
                QStringLiteral("(?<![\\p{L}@])%1(?![\\p{L}])").arg(QRegularExpression::escape(word)));
            for (auto match = whole.globalMatch(toPlainText()); match.hasNext();) {
                const QRegularExpressionMatch found = match.next();
                QTextEdit::ExtraSelection mark;
                mark.cursor = QTextCursor(document());
                mark.cursor.setPosition(static_cast<int>(found.capturedStart()));
                mark.cursor.setPosition(static_cast<int>(found.capturedEnd()), QTextCursor::KeepAnchor);
                mark.format.setUnderlineStyle(QTextCharFormat::DotLine);
                mark.format.setUnderlineColor(theme_.palette().stale);
                marks.append(mark);
            }
        }
    }
    setExtraSelections(marks);
}

QString PromptEdit::wordBeforeCursor() const {
    const QString before = textCursor().block().text().left(textCursor().positionInBlock());
    static const QRegularExpression word(QStringLiteral("@?[\\p{L}0-9_-]*$"));
    return word.match(before).captured();
}

void PromptEdit::offerCompletion() {
    const QString start = wordBeforeCursor();
    const bool isName = start.startsWith(QLatin1Char('@'));
    if (start.size() < (isName ? 1 : kShortestStart)) {
        completer_->popup()->hide();
        return;
    }
    completer_->setCompletionPrefix(start);
    const bool isFinished =
        completer_->completionCount() == 1 && completer_->currentCompletion().compare(start, Qt::CaseInsensitive) == 0;
    if (completer_->completionCount() == 0 || isFinished) {
        completer_->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(completer_->popup()->sizeHintForColumn(0) +
                   completer_->popup()->verticalScrollBar()->sizeHint().width() + 16);
    completer_->complete(place);
}

void PromptEdit::complete(const QString& completion) {
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(wordBeforeCursor().size()));
    cursor.insertText(completion);
    setTextCursor(cursor);
}

bool PromptEdit::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore(); // the film's undo, not the box's
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void PromptEdit::keyPressEvent(QKeyEvent* event) {
    if (completer_->popup()->isVisible()) {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Tab:
        case Qt::Key_Escape: event->ignore(); return; // the popup's own
        default: break;
        }
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    if (!event->text().isEmpty() && event->text().front().isPrint()) {
        offerCompletion();
    } else if (event->key() == Qt::Key_Backspace && completer_->popup()->isVisible()) {
        offerCompletion();
    }
}

void PromptEdit::focusOutEvent(QFocusEvent* event) {
    if (event->reason() != Qt::PopupFocusReason) {
        completer_->popup()->hide();
    }
    QPlainTextEdit::focusOutEvent(event);
}

} // namespace longtake::ui
