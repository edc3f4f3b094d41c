// SPDX-License-Identifier: Apache-2.0
#include "app/cli/shot_selection.h"

#include <algorithm>
#include <charconv>

namespace longtake {

namespace {

Result<size_t> find_shot(const std::string& name, const Project& project) {
    if (const auto index = project.index_of({name})) {
        return *index;
    }
    size_t number = 0;
    const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), number);
    const bool is_number = failure == std::errc{} && end == name.data() + name.size() && !name.empty();
    if (!is_number || number < 1 || number > project.shots.size()) {
        return bad_input("the film has no shot '" + name + "'", "It has the shots 1.." +
                                                                    std::to_string(project.shots.size()) +
                                                                    "; `longtake plan` lists their ids.");
    }
    return number - 1;
}

} // namespace

Result<std::vector<ShotId>> select_shots(const std::string& text, const Project& project) {
    std::vector<ShotId> chosen;
    for (size_t begin = 0; begin < text.size();) {
        const size_t end = std::min(text.find(',', begin), text.size());
        const std::string part = text.substr(begin, end - begin);
        const size_t dots = part.find("..");
        const auto first = find_shot(part.substr(0, dots), project);
        const auto last = dots == std::string::npos ? first : find_shot(part.substr(dots + 2), project);
        if (!first || !last) {
            return first ? last.error() : first.error();
        }
        if (*last < *first) {
            return bad_input("'" + part + "' runs backwards", "Name the earlier shot first.");
        }
        for (size_t index = *first; index <= *last; ++index) {
            chosen.push_back(project.shots[index].id);
        }
        begin = end + 1;
    }
    return chosen;
}

} // namespace longtake
