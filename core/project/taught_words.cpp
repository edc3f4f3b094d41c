// SPDX-License-Identifier: Apache-2.0
#include "core/project/taught_words.h"

#include "core/project/project_path.h"
#include "core/project/text_input.h"
#include "core/project/yaml_tree.h"

#include <set>
#include <system_error>
#include <utility>
#include <variant>

namespace longtake {

namespace {

constexpr uintmax_t kLargestVocabulary = 4 << 20;

class WordList {
public:
    void add(const YamlNode& list) {
        for (size_t i = 0; list.is_list() && i < list.size(); ++i) {
            const YamlNode item = list.item(i);
            if (item.is_map()) {
                add(item.find("say"));
            } else if (item.is_scalar() && !item.text().empty() && met_.insert(item.text()).second) {
                words.push_back(item.text());
            }
        }
    }

    std::vector<std::string> words;

private:
    std::set<std::string> met_;
};

} // namespace

Result<std::vector<std::string>> read_taught_words(const std::filesystem::path& model_folder) {
    const auto path = model_folder / "vocabulary.yaml";
    std::error_code failure;
    if (!std::filesystem::exists(path, failure)) {
        return std::vector<std::string>();
    }
    auto text = read_text(path, kLargestVocabulary);
    if (!text) {
        return model_error(text.error().message, text.error().hint);
    }
    const auto tree = YamlTree::parse(*std::move(text), utf8_from_path(path));
    if (const auto* problem = std::get_if<Problem>(&tree)) {
        return model_error(to_error(*problem).message, to_error(*problem).hint);
    }
    const YamlNode root = std::get<YamlTree>(tree).root();
    WordList list;
    for (size_t i = 0; root.is_map() && i < root.size(); ++i) {
        list.add(root.value(i));
    }
    return std::move(list.words);
}

} // namespace longtake
