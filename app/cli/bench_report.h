// SPDX-License-Identifier: Apache-2.0
// What a benchmark says: the best of several rounds, ratios against a reference and their gates, as a table.
#pragma once

#include "core/weights/json.h"

#include <string>

namespace longtake {

/// Keeps in `best` the smaller of each of timings_s, of cpu_s and of peak_rss_bytes; a null `best` becomes `run`.
void keep_best(Json& best, const Json& run);

/// Ours against theirs per timing both have: times as fast (theirs / ours); cpu_* are those of computing time, which
/// holds on a busy machine too; peak_memory is ours / theirs.
Json bench_ratios(const Json& ours, const Json& theirs);

/// For a person. With "ratios" in the report the gates of design.md §8 are judged.
std::string bench_table(const Json& report);

} // namespace longtake
