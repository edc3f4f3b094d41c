// SPDX-License-Identifier: Apache-2.0
// Time since the system started this process: what a person waits, loading of libraries before main() included. And the
// time its threads computed: what does not grow when other programs keep the machine busy.
#pragma once

namespace longtake {

/// On Linux to 1/100 s.
double seconds_since_process_start();

/// Of all threads together.
double process_cpu_seconds();

} // namespace longtake
