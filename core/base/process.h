// SPDX-License-Identifier: Apache-2.0
// This process and others, by number: for temporary names and for telling what a killed program left behind.
#pragma once

namespace longtake {

int process_id();

/// Whether a process of this number runs on this machine. Numbers are used again, so "yes" may mean another program;
/// "no" is certain.
bool is_process_running(int id);

} // namespace longtake
