// SPDX-License-Identifier: Apache-2.0
// Runs the command line in this process and keeps what it prints.
#pragma once

#include "app/cli/command.h"

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace longtake {

struct CapturedRun {
    int code = 0;
    std::string out;
    std::string err;
};

inline CapturedRun run_captured(const std::vector<std::string>& words) {
    std::ostringstream out;
    std::ostringstream err;
    std::streambuf* const usual_out = std::cout.rdbuf(out.rdbuf());
    std::streambuf* const usual_err = std::cerr.rdbuf(err.rdbuf());
    CapturedRun run;
    run.code = run_command_line(words);
    std::cout.rdbuf(usual_out);
    std::cerr.rdbuf(usual_err);
    run.out = out.str();
    run.err = err.str();
    return run;
}

} // namespace longtake
