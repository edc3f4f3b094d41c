// SPDX-License-Identifier: Apache-2.0
// Strict JSON for files that come from elsewhere: size, depth and count limits, no duplicate keys, no comments, nothing
// after the value. ConfigReader takes values out of a config by key with a range each and reports every problem at
// once.
#pragma once

#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longtake {

/// Keys come out sorted, as diffusers writes its configs.
using Json = nlohmann::json;

struct JsonLimits {
    size_t bytes = size_t{64} << 20; ///< the index of a large sharded model is about 1 MiB, tokenizer.json 17 MiB
    int depth = 32;                  ///< nested arrays and objects
    size_t values = 4'000'000;       ///< numbers, texts, keys, arrays, objects altogether
    /// Python writes NaN, Infinity and -Infinity, which are no JSON (diffusers: "lambda_min_clipped": -Infinity). Read
    /// them as texts of those names: whoever asks for a number there refuses by key, and keys nobody asks for do no
    /// harm.
    bool reads_python_constants = false;
};

/// `origin` (a path) names the text in errors. Numbers outside 64 bits become doubles; NaN and Infinity are no JSON.
/// Errors: ErrorCode::Model.
Result<Json> parse_json(std::string_view text, const std::string& origin, const JsonLimits& limits = {});
/// A missing or unreadable file is ErrorCode::Model too: JSON here always belongs to a model.
Result<Json> read_json_file(const std::filesystem::path& path, const JsonLimits& limits = {});
/// Two spaces of indentation and a final newline, written atomically.
Result<void> write_json_file(const std::filesystem::path& path, const Json& value);

/// Reads a config object key by key. Every getter returns a usable value; the first ten problems are kept and come out
/// of finish(), so a family reads all its fields in a row and checks once. A key whose value is null counts as absent.
class ConfigReader {
public:
    /// `config` must outlive the reader. `origin` names the file.
    ConfigReader(const Json& config, std::string origin);

    bool has(const std::string& key) const;
    int64_t whole(const std::string& key, int64_t otherwise, int64_t least, int64_t most);
    std::optional<int64_t> optional_whole(const std::string& key, int64_t least, int64_t most);
    double number(const std::string& key, double otherwise, double least, double most);
    bool boolean(const std::string& key, bool otherwise);
    std::string
    text(const std::string& key, const std::string& otherwise, const std::vector<std::string>& allowed = {});
    std::vector<int64_t> wholes(const std::string& key,
                                const std::vector<int64_t>& otherwise,
                                int64_t least,
                                int64_t most,
                                size_t most_count = 64);
    std::vector<double> numbers(const std::string& key,
                                const std::vector<double>& otherwise,
                                double least,
                                double most,
                                size_t most_count = 4096);
    std::vector<bool> booleans(const std::string& key, const std::vector<bool>& otherwise, size_t most_count = 64);

    /// A rule between fields ("heads must divide width"); kept like any other problem.
    void require(bool is_met, const std::string& problem);
    /// Success, or one Error (ErrorCode::Model) naming the file and each key with its value and allowed range.
    Result<void> finish() const;

private:
    const Json* find(const std::string& key) const;
    void refuse(const std::string& key, const Json& value, const std::string& expected);

    const Json& config_;
    std::string origin_;
    std::vector<std::string> problems_;
};

} // namespace longtake
