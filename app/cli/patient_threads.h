// SPDX-License-Identifier: Apache-2.0
// Threads that wait for each other without burning the processor. libgomp's spin for milliseconds by default; as soon
// as anything else runs on the machine (a window, a film being encoded, a training), a thread that was put aside keeps
// the others spinning, and work takes several times as long.
#pragma once

namespace longtake {

/// Where libgomp is used (Linux) it reads its settings before main() begins, so a program that computes starts itself
/// anew with a short spin, once, unless the person has said otherwise (OMP_WAIT_POLICY or GOMP_SPINCOUNT). Returns when
/// there is nothing to do, or when it cannot be done, which costs time only. Call first thing in main(), with its
/// `argv`.
void make_threads_patient(char** argv);

} // namespace longtake
