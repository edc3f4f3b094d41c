// SPDX-License-Identifier: Apache-2.0
#include "app/cli/training_settings.h"

namespace longtake {

Result<TrainConfig> read_training_settings(const std::filesystem::path& path) {
    if (path.extension() == ".yaml" || path.extension() == ".yml") {
        return bad_input(path.string() + ": the engine-only build reads JSON",
                         "Write the same settings as a .json file.");
    }
    return read_train_config(path);
}

} // namespace longtake
