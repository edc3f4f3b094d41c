// SPDX-License-Identifier: Apache-2.0
// A verb of the command line as a value: its name, help and run(). The list of commands is the help text.
#pragma once

#include "app/cli/arguments.h"

#include <functional>
#include <string>
#include <vector>

namespace longtake {

struct Command {
    std::string name;
    std::string summary; // one line
    std::string usage;   // what follows the name: "--model DIR --prompt P [options]"
    size_t least_positionals = 0;
    size_t most_positionals = 0;
    std::vector<Option> options;
    /// Results go to stdout, messages to stderr. An Error ends the program with its exit code.
    std::function<Result<void>(const Arguments&)> run;
};

/// Verbs that need only the engine: generate, model, bench, train, world.
std::vector<Command> engine_commands();
/// Verbs that need the film library too; empty in the engine-only build.
std::vector<Command> film_commands();

/// 0 done, 2 bad input, 3 model, 4 device, 5 cancelled, 1 a defect of ours (design.md §6).
int exit_code(const Error& error);

/// Runs `words` (without the program's name) and returns the exit code. Prints help and errors.
int run_command_line(const std::vector<std::string>& words);

} // namespace longtake
