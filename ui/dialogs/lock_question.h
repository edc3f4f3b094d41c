// SPDX-License-Identifier: Apache-2.0
// A film that somebody else has open: what to do about it.
#pragma once

#include "core/project/lock_file.h"

#include <QString>

class QWidget;

namespace longtake::ui {

enum class LockChoice { ReadOnly, TakeOver, Cancel };

/// Taking over is offered only for another machine, where nobody here can know whether that session still runs.
LockChoice askLocked(QWidget* parent, const QString& film, const LockState& lock);

} // namespace longtake::ui
