// SPDX-License-Identifier: Apache-2.0
// A struct's fields as a table: key, kind, meaning, how to read and how to write. Reader, writer and reference page
// walk the same table, so that none of them can forget a field.
#pragma once

#include "core/project/problem.h"
#include "core/project/yaml_text.h"
#include "core/project/yaml_tree.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace longtake {

/// Where a reader stands: collects problems, each with the field it belongs to. Reading goes on behind a problem.
class Reading {
public:
    /// `is_lenient`: problems of reading become warnings and the field keeps its default (files of a newer version).
    Reading(std::string file, bool is_lenient)
        : file_(std::move(file))
        , is_lenient_(is_lenient) {}

    void problem(const YamlNode& node, std::string message, std::string hint = {});
    /// While it lives, problems belong to the field `name` of the field before. `name` is ".key" or "[3]".
    class Scope {
    public:
        Scope(Reading& reading, const std::string& name)
            : reading_(reading)
            , length_(reading.field_.size()) {
            reading.field_ += reading.field_.empty() && name.starts_with('.') ? name.substr(1) : name;
        }
        ~Scope() { reading_.field_.resize(length_); }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

    private:
        Reading& reading_;
        size_t length_;
    };

    const std::string& file() const { return file_; }
    std::vector<Problem> problems;

private:
    std::string file_;
    std::string field_;
    bool is_lenient_;
};

/// Each sets `value` or records a problem and leaves it.
void read_value(Reading& reading, const YamlNode& node, std::string& value);
void read_value(Reading& reading, const YamlNode& node, int64_t& value);
/// Finite numbers only.
void read_value(Reading& reading, const YamlNode& node, double& value);
void read_value(Reading& reading, const YamlNode& node, bool& value);
/// Whether the node is a map (list); else records a problem.
bool expect_map(Reading& reading, const YamlNode& node);
bool expect_list(Reading& reading, const YamlNode& node);

void write_value(YamlWriter& writer, std::string_view key, const std::string& value);
void write_value(YamlWriter& writer, std::string_view key, int64_t value);
void write_value(YamlWriter& writer, std::string_view key, double value);
void write_value(YamlWriter& writer, std::string_view key, bool value);

/// The shortest decimal that reads back to the same double, whatever the locale.
std::string number_text(double value);

template <typename Owner> struct Field {
    std::string_view key;
    std::string_view kind;    ///< what may stand there, for the reference page: "whole number, 1 to 1000"
    std::string_view meaning; ///< one sentence, for the reference page
    void (*read)(Reading&, const YamlNode&, Owner&);
    void (*write)(YamlWriter&, std::string_view key, const Owner&); ///< writes nothing when the value is the default
};

/// Reads every entry of `node` by its field; keys without a field go to `unknown` as YAML text. A null value means
/// absent.
template <typename Owner>
void read_fields(Reading& reading,
                 const YamlNode& node,
                 std::span<const Field<Owner>> fields,
                 Owner& owner,
                 std::map<std::string, std::string>& unknown) {
    if (!expect_map(reading, node)) {
        return;
    }
    for (size_t i = 0; i < node.size(); ++i) {
        const std::string& key = node.key(i).text();
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&](const Field<Owner>& known) { return known.key == key; });
        if (field == fields.end()) {
            unknown[key] = to_flow_text(node.value(i));
        } else if (!node.value(i).is_null()) {
            const Reading::Scope scope(reading, "." + key);
            field->read(reading, node.value(i), owner);
        }
    }
}

template <typename Owner>
void write_fields(YamlWriter& writer,
                  std::span<const Field<Owner>> fields,
                  const Owner& owner,
                  const std::map<std::string, std::string>& unknown) {
    for (const Field<Owner>& field : fields) {
        field.write(writer, field.key, owner);
    }
    for (const auto& [key, value] : unknown) {
        writer.raw(key, value);
    }
}

template <typename> struct MemberOf;
template <typename Owner_, typename Value_> struct MemberOf<Value_ Owner_::*> {
    using Owner = Owner_;
    using Value = Value_;
};

/// A field that is a member read and written by read_value and write_value; not written while it has its default.
template <auto kMember>
constexpr auto plain_field(std::string_view key, std::string_view kind, std::string_view meaning) {
    using Owner = typename MemberOf<decltype(kMember)>::Owner;
    using Value = typename MemberOf<decltype(kMember)>::Value;
    return Field<Owner>{
        key, kind, meaning,
        [](Reading& reading, const YamlNode& node, Owner& owner) { read_value(reading, node, owner.*kMember); },
        [](YamlWriter& writer, std::string_view name, const Owner& owner) {
            static const Value kDefault = Owner{}.*kMember;
            if (owner.*kMember != kDefault) {
                write_value(writer, name, owner.*kMember);
            }
        }};
}

/// The same for a std::optional member.
template <auto kMember>
constexpr auto optional_field(std::string_view key, std::string_view kind, std::string_view meaning) {
    using Owner = typename MemberOf<decltype(kMember)>::Owner;
    using Value = typename MemberOf<decltype(kMember)>::Value::value_type;
    return Field<Owner>{key, kind, meaning,
                        [](Reading& reading, const YamlNode& node, Owner& owner) {
                            Value value{};
                            const size_t before = reading.problems.size();
                            read_value(reading, node, value);
                            if (reading.problems.size() == before) {
                                owner.*kMember = value;
                            }
                        },
                        [](YamlWriter& writer, std::string_view name, const Owner& owner) {
                            if (owner.*kMember) {
                                write_value(writer, name, *(owner.*kMember));
                            }
                        }};
}

} // namespace longtake
