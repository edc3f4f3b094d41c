// SPDX-License-Identifier: Apache-2.0
// Time since the system started this process: what a person waits, loading of libraries before main() included.
#pragma once

namespace longtake {

/// On Linux to 1/100 s.
double seconds_since_process_start();

} // namespace longtake
