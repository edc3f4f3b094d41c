// SPDX-License-Identifier: Apache-2.0
// Which texts are rendered, asked about first, or refused. A list of words, looked up on this machine: it knows what a
// text names, not what it means, so it errs on the side of asking. What is shown in a text is judged, never what a
// negative text keeps out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longtake {

enum class SafetyLevel {
    Open,    ///< refuses only sexual content with minors, which every level refuses
    Careful, ///< asks about the rest: the default
    Strict,  ///< refuses the rest too: for schools and families
};

std::string_view to_string(SafetyLevel level);
/// "open", "careful", "strict".
std::optional<SafetyLevel> safety_level_from(std::string_view name);

enum class ContentVerdict { Ask, Refuse };

enum class ContentRule { SexualMinors, Sexual, Gore, SelfHarm, Hate };

/// "sexual content with minors"
std::string_view to_string(ContentRule rule);

/// One rule that a text touches.
struct ContentFinding {
    ContentRule rule;
    ContentVerdict verdict;
    std::vector<std::string> words; ///< as found: lower case, punctuation as spaces
    bool operator==(const ContentFinding&) const = default;
};

/// What `level` has against `text`, the worst first; empty when it may be rendered.
std::vector<ContentFinding> check_content(std::string_view text, SafetyLevel level);

/// Why `level` refuses `text`, in words; empty when it does not (it may still want to ask).
std::string content_objection(std::string_view text, SafetyLevel level);

} // namespace longtake
