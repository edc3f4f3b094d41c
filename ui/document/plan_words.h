// SPDX-License-Identifier: Apache-2.0
// The plan's reasons in the window's language. core says them in English, in sentences of a known form; one that is not known
// stays as it is.
#pragma once

#include <QString>

namespace longtake::ui {

/// "prompt changed" -> "Text geändert"
QString planWords(const QString& reason);

} // namespace longtake::ui
