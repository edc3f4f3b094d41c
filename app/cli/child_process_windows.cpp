// SPDX-License-Identifier: Apache-2.0
#include "app/cli/child_process.h"

#include <array>
#include <cstdio>

namespace longtake {

Result<ChildOutput> run_child(const std::filesystem::path& program, const std::vector<std::string>& arguments) {
    std::string line = "\"\"" + program.string() + "\"";
    for (const std::string& argument : arguments) {
        line += " \"" + argument + "\"";
    }
    std::FILE* pipe = _popen((line + "\"").c_str(), "r");
    if (pipe == nullptr) {
        return bad_input("cannot start " + program.string());
    }
    ChildOutput output;
    std::array<char, 4096> buffer{};
    for (size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
        output.standard_output.append(buffer.data(), count);
    }
    output.exit_status = _pclose(pipe);
    return output;
}

} // namespace longtake
