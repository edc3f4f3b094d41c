// SPDX-License-Identifier: Apache-2.0
// The text of a document as the stream yaml-cpp reads, with a bound on how far it may read ahead. yaml-cpp keeps every
// token of a flow list in a queue until the list ends, for the list could turn out to be a key: 32 MB of '[' would take
// 7 GB.
#pragma once

#include <cstddef>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace longtake {

/// Thrown through yaml-cpp: the document breaks a limit at byte `position`.
struct YamlRefused {
    size_t position;
    std::string message;
    std::string hint;
};

/// Hands `text` out in pieces, and only while few signs that could begin a token lie between the last event and the
/// reader; else throws YamlRefused. `text` must outlive it.
class YamlSource : public std::streambuf {
public:
    explicit YamlSource(std::string_view text);

    /// The parser has made an event of what begins at `position`.
    void set_last_event(size_t position) { last_event_ = position; }

protected:
    int_type underflow() override;

private:
    std::string_view text_;
    std::vector<size_t> signs_; ///< in the text up to the end of each piece
    size_t given_ = 0;
    size_t last_event_ = 0;
};

} // namespace longtake
