// SPDX-License-Identifier: Apache-2.0
#include "core/project/yaml_tree.h"

#include "core/project/yaml_source.h"
#include "core/project/yaml_text.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <unordered_set>
#include <utility>

namespace longtake {

namespace {

/// YAML wants a key and its ':' within 1024 characters; escaped, a byte may take four.
constexpr size_t kLongestKey = 200;

} // namespace

/// Receives yaml-cpp's events in document order and grows the tree.
class YamlTreeBuilder : public YAML::EventHandler {
public:
    YamlTreeBuilder(YamlTree& tree, YamlSource& source, YamlLimits limits)
        : tree_(tree)
        , source_(source)
        , limits_(limits) {
        tree_.nodes_.emplace_back();
        tree_.tags_.emplace_back();
        costs_.push_back(0);
    }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(YamlNode::Kind::Null, mark, anchor, {}); }

    void
    OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
        YamlTree::Stored& node = tree_.nodes_[add(YamlNode::Kind::Scalar, mark, anchor, tag)];
        node.text = value;
        node.is_quoted = tag == "!";
    }

    void OnSequenceStart(const YAML::Mark& mark,
                         const std::string& tag,
                         YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(YamlNode::Kind::List, mark, anchor, tag);
    }

    void OnMapStart(const YAML::Mark& mark,
                    const std::string& tag,
                    YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(YamlNode::Kind::Map, mark, anchor, tag);
    }

    void OnSequenceEnd() override { close(); }

    void OnMapEnd() override {
        check_keys(tree_.nodes_[open_.back()]);
        close();
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto position = static_cast<size_t>(mark.pos);
        if (anchor >= anchors_.size() || anchors_[anchor] == 0) {
            throw YamlRefused{position, "an alias without an anchor", {}};
        }
        const uint32_t target = anchors_[anchor];
        if (std::find(open_.begin(), open_.end(), target) != open_.end()) {
            throw YamlRefused{position, "an alias to the very part of the file it stands in", {}};
        }
        source_.set_last_event(position);
        count(costs_[target], position);
        attach(target);
    }

private:
    uint32_t add(YamlNode::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag) {
        const auto position = static_cast<uint32_t>(std::max(0, mark.pos));
        source_.set_last_event(position);
        count(1, position);
        const auto index = static_cast<uint32_t>(tree_.nodes_.size());
        YamlTree::Stored& node = tree_.nodes_.emplace_back();
        costs_.push_back(1);
        node.kind = kind;
        node.position = position;
        if (!tag.empty() && tag != "?" && tag != "!") {
            node.tag = static_cast<uint32_t>(tree_.tags_.size());
            tree_.tags_.push_back(tag);
        }
        if (anchor != 0) {
            anchors_.resize(std::max<size_t>(anchors_.size(), anchor + 1), 0);
            anchors_[anchor] = index;
        }
        attach(index);
        return index;
    }

    void open(YamlNode::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag) {
        if (open_.size() >= limits_.deepest) {
            throw YamlRefused{static_cast<size_t>(std::max(0, mark.pos)),
                              "nested deeper than " + std::to_string(limits_.deepest) + " levels",
                              {}};
        }
        open_.push_back(add(kind, mark, anchor, tag));
        cost_at_open_.push_back(cost_);
    }

    void close() {
        costs_[open_.back()] = 1 + cost_ - cost_at_open_.back();
        open_.pop_back();
        cost_at_open_.pop_back();
    }

    void attach(uint32_t index) {
        if (open_.empty()) {
            tree_.root_ = index;
        } else {
            tree_.nodes_[open_.back()].children.push_back(index);
        }
    }

    void count(size_t nodes, size_t position) {
        cost_ += nodes;
        if (cost_ > limits_.most_nodes) {
            throw YamlRefused{
                position, "more than " + std::to_string(limits_.most_nodes) + " values, counting what aliases repeat",
                "This is no film anybody wrote."};
        }
    }

    void check_keys(const YamlTree::Stored& map) {
        std::unordered_set<std::string_view> seen;
        for (size_t i = 0; i < map.children.size(); i += 2) {
            const YamlTree::Stored& key = tree_.nodes_[map.children[i]];
            if (key.kind != YamlNode::Kind::Scalar) {
                throw YamlRefused{key.position, "a key that is not plain text", {}};
            }
            if (key.text.size() > kLongestKey) {
                throw YamlRefused{key.position, "a key longer than " + std::to_string(kLongestKey) + " bytes", {}};
            }
            if (key.text == "<<" && !key.is_quoted) {
                throw YamlRefused{key.position, "merge keys ('<<') are not part of the format",
                                  "Write the fields out."};
            }
            if (!seen.insert(key.text).second) {
                throw YamlRefused{key.position, "the key '" + key.text + "' is there twice", "Keep one of them."};
            }
        }
    }

    YamlTree& tree_;
    YamlSource& source_;
    YamlLimits limits_;
    std::vector<size_t> costs_;        ///< of each node: itself and all below, aliases counted as what they repeat
    std::vector<uint32_t> anchors_;    ///< anchor number -> node, 0 for none
    std::vector<uint32_t> open_;       ///< lists and maps not yet closed
    std::vector<size_t> cost_at_open_; ///< cost_ behind each of them
    size_t cost_ = 0;
};

YamlNode::Kind YamlNode::kind() const {
    return tree_->nodes_[index_].kind;
}
const std::string& YamlNode::text() const {
    return tree_->nodes_[index_].text;
}
bool YamlNode::is_quoted() const {
    return tree_->nodes_[index_].is_quoted;
}
const std::string& YamlNode::tag() const {
    return tree_->tags_[tree_->nodes_[index_].tag];
}
TextPlace YamlNode::place() const {
    return place_of(tree_->text_, tree_->nodes_[index_].position);
}

size_t YamlNode::size() const {
    const auto& children = tree_->nodes_[index_].children;
    return is_map() ? children.size() / 2 : children.size();
}

YamlNode YamlNode::item(size_t index) const {
    return {*tree_, tree_->nodes_[index_].children[index]};
}
YamlNode YamlNode::key(size_t index) const {
    return {*tree_, tree_->nodes_[index_].children[2 * index]};
}
YamlNode YamlNode::value(size_t index) const {
    return {*tree_, tree_->nodes_[index_].children[2 * index + 1]};
}

YamlNode YamlNode::find(std::string_view wanted) const {
    for (size_t index = 0; is_map() && index < size(); ++index) {
        if (key(index).text() == wanted) {
            return value(index);
        }
    }
    return {*tree_, 0};
}

std::variant<YamlTree, Problem> YamlTree::parse(std::string text, const std::string& file, YamlLimits limits) {
    YamlTree tree;
    tree.text_ = std::move(text);
    const auto refuse = [&](size_t position, const std::string& message, const std::string& hint) {
        return Problem{Problem::Severity::Error, file, place_of(tree.text_, position), {}, message, hint};
    };
    try {
        YamlSource buffer(tree.text_);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        YamlTreeBuilder builder(tree, buffer, limits);
        parser.HandleNextDocument(builder);
        YamlTree ignored;
        YamlTreeBuilder second(ignored, buffer, limits);
        if (parser.HandleNextDocument(second)) {
            return refuse(0, "the file holds more than one YAML document",
                          "Remove everything from the second '---' on.");
        }
    } catch (const YamlRefused& refused) {
        return refuse(refused.position, refused.message, refused.hint);
    } catch (const YAML::Exception& failure) {
        return refuse(static_cast<size_t>(std::max(0, failure.mark.pos)), failure.msg,
                      "This is where YAML can no longer be understood.");
    }
    return tree;
}

namespace {

/// A plain scalar stays plain so that a number stays a number; only what flow context forbids gets quotes.
std::string flow_scalar(const YamlNode& node) {
    const bool needs_quotes =
        node.is_quoted() || node.text().empty() || node.text().find_first_of(",?[]{}:#\n") != std::string::npos;
    return needs_quotes ? yaml_quoted(node.text()) : node.text();
}

} // namespace

std::string to_flow_text(const YamlNode& node) {
    std::string out = node.tag().empty() ? "" : "!<" + node.tag() + "> ";
    switch (node.kind()) {
    case YamlNode::Kind::Null: return out + "null";
    case YamlNode::Kind::Scalar: return out + flow_scalar(node);
    case YamlNode::Kind::List:
        out += "[";
        for (size_t i = 0; i < node.size(); ++i) {
            out += (i == 0 ? "" : ", ") + to_flow_text(node.item(i));
        }
        return out + "]";
    case YamlNode::Kind::Map:
        out += "{";
        for (size_t i = 0; i < node.size(); ++i) {
            out += (i == 0 ? "" : ", ") + flow_scalar(node.key(i)) + ": " + to_flow_text(node.value(i));
        }
        return out + "}";
    }
    return out;
}

} // namespace longtake
