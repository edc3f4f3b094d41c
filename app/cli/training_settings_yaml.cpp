// SPDX-License-Identifier: Apache-2.0
#include "app/cli/training_settings.h"

#include "core/project/text_input.h"
#include "core/project/yaml_tree.h"
#include "core/weights/json.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace longtake {

namespace {

constexpr uintmax_t kMostBytes = 1 << 20;

/// What an unquoted word means (YAML 1.2 core schema): null, a truth value, a number, else text.
Json json_from_word(const std::string& word) {
    if (word.empty() || word == "~" || word == "null") {
        return nullptr;
    }
    if (word == "true" || word == "false") {
        return word == "true";
    }
    const bool may_be_number = word.find_first_not_of("+-.0123456789eE") == std::string::npos &&
                               word.find_first_of("0123456789") != std::string::npos;
    if (may_be_number) {
        size_t read = 0;
        try {
            if (word.find_first_of(".eE") == std::string::npos) {
                const int64_t whole = std::stoll(word, &read);
                if (read == word.size()) {
                    return whole;
                }
            } else if (const double number = std::stod(word, &read); read == word.size() && std::isfinite(number)) {
                return number;
            }
        } catch (const std::exception&) {
            return word; // too large for a number; whoever asks for one refuses the text by key
        }
    }
    return word;
}

Json json_from(const YamlNode& node) {
    switch (node.kind()) {
    case YamlNode::Kind::Null: return nullptr;
    case YamlNode::Kind::Scalar: return node.is_quoted() ? Json(node.text()) : json_from_word(node.text());
    case YamlNode::Kind::List: {
        Json list = Json::array();
        for (size_t i = 0; i < node.size(); ++i) {
            list.push_back(json_from(node.item(i)));
        }
        return list;
    }
    case YamlNode::Kind::Map: {
        Json map = Json::object();
        for (size_t i = 0; i < node.size(); ++i) {
            map[node.key(i).text()] = json_from(node.value(i));
        }
        return map;
    }
    }
    return nullptr;
}

} // namespace

Result<TrainConfig> read_training_settings(const std::filesystem::path& path) {
    if (path.extension() != ".yaml" && path.extension() != ".yml") {
        return read_train_config(path);
    }
    auto text = read_text(path, kMostBytes);
    if (!text) {
        return bad_input(text.error().message, text.error().hint);
    }
    const auto tree = YamlTree::parse(std::move(*text), path.string());
    if (const auto* problem = std::get_if<Problem>(&tree)) {
        return to_error(*problem);
    }
    return train_config_from(json_from(std::get<YamlTree>(tree).root()), path.string());
}

} // namespace longtake
