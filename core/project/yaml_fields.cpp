// SPDX-License-Identifier: Apache-2.0
#include "core/project/yaml_fields.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace longtake {

namespace {

std::string shown(const YamlNode& node) {
    switch (node.kind()) {
    case YamlNode::Kind::Null: return "nothing";
    case YamlNode::Kind::List: return "a list";
    case YamlNode::Kind::Map: return "a map";
    case YamlNode::Kind::Scalar: break;
    }
    constexpr size_t kMostShown = 40;
    std::string text = node.text();
    if (text.size() > kMostShown) {
        size_t end = kMostShown;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
            --end;
        }
        text.resize(end);
        text += "...";
    }
    return yaml_quoted(text);
}

template <typename Number> std::optional<Number> parse_number(const std::string& text) {
    const std::string_view digits = text.starts_with('+') ? std::string_view(text).substr(1) : std::string_view(text);
    Number value{};
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failure != std::errc{} || end != digits.data() + digits.size() || digits.empty()) {
        return std::nullopt;
    }
    return value;
}

} // namespace

void Reading::problem(const YamlNode& node, std::string message, std::string hint) {
    const auto severity = is_lenient_ ? Problem::Severity::Warning : Problem::Severity::Error;
    problems.push_back({severity, file_, node.place(), field_, std::move(message), std::move(hint)});
}

void read_value(Reading& reading, const YamlNode& node, std::string& value) {
    if (!node.is_scalar()) {
        reading.problem(node, shown(node) + " is no text", "Put text with unusual signs between quotes.");
        return;
    }
    value = node.text();
}

void read_value(Reading& reading, const YamlNode& node, int64_t& value) {
    const auto number = node.is_scalar() ? parse_number<int64_t>(node.text()) : std::nullopt;
    if (!number) {
        reading.problem(node, shown(node) + " is no whole number");
        return;
    }
    value = *number;
}

void read_value(Reading& reading, const YamlNode& node, double& value) {
    const auto number = node.is_scalar() ? parse_number<double>(node.text()) : std::nullopt;
    if (!number || !std::isfinite(*number)) {
        reading.problem(node, shown(node) + " is no number");
        return;
    }
    value = *number;
}

void read_value(Reading& reading, const YamlNode& node, bool& value) {
    const bool is_true = node.is_scalar() && (node.text() == "true" || node.text() == "yes");
    const bool is_false = node.is_scalar() && (node.text() == "false" || node.text() == "no");
    if (!is_true && !is_false) {
        reading.problem(node, shown(node) + " is neither true nor false");
        return;
    }
    value = is_true;
}

bool expect_map(Reading& reading, const YamlNode& node) {
    if (!node.is_map()) {
        reading.problem(node, "expected 'key: value' lines, found " + shown(node));
    }
    return node.is_map();
}

bool expect_list(Reading& reading, const YamlNode& node) {
    if (!node.is_list()) {
        reading.problem(node, "expected a list ('- ' in front of each entry), found " + shown(node));
    }
    return node.is_list();
}

void write_value(YamlWriter& writer, std::string_view key, const std::string& value) {
    writer.text(key, value);
}
void write_value(YamlWriter& writer, std::string_view key, int64_t value) {
    writer.raw(key, std::to_string(value));
}
void write_value(YamlWriter& writer, std::string_view key, double value) {
    writer.raw(key, number_text(value));
}
void write_value(YamlWriter& writer, std::string_view key, bool value) {
    writer.raw(key, value ? "true" : "false");
}

std::string number_text(double value) {
    std::array<char, 32> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), written.ptr};
}

} // namespace longtake
