// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace longtake {

namespace {

template <typename Number>
Result<Number> parse_number(const std::string& name, std::string_view text, Number least, Number most) {
    Number value{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_read = failure == std::errc{} && end == text.data() + text.size() && !text.empty();
    if (!is_read || !(value >= least && value <= most)) {
        return bad_input(name + " " + std::string(text) + " is not a number from " + std::to_string(least) + " to " +
                         std::to_string(most));
    }
    return value;
}

} // namespace

Result<Arguments> Arguments::parse(const std::vector<std::string>& words,
                                   const std::vector<Option>& options,
                                   size_t least_positionals,
                                   size_t most_positionals) {
    Arguments read;
    bool only_positionals = false;
    for (size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (only_positionals || word.size() < 2 || word[0] != '-') {
            read.positionals_.push_back(word);
            continue;
        }
        if (word == "--") {
            only_positionals = true;
            continue;
        }
        const size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
        const std::string name = word.substr(0, equals);
        const auto option =
            std::find_if(options.begin(), options.end(), [&](const Option& known) { return known.name == name; });
        if (option == options.end()) {
            return bad_input("unknown option " + name, "See --help for the options of this command.");
        }
        if (read.has(name)) {
            return bad_input("option " + name + " is given twice");
        }
        std::string value;
        if (option->value_name.empty()) {
            if (equals != std::string::npos) {
                return bad_input("option " + name + " takes no value");
            }
        } else if (equals != std::string::npos) {
            value = word.substr(equals + 1);
        } else if (i + 1 < words.size()) {
            value = words[++i];
        } else {
            return bad_input("option " + name + " needs a value: " + option->value_name);
        }
        read.values_[name] = value;
    }
    if (read.positionals_.size() < least_positionals || read.positionals_.size() > most_positionals) {
        return bad_input("expected " + std::to_string(least_positionals) +
                             (most_positionals == least_positionals ? "" : " to " + std::to_string(most_positionals)) +
                             " argument(s), got " + std::to_string(read.positionals_.size()),
                         "See --help for how to call this command.");
    }
    return read;
}

std::optional<std::string> Arguments::text(const std::string& name) const {
    const auto found = values_.find(name);
    if (found == values_.end()) {
        return std::nullopt;
    }
    return found->second;
}

std::string Arguments::text_or(const std::string& name, const std::string& otherwise) const {
    return text(name).value_or(otherwise);
}

Result<int64_t> Arguments::whole_or(const std::string& name, int64_t otherwise, int64_t least, int64_t most) const {
    const auto given = text(name);
    return given ? parse_number<int64_t>(name, *given, least, most) : Result<int64_t>(otherwise);
}

Result<double> Arguments::number_or(const std::string& name, double otherwise, double least, double most) const {
    const auto given = text(name);
    return given ? parse_number<double>(name, *given, least, most) : Result<double>(otherwise);
}

} // namespace longtake
