// SPDX-License-Identifier: Apache-2.0
// Shots on the system's clipboard: as a small film in text, so that they can be pasted into another film, another
// window of the program, or an editor.
#pragma once

#include "core/project/project.h"

#include <QMimeData>

#include <memory>
#include <vector>

namespace longtake::ui {

std::unique_ptr<QMimeData> toClipboard(const std::vector<Shot>& shots);
/// The shots on the clipboard; plain text becomes one shot a line. Empty when there is neither.
std::vector<Shot> fromClipboard(const QMimeData& data);

} // namespace longtake::ui
