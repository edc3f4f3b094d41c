// SPDX-License-Identifier: Apache-2.0
// This process and others, by number: for temporary names and for telling what a killed program left behind. And what
// this one has used of the machine.
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

/// Seconds the calling thread has computed: does not grow while other programs have the processor. Only differences
/// mean something. Where the system counts this too coarsely to time short work (Windows) it is the clock on the wall.
double thread_cpu_seconds();

/// Seconds on a clock that never goes back. Only differences mean something: part of estimates, never of a result.
double monotonic_seconds();

} // namespace longtake
