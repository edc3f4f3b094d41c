// SPDX-License-Identifier: Apache-2.0
// A YAML document as a tree that is safe to walk: built from yaml-cpp's events with every limit checked while it grows.
// An alias costs what it repeats, so a bomb of aliases is refused before anybody visits it; a key given twice, a key
// that is no text, a merge key and depth above the limit are refused where they stand.
#pragma once

#include "core/project/problem.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace longtake {

class YamlTree;

/// A node of a tree; valid as long as the tree.
class YamlNode {
public:
    enum class Kind { Null, Scalar, List, Map };

    Kind kind() const;
    bool is_null() const { return kind() == Kind::Null; }
    bool is_scalar() const { return kind() == Kind::Scalar; }
    bool is_list() const { return kind() == Kind::List; }
    bool is_map() const { return kind() == Kind::Map; }
    /// Scalar: its text. Empty for other kinds.
    const std::string& text() const;
    /// Scalar written with quotes or as a block: never a number or a truth value.
    bool is_quoted() const;
    /// "!tag" as given, or empty.
    const std::string& tag() const;
    /// List: number of items. Map: number of entries.
    size_t size() const;
    /// List item.
    YamlNode item(size_t index) const;
    /// Map entry; keys are unique scalars.
    YamlNode key(size_t index) const;
    YamlNode value(size_t index) const;
    /// The value under `key`, or a Null node without a place.
    YamlNode find(std::string_view key) const;
    TextPlace place() const;

private:
    friend class YamlTree;
    friend class YamlTreeBuilder;
    YamlNode(const YamlTree& tree, uint32_t index)
        : tree_(&tree)
        , index_(index) {}

    const YamlTree* tree_;
    uint32_t index_;
};

struct YamlLimits {
    size_t most_nodes = 2'000'000; ///< with every alias counted as all that it repeats
    size_t deepest = 48;
};

class YamlTree {
public:
    /// Parses one document; `text` is UTF-8 (decode_text).
    static std::variant<YamlTree, Problem> parse(std::string text, const std::string& file, YamlLimits limits = {});

    YamlTree(YamlTree&&) = default;
    YamlTree& operator=(YamlTree&&) = default;
    YamlTree(const YamlTree&) = delete;
    YamlTree& operator=(const YamlTree&) = delete;

    YamlNode root() const { return {*this, root_}; }

private:
    friend class YamlNode;
    friend class YamlTreeBuilder;
    YamlTree() = default;

    struct Stored {
        YamlNode::Kind kind = YamlNode::Kind::Null;
        bool is_quoted = false;
        uint32_t position = 0; ///< byte in text_
        uint32_t tag = 0;      ///< index into tags_
        std::string text;
        std::vector<uint32_t> children; ///< Map: key, value, key, value …
    };

    std::string text_;
    std::vector<Stored> nodes_; ///< [0] is the Null that find() returns for a missing key
    std::vector<std::string> tags_;
    uint32_t root_ = 0;
};

/// `node` as one line of YAML that reads back to an equal tree (aliases written out).
std::string to_flow_text(const YamlNode& node);

} // namespace longtake
