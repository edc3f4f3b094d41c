// SPDX-License-Identifier: Apache-2.0
// Levelled messages to a sink the caller supplies; core itself prints nothing.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace longtake {

enum class LogLevel { Debug, Info, Warning, Error };

/// Called on the thread that logs. An empty sink drops everything.
using LogSink = std::function<void(LogLevel, std::string_view)>;

std::string_view to_string(LogLevel level);

} // namespace longtake
