// SPDX-License-Identifier: Apache-2.0
// Everything needed to make a take again, and to know that its files are whole: `receipt.json` beside them (design.md
// §3).
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/cache/file_checksum.h"
#include "core/cache/shot_key.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace longtake {

constexpr int64_t kReceiptVersion = 1;

/// Files of a take.
inline constexpr const char* kLatentsFile = "latents.safetensors";
inline constexpr const char* kFramesFile = "frames.mp4";
inline constexpr const char* kThumbFile = "thumb.jpg";

/// Where and with what the take was made: what the machine decides, not the film. Devices, formats and versions change
/// the last bits, a decoder in tiles the overlaps of the tiles, so it is not part of the key, or a film would be stale
/// on every smaller machine; `verify --render` makes the take again under the same conditions.
struct MadeWith {
    std::string program; ///< "longtake 0.1.0"
    std::string device;  ///< "cpu", "cuda:0"
    std::string dtype;   ///< "bfloat16"
    int64_t threads = 0;
    std::map<std::string, std::string> libraries; ///< name -> version
    std::vector<std::string> memory_savings;      ///< turned on when memory ran out: "tiled-decoder", "offloaded-parts"
    bool operator==(const MadeWith&) const = default;
};

struct Receipt {
    TakeId take;
    ShotId shot;
    int64_t serial = 0;     ///< order of making inside one film; clocks jump, this does not
    std::string created_at; ///< UTC, "2026-11-21T05:00:00Z"; for people and for trimming by age
    ShotRecipe recipe;
    std::string key; ///< shot_key(recipe)
    TakeId continues_from;
    std::string context_sha256; ///< of the latents file it continues from; empty where a sequence begins
    std::vector<int64_t> prompt_tokens;
    std::vector<int64_t> negative_tokens;
    MadeWith made_with;
    std::string safety; ///< level its text was held to; decides whether a take is made, not how: no part of the key
    double render_s = 0.0;
    std::map<std::string, FileChecksum> files; ///< by name: "latents.safetensors", "frames.mp4", "thumb.jpg"
    std::string latents_sha256;                ///< of the tensor's bytes alone, to compare with a take made again

    bool operator==(const Receipt&) const = default;
};

/// JSON with a checksum over itself, readable by people.
std::string to_json(const Receipt& receipt);

/// Refuses text that is no receipt, of another version, changed by hand or damaged, or whose key is not its recipe's.
Result<Receipt> parse_receipt(std::string_view json);

} // namespace longtake
