// SPDX-License-Identifier: Apache-2.0
#include "app/cli/film_options.h"

namespace longtake {

Option model_option() {
    return {"--model", "M", "instead of the film's own: a folder or a bundled model's name"};
}

std::string read_model(const Arguments& arguments) {
    return arguments.text_or("--model", "");
}

std::vector<Option> checkpoint_options() {
    return {{"--checkpoint", "S", "seconds between checkpoints of the shot being made (5); 0: after every step"},
            {"--checkpoint-steps", "N", "a checkpoint after every N steps too; default: by time alone"}};
}

Result<CheckpointPace> read_checkpoints(const Arguments& arguments) {
    constexpr double kDay = 86400.0;
    constexpr int64_t kMostSteps = 1000000;
    const CheckpointPace usual;
    const auto seconds = arguments.number_or("--checkpoint", usual.seconds, 0.0, kDay);
    if (!seconds) {
        return seconds.error();
    }
    const auto steps = arguments.whole_or("--checkpoint-steps", usual.steps, 0, kMostSteps);
    if (!steps) {
        return steps.error();
    }
    return CheckpointPace{*seconds, *steps};
}

} // namespace longtake
