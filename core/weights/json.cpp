// SPDX-License-Identifier: Apache-2.0
#include "core/weights/json.h"

#include "core/base/atomic_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

namespace longtake {

namespace {

constexpr size_t kProblemsKept = 10;
constexpr size_t kValueShown = 60;

/// Walks the text without building anything and stops at the first broken limit, so that the later build is bounded.
class LimitCheck : public nlohmann::json_sax<Json> {
public:
    explicit LimitCheck(const JsonLimits& limits)
        : limits_(limits) {}

    const std::string& problem() const { return problem_; }

    bool null() override { return count(); }
    bool boolean(bool /*value*/) override { return count(); }
    bool number_integer(number_integer_t /*value*/) override { return count(); }
    bool number_unsigned(number_unsigned_t /*value*/) override { return count(); }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return count(); }
    bool string(string_t& /*value*/) override { return count(); }
    bool binary(binary_t& /*value*/) override { return count(); }
    bool start_array(size_t /*elements*/) override { return open(); }
    bool end_array() override { return close(); }
    bool start_object(size_t /*elements*/) override { return open(); }
    bool end_object() override { return close(); }

    bool key(string_t& name) override {
        if (!keys_.back().insert(name).second) {
            return fail("the key \"" + name.substr(0, kValueShown) + "\" appears twice");
        }
        return count();
    }

    bool
    parse_error(size_t position, const std::string& /*token*/, const nlohmann::detail::exception& failure) override {
        // The library's text starts with "[json.exception...] parse error at line 1, column 2: ".
        const std::string text = failure.what();
        const size_t start = text.find(": ");
        return fail("no valid JSON at byte " + std::to_string(position) + ": " +
                    (start == std::string::npos ? text : text.substr(start + 2)));
    }

private:
    bool fail(std::string problem) {
        problem_ = std::move(problem);
        return false;
    }

    bool count() {
        if (++values_ > limits_.values) {
            return fail("it holds more than " + std::to_string(limits_.values) + " values");
        }
        return true;
    }

    bool open() {
        keys_.emplace_back();
        if (keys_.size() > static_cast<size_t>(limits_.depth)) {
            return fail("it is nested deeper than " + std::to_string(limits_.depth) + " levels");
        }
        return count();
    }

    bool close() {
        keys_.pop_back();
        return true;
    }

    JsonLimits limits_;
    size_t values_ = 0;
    std::vector<std::unordered_set<std::string>> keys_;
    std::string problem_;
};

std::string range_text(auto least, auto most) {
    Json low = least;
    Json high = most;
    return low.dump() + " to " + high.dump();
}

std::string shown(const Json& value) {
    std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    return text.size() <= kValueShown ? text : text.substr(0, kValueShown) + "...";
}

bool is_whole_in(const Json& value, int64_t least, int64_t most) {
    if (value.is_number_unsigned() && value.get<uint64_t>() > static_cast<uint64_t>(INT64_MAX)) {
        return false;
    }
    return value.is_number_integer() && value.get<int64_t>() >= least && value.get<int64_t>() <= most;
}

bool is_number_in(const Json& value, double least, double most) {
    return value.is_number() && std::isfinite(value.get<double>()) && value.get<double>() >= least &&
           value.get<double>() <= most;
}

bool is_list(const Json& value, size_t most_count, auto&& is_item) {
    return value.is_array() && value.size() <= most_count && std::all_of(value.begin(), value.end(), is_item);
}

/// `text` with the names Python gives to numbers that are not finite put into quotes, outside of texts.
std::string quote_python_constants(std::string_view text) {
    constexpr std::array<std::string_view, 3> kNames = {"NaN", "Infinity", "-Infinity"};
    std::string quoted;
    quoted.reserve(text.size());
    bool is_in_text = false;
    for (size_t i = 0; i < text.size();) {
        const auto name = std::find_if(kNames.begin(), kNames.end(),
                                       [&](std::string_view one) { return text.substr(i).starts_with(one); });
        if (!is_in_text && name != kNames.end()) {
            quoted.append("\"").append(*name).append("\"");
            i += name->size();
            continue;
        }
        if (text[i] == '"') {
            is_in_text = !is_in_text;
        } else if (is_in_text && text[i] == '\\' && i + 1 < text.size()) {
            quoted += text[i++];
        }
        quoted += text[i++];
    }
    return quoted;
}

} // namespace

Result<Json> parse_json(std::string_view text, const std::string& origin, const JsonLimits& limits) {
    const auto refuse = [&](const std::string& problem) {
        return model_error(origin + ": " + problem, "Download or write the file again.");
    };
    if (text.size() > limits.bytes) {
        return refuse("it is larger than " + std::to_string(limits.bytes) + " bytes");
    }
    // The library takes a NUL byte for the end of the text and would not see what follows it.
    if (text.find('\0') != std::string_view::npos) {
        return refuse("it contains a NUL byte");
    }
    if (limits.reads_python_constants) {
        JsonLimits strict = limits;
        strict.reads_python_constants = false;
        strict.bytes += text.size(); // quotes make it longer
        return parse_json(quote_python_constants(text), origin, strict);
    }
    LimitCheck check(limits);
    if (!Json::sax_parse(text.begin(), text.end(), &check)) {
        return refuse(check.problem());
    }
    return Json::parse(text.begin(), text.end());
}

Result<Json> read_json_file(const std::filesystem::path& path, const JsonLimits& limits) {
    const auto text = read_file(path, limits.bytes);
    if (!text) {
        return Error{ErrorCode::Model, text.error().message, text.error().hint};
    }
    return parse_json(*text, path.string(), limits);
}

Result<void> write_json_file(const std::filesystem::path& path, const Json& value) {
    return write_file_atomically(path, value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

ConfigReader::ConfigReader(const Json& config, std::string origin)
    : config_(config)
    , origin_(std::move(origin)) {
    require(config.is_object(), "it is not a JSON object");
}

bool ConfigReader::has(const std::string& key) const {
    return find(key) != nullptr;
}

const Json* ConfigReader::find(const std::string& key) const {
    if (!config_.is_object()) {
        return nullptr;
    }
    const auto found = config_.find(key);
    return found == config_.end() || found->is_null() ? nullptr : &*found;
}

void ConfigReader::refuse(const std::string& key, const Json& value, const std::string& expected) {
    require(false, key + " is " + shown(value) + ", expected " + expected);
}

void ConfigReader::require(bool is_met, const std::string& problem) {
    if (!is_met && problems_.size() < kProblemsKept) {
        problems_.push_back(problem);
    }
}

int64_t ConfigReader::whole(const std::string& key, int64_t otherwise, int64_t least, int64_t most) {
    return optional_whole(key, least, most).value_or(otherwise);
}

std::optional<int64_t> ConfigReader::optional_whole(const std::string& key, int64_t least, int64_t most) {
    const Json* value = find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!is_whole_in(*value, least, most)) {
        refuse(key, *value, "a whole number from " + range_text(least, most));
        return std::nullopt;
    }
    return value->get<int64_t>();
}

double ConfigReader::number(const std::string& key, double otherwise, double least, double most) {
    const Json* value = find(key);
    if (value == nullptr) {
        return otherwise;
    }
    if (!is_number_in(*value, least, most)) {
        refuse(key, *value, "a number from " + range_text(least, most));
        return otherwise;
    }
    return value->get<double>();
}

bool ConfigReader::boolean(const std::string& key, bool otherwise) {
    const Json* value = find(key);
    if (value == nullptr) {
        return otherwise;
    }
    if (!value->is_boolean()) {
        refuse(key, *value, "true or false");
        return otherwise;
    }
    return value->get<bool>();
}

std::string
ConfigReader::text(const std::string& key, const std::string& otherwise, const std::vector<std::string>& allowed) {
    const Json* value = find(key);
    if (value == nullptr) {
        return otherwise;
    }
    if (!value->is_string()) {
        refuse(key, *value, "a text");
        return otherwise;
    }
    const auto read = value->get<std::string>();
    if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), read) == allowed.end()) {
        std::string choices;
        for (const std::string& choice : allowed) {
            choices += (choices.empty() ? "" : ", ") + choice;
        }
        refuse(key, *value, "one of " + choices);
        return otherwise;
    }
    return read;
}

std::vector<int64_t> ConfigReader::wholes(
    const std::string& key, const std::vector<int64_t>& otherwise, int64_t least, int64_t most, size_t most_count) {
    const Json* value = find(key);
    if (value == nullptr) {
        return otherwise;
    }
    if (!is_list(*value, most_count, [&](const Json& item) { return is_whole_in(item, least, most); })) {
        refuse(key, *value, "at most " + std::to_string(most_count) + " whole numbers from " + range_text(least, most));
        return otherwise;
    }
    return value->get<std::vector<int64_t>>();
}

std::vector<double> ConfigReader::numbers(
    const std::string& key, const std::vector<double>& otherwise, double least, double most, size_t most_count) {
    const Json* value = find(key);
    if (value == nullptr) {
        return otherwise;
    }
    if (!is_list(*value, most_count, [&](const Json& item) { return is_number_in(item, least, most); })) {
        refuse(key, *value, "at most " + std::to_string(most_count) + " numbers from " + range_text(least, most));
        return otherwise;
    }
    return value->get<std::vector<double>>();
}

std::vector<bool>
ConfigReader::booleans(const std::string& key, const std::vector<bool>& otherwise, size_t most_count) {
    const Json* value = find(key);
    if (value == nullptr) {
        return otherwise;
    }
    if (!is_list(*value, most_count, [](const Json& item) { return item.is_boolean(); })) {
        refuse(key, *value, "at most " + std::to_string(most_count) + " of true or false");
        return otherwise;
    }
    return value->get<std::vector<bool>>();
}

Result<void> ConfigReader::finish() const {
    if (problems_.empty()) {
        return {};
    }
    std::string message = origin_ + ": ";
    for (const std::string& problem : problems_) {
        message += (problem == problems_.front() ? "" : "; ") + problem;
    }
    return model_error(
        message,
        "Longtake does not run models outside these ranges; check that the file is the one that was published.");
}

} // namespace longtake
