// SPDX-License-Identifier: Apache-2.0
// The look in force: palette, style sheet and icons recoloured for it. One object, made in main(), passed by reference.
#pragma once

#include "ui/theme/palette.h"

#include <QHash>
#include <QIcon>
#include <QObject>
#include <QPixmap>

class QApplication;

namespace longtake::ui {

enum class ThemeChoice { Dark, Light, System };

ThemeChoice themeChoiceFromText(const QString& text);
QString toText(ThemeChoice choice);

class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);

    const Palette& palette() const { return palette_; }
    ThemeChoice choice() const { return choice_; }
    /// Puts palette, fonts and style sheet on the application; emits changed().
    void apply(QApplication& application, ThemeChoice choice);

    /// The SVG `name` of resources/icons in the text colour (accent when checked, muted when disabled).
    QIcon icon(const QString& name) const;
    /// One icon as a pixmap of `size` pixels in `color`.
    QPixmap pixmap(const QString& name, const QColor& color, int size, qreal deviceRatio = 1.0) const;

Q_SIGNALS:
    void changed();

private:
    mutable QHash<QString, QPixmap> drawn_; ///< icons already drawn, by name, colour and size
    Palette palette_ = darkPalette();
    ThemeChoice choice_ = ThemeChoice::Dark;
};

} // namespace longtake::ui
