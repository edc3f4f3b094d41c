// SPDX-License-Identifier: Apache-2.0
// Identifiers that cannot be mixed up: a ShotId is not a TakeId, though both are short texts.
#pragma once

#include <compare>
#include <string>

namespace longtake {

template <typename Tag> struct Id {
    std::string value;

    auto operator<=>(const Id&) const = default;
    bool is_empty() const { return value.empty(); }
};

using ShotId = Id<struct ShotTag>;
using SceneId = Id<struct SceneTag>;
using TakeId = Id<struct TakeTag>;
using JobId = Id<struct JobTag>;

} // namespace longtake
