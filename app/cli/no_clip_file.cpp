// SPDX-License-Identifier: Apache-2.0
#include "app/cli/clip_file.h"

namespace longtake {

Result<std::unique_ptr<ClipFile>>
ClipFile::create(const std::filesystem::path& target, Size /*size*/, FrameRate /*rate*/, const ClipRecipe& /*recipe*/) {
    return bad_input(
        "cannot write " + target.string() + ": this is the engine-only build, which has no video encoder",
        "Write --latents-out or --frames-out here, and encode where FFmpeg is; or build without LONGTAKE_ENGINE_ONLY.");
}

} // namespace longtake
