// SPDX-License-Identifier: Apache-2.0
#include "app/cli/training_clips.h"

namespace longtake {

Result<std::filesystem::path> prepare_training_clips(const ClipPreparation& wish) {
    return wish.folder;
}

} // namespace longtake
