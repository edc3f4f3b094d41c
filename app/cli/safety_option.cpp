// SPDX-License-Identifier: Apache-2.0
#include "app/cli/safety_option.h"

#include <iostream>

namespace longtake {

Option safety_option() {
    return {"--safety", "LEVEL", "open, careful (default) or strict: which texts are refused"};
}

Result<SafetyLevel> read_safety(const Arguments& arguments) {
    const std::string name = arguments.text_or("--safety", "careful");
    const auto level = safety_level_from(name);
    return level ? Result<SafetyLevel>(*level) : bad_input("--safety " + name + " is not open, careful or strict");
}

void tell_doubts(const std::string& subject, const std::string& text, SafetyLevel level) {
    for (const ContentFinding& finding : check_content(text, level)) {
        if (finding.verdict == ContentVerdict::Ask) {
            std::cerr << "longtake: " << subject << " asks for " << to_string(finding.rule) << " ("
                      << finding.words.front() << "); --safety strict would refuse it\n";
        }
    }
}

} // namespace longtake
