// SPDX-License-Identifier: Apache-2.0
// Which passage of an old text is which of a new one: equal words first, similar words second.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

struct PassageMatch {
    std::optional<size_t> old_index; ///< empty: the new passage is new
    bool is_equal = false;           ///< word for word
    bool is_moved = false;           ///< stands elsewhere in the order than its equals
};

/// For every new passage the old one it is. Each old passage is given once. O(n log n) in the number of passages.
std::vector<PassageMatch> align_passages(const std::vector<std::string>& old_passages,
                                         const std::vector<std::string>& new_passages);

/// How alike two texts are: shared words over all words (Dice), 0 to 1.
double similarity(const std::string& a, const std::string& b);

} // namespace longtake
