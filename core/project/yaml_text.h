// SPDX-License-Identifier: Apache-2.0
// Writing YAML for people: plain words where nothing can be misread, blocks for paragraphs, quotes with escapes for all
// else. Every text without a zero byte reads back byte for byte.
#pragma once

#include <string>
#include <string_view>

namespace longtake {

/// A scalar that reads back as exactly `text` and never as null, a number or a truth value: plain if possible, else
/// quoted. One line. `is_in_flow`: inside [] or {}, where more signs need quotes.
std::string yaml_scalar(std::string_view text, bool is_in_flow = false);

/// Always double-quoted.
std::string yaml_quoted(std::string_view text);

/// Whether a plain scalar of this text is a string for every YAML reader.
bool is_plain_safe(std::string_view text, bool is_in_flow);

/// Appends indented lines to a growing document.
class YamlWriter {
public:
    /// "# text"; several lines become several comments. Empty: an empty line.
    void comment(std::string_view text);
    void blank_line();
    /// `key: value`; `value` is YAML already.
    void raw(std::string_view key, std::string_view value);
    /// `key: text`, as a block when it has several lines that a block can hold.
    void text(std::string_view key, std::string_view value);
    /// `key:` whose content follows, indented, until end().
    void begin(std::string_view key);
    /// `- ` whose first field follows on the same line, until end().
    void begin_item();
    void end();
    std::string take();

private:
    void start_line();

    std::string out_;
    int depth_ = 0;
    bool is_item_start_ = false; ///< "- " is written, the next key belongs behind it
};

} // namespace longtake
