// SPDX-License-Identifier: Apache-2.0
// A video file that frames are written to as they are decoded. The engine-only build links no_clip_file.cpp, which
// refuses with the way out.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace longtake {

/// How the clip was made; goes into the file with the mark that a model made it.
struct ClipRecipe {
    std::string model;
    std::string prompt;
    std::string negative;
    int64_t seed = 0;
    int64_t steps = 0;
    int64_t frames = 0;
    double guidance = 0;
    std::string sampler;
    std::vector<std::string> memory_savings;
};

class ClipFile {
public:
    /// The container follows from the extension. Errors: BadInput.
    static Result<std::unique_ptr<ClipFile>>
    create(const std::filesystem::path& target, Size size, FrameRate rate, const ClipRecipe& recipe);

    virtual ~ClipFile() = default;

    /// One frame, width * height * 3 bytes.
    virtual Result<void> write(std::span<const uint8_t> rgb) = 0;
    /// The file appears under its name. Without it nothing stays.
    virtual Result<void> finish() = 0;
};

} // namespace longtake
