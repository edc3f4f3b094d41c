// SPDX-License-Identifier: Apache-2.0
// Runs another program and takes what it prints.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace longtake {

struct ChildOutput {
    int exit_status = 0; ///< -1 when it was killed
    std::string standard_output;
};

/// No shell is involved; its stderr goes to ours. Errors: BadInput when it cannot be started.
Result<ChildOutput> run_child(const std::filesystem::path& program, const std::vector<std::string>& arguments);

} // namespace longtake
