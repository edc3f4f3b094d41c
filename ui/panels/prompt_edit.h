// SPDX-License-Identifier: Apache-2.0
// The box a shot's text is written in: completes @characters and words the model knows, puts a quiet dotted line under
// words it was never taught. Undo belongs to the film, so the box keeps no undo of its own.
#pragma once

#include <QPlainTextEdit>
#include <QStringList>

class QCompleter;
class QStringListModel;

namespace longtake::ui {

class Theme;

class PromptEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit PromptEdit(const Theme& theme, QWidget* parent = nullptr);

    void setCharacters(const QStringList& names);
    /// Words of the model; empty when it lists none: then nothing is marked.
    void setVocabulary(const QStringList& vocabulary);
    /// Replaces the text without telling anybody, keeping the cursor where it was as far as possible.
    void showText(const QString& text);
    int unknownCount() const { return static_cast<int>(extraSelections().size()); }

Q_SIGNALS:
    /// The person changed the text.
    void edited(const QString& text);
    /// Esc: back to the timeline.
    void left();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void markUnknown();
    void offerCompletion();
    void complete(const QString& completion);
    QString wordBeforeCursor() const;
    void updateModel();

    const Theme& theme_;
    QStringList characters_;
    QStringList vocabulary_;
    QStringListModel* words_;
    QCompleter* completer_;
    bool isShowing_ = false;
};

} // namespace longtake::ui
