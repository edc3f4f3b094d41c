// SPDX-License-Identifier: Apache-2.0
// Moments of the wall clock as text, always UTC. For people and for names of files; nothing is decided by them alone.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace longtake {

/// Seconds since 1970 are enough for files of a film.
using WallTime = std::chrono::sys_seconds;

WallTime wall_time_now();

/// "2026-11-21 05:10:00"
std::string readable_utc(WallTime time);
/// "20261121T051000Z"
std::string compact_utc(WallTime time);
/// Reads what compact_utc writes.
std::optional<WallTime> parse_compact_utc(std::string_view text);

} // namespace longtake
