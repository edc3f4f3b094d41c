// SPDX-License-Identifier: Apache-2.0
#include "core/project/yaml_locate.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace longtake {

namespace {

/// The child of a map whose key is the longest start of `path` that is a key; `path` loses it.
std::optional<YamlNode> step_into_map(const YamlNode& map, std::string_view& path) {
    for (size_t end = path.size(); end > 0 && end != std::string_view::npos; end = path.find_last_of(".[", end - 1)) {
        for (size_t i = 0; i < map.size(); ++i) {
            if (map.key(i).text() == path.substr(0, end)) {
                path.remove_prefix(end);
                return map.value(i);
            }
        }
    }
    return std::nullopt;
}

std::optional<YamlNode> step_into_list(const YamlNode& list, std::string_view& path) {
    size_t index = 0;
    if (!path.starts_with('[') ||
        std::from_chars(path.data() + 1, path.data() + path.size(), index).ec != std::errc{} || index >= list.size()) {
        return std::nullopt;
    }
    path.remove_prefix(std::min(path.size(), path.find(']') + 1));
    return list.item(index);
}

} // namespace

YamlNode locate(const YamlNode& root, std::string_view path) {
    YamlNode node = root;
    while (!path.empty()) {
        if (path.starts_with('.')) {
            path.remove_prefix(1);
        }
        const auto below = node.is_map()    ? step_into_map(node, path)
                           : node.is_list() ? step_into_list(node, path)
                                            : std::nullopt;
        if (!below || below->is_null()) {
            break;
        }
        node = *below;
    }
    return node;
}

} // namespace longtake
