// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "app/cli/patient_threads.h"
#include "core/base/free_memory.h"

int main(int argc, char** argv) {
    longtake::make_threads_patient(argv);
    longtake::return_large_blocks();
    return longtake::run_command_line({argv + 1, argv + argc});
}
