// SPDX-License-Identifier: Apache-2.0
// Words after the verb, read against a declared list of options: `--name value`, `--name=value`, `-o value`, flags.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

/// One option of a verb. `value_name` empty means a flag without a value.
struct Option {
    std::string name; // "--seed" or "-o"
    std::string value_name;
    std::string help;
};

/// What the person typed, already checked against the options of the verb.
class Arguments {
public:
    /// Refuses unknown options, missing values, options given twice and a wrong number of positionals.
    static Result<Arguments> parse(const std::vector<std::string>& words,
                                   const std::vector<Option>& options,
                                   size_t least_positionals,
                                   size_t most_positionals);

    const std::vector<std::string>& positionals() const { return positionals_; }
    bool has(const std::string& name) const { return values_.contains(name); }
    std::optional<std::string> text(const std::string& name) const;
    std::string text_or(const std::string& name, const std::string& otherwise) const;
    /// `otherwise` when the option is absent; an error naming the option when it is no number in [least, most].
    Result<int64_t> whole_or(const std::string& name, int64_t otherwise, int64_t least, int64_t most) const;
    Result<double> number_or(const std::string& name, double otherwise, double least, double most) const;

private:
    std::map<std::string, std::string> values_;
    std::vector<std::string> positionals_;
};

} // namespace longtake
