// SPDX-License-Identifier: Apache-2.0
// This process and others, by number: for temporary names and for telling what a killed program left behind.
#pragma once

#include <cstdint>

namespace longtake {

int process_id();

/// Whether a process of this number runs on this machine. Numbers are used again, so "yes" may mean another program;
/// "no" is certain.
bool is_process_running(int id);

/// Memory of this process in RAM now, in bytes; 0 where the system does not say.
int64_t resident_bytes();
/// The most it ever was.
int64_t peak_resident_bytes();

} // namespace longtake
