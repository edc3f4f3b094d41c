// SPDX-License-Identifier: Apache-2.0
// The language in force: translations of the window and of Qt itself, number formats, reading direction.
#pragma once

#include <QString>
#include <QTranslator>

class QApplication;

namespace longtake::ui {

/// Finds texts by the class's own name: lupdate writes "TimelineView", the program asks for
/// "longtake::ui::TimelineView".
class StudioTranslator : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    QString translate(const char* context,
                      const char* sourceText,
                      const char* disambiguation = nullptr,
                      int n = -1) const override;
};

class Language {
public:
    /// Made when the application is: a direction it was started with (`-reverse`) stays, whatever the language.
    Language();
    /// `code` as in translations/longtake_<code>.ts; empty: the system's. What has no translation stays English.
    void apply(QApplication& application, const QString& code);

private:
    StudioTranslator window_;
    QTranslator qt_;
    bool isReversed_;
};

} // namespace longtake::ui
