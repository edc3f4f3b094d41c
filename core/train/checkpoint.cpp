// SPDX-License-Identifier: Apache-2.0
#include "core/train/checkpoint.h"

#include <charconv>
#include <cstdio>

namespace longtake {

namespace {

std::string exact(double value) {
    char text[64];
    std::snprintf(text, sizeof text, "%a", value); // hexadecimal: every bit
    return text;
}

} // namespace

Result<void> save_checkpoint(const std::filesystem::path& path,
                             const Optimiser& optimiser,
                             const TrainingProgress& progress,
                             const std::string& settings) {
    return save_tensors(path, optimiser.state(),
                        {{"steps", std::to_string(progress.steps)},
                         {"updates", std::to_string(optimiser.steps())},
                         {"seconds", exact(progress.seconds)},
                         {"loss", exact(progress.loss)},
                         {"settings", settings}});
}

Result<std::optional<TrainingProgress>>
load_checkpoint(const std::filesystem::path& path, Optimiser& optimiser, const std::string& settings) {
    if (!std::filesystem::exists(path)) {
        return std::optional<TrainingProgress>();
    }
    const auto file = SafetensorsFile::open(path);
    if (!file) {
        return file.error();
    }
    const auto& facts = file->metadata();
    for (const char* key : {"steps", "updates", "seconds", "loss", "settings"}) {
        if (!facts.contains(key)) {
            return model_error(path.string() + " is not a training checkpoint: it has no field " + key);
        }
    }
    if (facts.at("settings") != settings) {
        return model_error(path.string() + " was made with another configuration",
                           "Give the configuration it was made with, or another --out folder.");
    }
    std::map<std::string, torch::Tensor> tensors;
    for (const TensorEntry& entry : file->entries()) {
        tensors[entry.name] = file->tensor(entry);
    }
    if (auto restored = optimiser.restore(tensors, std::strtoll(facts.at("updates").c_str(), nullptr, 10)); !restored) {
        return restored.error();
    }
    TrainingProgress progress;
    progress.steps = std::strtoll(facts.at("steps").c_str(), nullptr, 10);
    progress.seconds = std::strtod(facts.at("seconds").c_str(), nullptr);
    progress.loss = std::strtod(facts.at("loss").c_str(), nullptr);
    return std::optional(progress);
}

} // namespace longtake
