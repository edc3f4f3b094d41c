// SPDX-License-Identifier: Apache-2.0
// The two spellings of an H.264 stream: with start codes (ITU-T H.264 Annex B, what encoders give) and with lengths
// (ISO/IEC 14496-15 `avcC`, what files hold). Both can be compared, and the second turned into the first in place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace longtake {

/// The parameter sets (SPS, then PPS) in a decoder's set-up bytes of either spelling, without start codes or lengths.
/// Nothing when the bytes are neither.
std::optional<std::vector<std::vector<uint8_t>>> avc_parameter_sets(std::span<const uint8_t> extradata);

/// Replaces each 4-byte length of a sample by a start code. False when the lengths do not add up; then some are
/// replaced.
bool lengths_to_start_codes(std::span<uint8_t> sample);

} // namespace longtake
