// SPDX-License-Identifier: Apache-2.0
// The style sheet written from the palette: flat fields, thin separators, one radius. No colour appears here by value.
#pragma once

#include "ui/theme/palette.h"

#include <QString>

namespace longtake::ui {

/// Paddings and places follow the reading direction.
QString styleSheet(const Palette& palette, Qt::LayoutDirection direction);

} // namespace longtake::ui
