// SPDX-License-Identifier: Apache-2.0
// The format of .t2vproj as tables: every key of every section with its kind and meaning (yaml_fields.h).
#pragma once

#include "core/project/project.h"
#include "core/project/yaml_fields.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace longtake {

/// The version this program writes, and the newest it reads in full.
inline constexpr int64_t kFormatVersion = 1;

/// One entry of the section `takes`: what the project keeps about a take, gathered from its two maps.
struct TakeEntry {
    TakeRating rating;
    ShotId deleted_from; ///< empty: not deleted
};

std::span<const Field<Project>> film_fields();
std::span<const Field<Look>> look_fields();
std::span<const Field<Character>> character_fields();
std::span<const Field<Scene>> scene_fields();
std::span<const Field<Shot>> shot_fields();
std::span<const Field<Seam>> seam_fields();
std::span<const Field<Keyframe>> keyframe_fields();
std::span<const Field<TakeEntry>> take_fields();

std::string_view to_string(SeamKind kind);
std::optional<SeamKind> parse_seam_kind(std::string_view text);

/// "2 s", "1.5s", "2 seconds", "33 frames" or "33f"; nothing for other texts.
std::optional<ShotLength> parse_length(std::string_view text);
/// "2 s" or "33 frames": what parse_length reads back to the same value.
std::string to_string(const ShotLength& length);
/// "0.5 s" as seconds.
std::optional<double> parse_seconds(std::string_view text);

} // namespace longtake
