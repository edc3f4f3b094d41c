// SPDX-License-Identifier: Apache-2.0
// Other systems' thread pools sleep by themselves.
#include "app/cli/patient_threads.h"

namespace longtake {

void make_threads_patient(char** /*argv*/) {}

} // namespace longtake
