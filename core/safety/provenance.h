// SPDX-License-Identifier: Apache-2.0
// How a video was made, inside the video: a machine-readable mark that a model made it (IPTC digital source type, as
// the EU AI Act's article 50 and others ask), and the recipe of every shot. The recipe may be left out; the mark is on
// by default.
#pragma once

#include "core/base/result.h"
#include "core/media/encoder_options.h"
#include "core/media/file_marks.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace longtake {

/// The IPTC term for media that a trained model made.
inline constexpr const char* kTrainedAlgorithmicMedia =
    "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

/// One shot as it stands in the file.
struct ShotProvenance {
    std::string id;
    int64_t start_frame = 0; ///< of the file
    int64_t frames = 0;
    std::string seam; ///< "cut", "continue", "dissolve"
    std::string take;
    std::string key;
    std::string prompt;
    std::string negative;
    int64_t seed = 0;
    int64_t steps = 0;
    double guidance = 0.0;
    std::string sampler;
    std::vector<std::string> memory_savings{}; ///< as in the receipt: "tiled-decoder", "offloaded-parts"
    bool operator==(const ShotProvenance&) const = default;
};

struct Provenance {
    std::string program = "Longtake"; ///< with its version, where it is known
    std::string title;
    std::string model;
    std::string model_hash;
    std::string source_type = kTrainedAlgorithmicMedia; ///< empty: the file says nothing about it
    std::vector<ShotProvenance> shots;                  ///< empty: the recipe was left out
    bool operator==(const Provenance&) const = default;
};

/// The comment (JSON) and the XMP packet that say so.
FileMarks to_marks(const Provenance& provenance);

/// Puts the marks of `provenance` into what an encoder writes: comment, title, XMP and a tag for containers without
/// XMP.
void add_provenance(EncoderSettings& settings, const Provenance& provenance);

/// Reads the marks of any program back. Refuses files without any mark, and comments that are not Longtake's; then the
/// error says whether the file is marked as made by a model all the same.
Result<Provenance> read_provenance(const std::filesystem::path& file);
Result<Provenance> parse_provenance(const FileMarks& marks);

} // namespace longtake
