// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <cstring>

namespace longtake::ui {

QString
StudioTranslator::translate(const char* context, const char* sourceText, const char* disambiguation, int n) const {
    const char* own = context;
    for (const char* next = std::strstr(own, "::"); next != nullptr; next = std::strstr(own, "::")) {
        own = next + 2;
    }
    return QTranslator::translate(own, sourceText, disambiguation, n);
}

Language::Language()
    : isReversed_(QGuiApplication::layoutDirection() == Qt::RightToLeft) {}

void Language::apply(QApplication& application, const QString& code) {
    QApplication::removeTranslator(&window_);
    QApplication::removeTranslator(&qt_);
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    const QString prefix = QStringLiteral("_");
    if (window_.load(locale, QStringLiteral("longtake"), prefix, QStringLiteral(":/i18n")) ||
        window_.load(QStringLiteral(":/i18n/longtake_en.qm"))) {
        QApplication::installTranslator(&window_);
    }
    if (qt_.load(locale, QStringLiteral("qtbase"), prefix, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QApplication::installTranslator(&qt_);
    }
    application.setLayoutDirection(isReversed_ ? Qt::RightToLeft : locale.textDirection());
}

} // namespace longtake::ui
