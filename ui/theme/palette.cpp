// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/palette.h"

namespace longtake::ui {

Palette darkPalette() {
    Palette palette;
    palette.isDark = true;
    palette.ground = QColor(0x12, 0x14, 0x18);
    palette.surround = QColor(0x0b, 0x0c, 0x0e);
    palette.panel = QColor(0x1a, 0x1d, 0x23);
    palette.raised = QColor(0x23, 0x27, 0x30);
    palette.line = QColor(0x31, 0x37, 0x44);
    palette.text = QColor(0xe7, 0xea, 0xf0);
    palette.muted = QColor(0x98, 0xa1, 0xb0);
    palette.accent = QColor(0xff, 0x91, 0x42);
    palette.onAccent = QColor(0x1a, 0x10, 0x08);
    palette.fresh = QColor(0x43, 0xb5, 0x81);
    palette.stale = QColor(0xe0, 0xb0, 0x40);
    palette.busy = QColor(0x58, 0xa6, 0xff);
    palette.failed = QColor(0xe5, 0x57, 0x4f);
    palette.queued = QColor(0x8a, 0x93, 0xa5);
    return palette;
}

Palette lightPalette() {
    Palette palette = darkPalette();
    palette.isDark = false;
    palette.ground = QColor(0xf4, 0xf5, 0xf7);
    palette.panel = QColor(0xff, 0xff, 0xff);
    palette.raised = QColor(0xec, 0xee, 0xf2);
    palette.line = QColor(0xd5, 0xd9, 0xe0);
    palette.text = QColor(0x1b, 0x1f, 0x27);
    palette.muted = QColor(0x5c, 0x66, 0x75);
    palette.accent = QColor(0xc6, 0x5a, 0x10);
    palette.onAccent = QColor(0xff, 0xff, 0xff);
    for (QColor* state : {&palette.fresh, &palette.stale, &palette.busy, &palette.failed, &palette.queued}) {
        *state = state->darker(125); // a fifth less light
    }
    return palette;
}

} // namespace longtake::ui
