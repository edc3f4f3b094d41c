// SPDX-License-Identifier: Apache-2.0
// The one palette file: every colour and distance of the window has a name here and is used by that name.
#pragma once

#include <QColor>

namespace longtake::ui {

/// Colours by use. `accent` marks selection, playhead and the primary button, nothing else.
struct Palette {
    bool isDark = true;
    QColor ground;
    QColor surround; ///< around the picture, the same in both themes
    QColor panel;
    QColor raised;
    QColor line;
    QColor text;
    QColor muted;
    QColor accent;
    QColor onAccent; ///< text on the accent colour
    QColor fresh;
    QColor stale;
    QColor busy;
    QColor failed;
    QColor queued;
};

Palette darkPalette();
Palette lightPalette();

/// The spacing scale, in device-independent pixels.
inline constexpr int kSpace1 = 4;
inline constexpr int kSpace2 = 8;
inline constexpr int kSpace3 = 12;
inline constexpr int kSpace4 = 16;
inline constexpr int kSpace5 = 24;
inline constexpr int kRadius = 6;
inline constexpr int kIconSize = 16;
inline constexpr int kFontPixels = 13;
inline constexpr int kTopBarHeight = 44;

} // namespace longtake::ui
