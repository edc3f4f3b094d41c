// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/theme.h"

#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QFile>
#include <QLocale>
#include <QPainter>
#include <QPalette>
#include <QStyleFactory>
#include <QSvgRenderer>

// Outside every namespace, as the macro asks: a static library's resources are not registered by themselves.
static void registerIcons() {
    Q_INIT_RESOURCE(icons);
}

namespace longtake::ui {

namespace {

bool systemIsDark() {
    const QPalette system = QApplication::style()->standardPalette();
    return system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
}

QPalette widgetPalette(const Palette& palette) {
    QPalette result;
    result.setColor(QPalette::Window, palette.panel);
    result.setColor(QPalette::WindowText, palette.text);
    result.setColor(QPalette::Base, palette.raised);
    result.setColor(QPalette::AlternateBase, palette.panel);
    result.setColor(QPalette::Text, palette.text);
    result.setColor(QPalette::PlaceholderText, palette.muted);
    result.setColor(QPalette::Button, palette.raised);
    result.setColor(QPalette::ButtonText, palette.text);
    result.setColor(QPalette::BrightText, palette.failed);
    result.setColor(QPalette::ToolTipBase, palette.raised);
    result.setColor(QPalette::ToolTipText, palette.text);
    result.setColor(QPalette::Highlight, palette.accent);
    result.setColor(QPalette::HighlightedText, palette.onAccent);
    result.setColor(QPalette::Link, palette.busy);
    for (QPalette::ColorRole edge : {QPalette::Light, QPalette::Midlight, QPalette::Mid, QPalette::Shadow}) {
        result.setColor(edge, palette.line);
    }
    result.setColor(QPalette::Dark, palette.ground);
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        result.setColor(QPalette::Disabled, role, palette.muted);
    }
    return result;
}

/// Japanese and Chinese share code points but not shapes: without a name the system may take the other's, or another
/// weight.
QStringList ideographFamilies() {
    switch (QLocale().language()) {
    case QLocale::Japanese:
        return {QStringLiteral("Noto Sans CJK JP"), QStringLiteral("Hiragino Sans"), QStringLiteral("Yu Gothic UI"),
                QStringLiteral("Meiryo")};
    case QLocale::Chinese:
        return {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("PingFang SC"),
                QStringLiteral("Microsoft YaHei UI")};
    default: return {};
    }
}

} // namespace

ThemeChoice themeChoiceFromText(const QString& text) {
    if (text == QLatin1String("light")) {
        return ThemeChoice::Light;
    }
    return text == QLatin1String("system") ? ThemeChoice::System : ThemeChoice::Dark;
}

QString toText(ThemeChoice choice) {
    switch (choice) {
    case ThemeChoice::Light: return QStringLiteral("light");
    case ThemeChoice::System: return QStringLiteral("system");
    case ThemeChoice::Dark: break;
    }
    return QStringLiteral("dark");
}

Theme::Theme(QObject* parent)
    : QObject(parent) {
    registerIcons();
}

void Theme::apply(QApplication& application, ThemeChoice choice) {
    choice_ = choice;
    const bool isDark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark());
    palette_ = isDark ? darkPalette() : lightPalette();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QFont font = QApplication::font();
    font.setFamilies(QStringList{font.families().constFirst()} + ideographFamilies());
    font.setPixelSize(kFontPixels);
    QApplication::setFont(font);
    QApplication::setPalette(widgetPalette(palette_));
    application.setStyleSheet(styleSheet(palette_, QGuiApplication::layoutDirection()));
    Q_EMIT changed();
}

QPixmap Theme::pixmap(const QString& name, const QColor& color, int size, qreal deviceRatio) const {
    const QString key = QStringLiteral("%1|%2|%3|%4").arg(name, color.name()).arg(size).arg(deviceRatio);
    if (const auto known = drawn_.constFind(key); known != drawn_.constEnd()) {
        return *known;
    }
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray drawing = file.readAll();
    drawing.replace("#000", color.name().toLatin1());
    QSvgRenderer renderer(drawing);
    QPixmap pixmap(QSize(size, size) * deviceRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(deviceRatio);
    drawn_.insert(key, pixmap);
    return pixmap;
}

QIcon Theme::icon(const QString& name) const {
    QIcon icon;
    for (int scale = 1; scale <= 3; ++scale) {
        icon.addPixmap(pixmap(name, palette_.text, kIconSize, scale), QIcon::Normal, QIcon::Off);
        icon.addPixmap(pixmap(name, palette_.accent, kIconSize, scale), QIcon::Normal, QIcon::On);
        QColor faded = palette_.muted;
        faded.setRed((faded.red() + palette_.panel.red()) / 2);
        faded.setGreen((faded.green() + palette_.panel.green()) / 2);
        faded.setBlue((faded.blue() + palette_.panel.blue()) / 2);
        icon.addPixmap(pixmap(name, faded, kIconSize, scale), QIcon::Disabled, QIcon::Off);
    }
    return icon;
}

} // namespace longtake::ui
