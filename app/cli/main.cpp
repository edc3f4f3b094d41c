// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"

int main(int argc, char** argv) { return longtake::run_command_line({argv + 1, argv + argc}); }
