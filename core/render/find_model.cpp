// SPDX-License-Identifier: Apache-2.0
#include "core/render/find_model.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/base/program_folders.h"
#include "core/models/family.h"
#include "core/sampling/continuity.h"
#include "core/weights/json.h"
#include "core/weights/model_catalog.h"
#include "core/weights/safetensors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <span>
#include <vector>

namespace longtake {

namespace fs = std::filesystem;

namespace {

constexpr const char* kIndexFile = "model_index.json";

std::vector<fs::path> model_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failure;
    for (const auto& entry : fs::recursive_directory_iterator(folder, failure)) {
        const std::string extension = entry.path().extension().string();
        const bool decides = extension == ".safetensors" || extension == ".json" || extension == ".model";
        if (entry.is_regular_file(failure) && decides) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

Result<std::string> hash_of_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    Sha256 hash;
    std::vector<char> block(size_t{1} << 20);
    while (file) {
        file.read(block.data(), static_cast<std::streamsize>(block.size()));
        hash.update(std::as_bytes(std::span(block.data(), static_cast<size_t>(file.gcount()))));
    }
    if (!file.eof()) {
        return model_error("reading " + path.string() + " failed", "Check the disk the model is on.");
    }
    return hash.hex();
}

/// Names, sizes and times of the files: the same answer means the content need not be read again.
std::string stamp_of(const fs::path& folder, const std::vector<fs::path>& files) {
    FieldHash stamp;
    std::error_code failure;
    stamp.field("folder", fs::weakly_canonical(folder, failure).generic_string());
    for (const fs::path& file : files) {
        stamp.field("file", file.lexically_relative(folder).generic_string());
        stamp.field("bytes", static_cast<int64_t>(fs::file_size(file, failure)));
        stamp.field("time", static_cast<int64_t>(fs::last_write_time(file, failure).time_since_epoch().count()));
    }
    return stamp.hex();
}

Result<std::string> content_hash(const fs::path& folder, const std::vector<fs::path>& files) {
    FieldHash hash;
    for (const fs::path& file : files) {
        auto one = hash_of_file(file);
        if (!one) {
            return one.error();
        }
        hash.field(file.lexically_relative(folder).generic_string(), *one);
    }
    return hash.hex();
}

Result<std::string>
cached_hash(const fs::path& folder, const std::vector<fs::path>& files, const fs::path& cache_folder) {
    const fs::path note = cache_folder / "model-hashes" / stamp_of(folder, files);
    if (auto known = read_file(note, 64); known && known->size() == 64) {
        return *known;
    }
    auto hash = content_hash(folder, files);
    std::error_code failure;
    fs::create_directories(note.parent_path(), failure);
    if (hash && !failure) {
        // That it cannot be kept only costs time.
        (void)write_file_atomically(note, *hash);
    }
    return hash;
}

/// Parameters of the transformer and the width of its tokens: the inner size most of its matrices have.
void count_weights(const std::vector<fs::path>& files, ModelFacts& facts) {
    std::map<int64_t, int64_t> widths;
    for (const fs::path& path : files) {
        if (path.extension() != ".safetensors") {
            continue;
        }
        std::error_code failure;
        facts.weight_bytes += static_cast<int64_t>(fs::file_size(path, failure));
        const auto file = SafetensorsFile::open(path);
        if (!file || path.parent_path().filename() != "transformer") {
            continue;
        }
        for (const TensorEntry& entry : file->entries()) {
            int64_t count = 1;
            for (const int64_t side : entry.shape) {
                count *= side;
            }
            facts.parameter_count += count;
            if (entry.shape.size() == 2) {
                widths[entry.shape[1]] += 1;
            }
        }
    }
    for (const auto& [width, matrices] : widths) {
        facts.hidden_size = matrices > widths[facts.hidden_size] ? width : facts.hidden_size;
    }
}

std::string scheduler_name(const fs::path& folder) {
    const auto index = read_json_file(folder / kIndexFile);
    if (!index) {
        return {};
    }
    const auto entry = index->find("scheduler");
    const bool is_pair = entry != index->end() && entry->is_array() && entry->size() == 2 && entry->at(1).is_string();
    return is_pair ? entry->at(1).get<std::string>() : std::string();
}

} // namespace

Result<fs::path> find_model(const std::string& name, const fs::path& project_folder) {
    std::error_code failure;
    const fs::path given = fs::u8path(name);
    for (const fs::path& candidate : {given.is_absolute() ? given : project_folder / given, given}) {
        if (fs::exists(candidate / kIndexFile, failure)) {
            return candidate;
        }
    }
    const auto resources = resource_folder();
    const bool is_plain_name = given.filename() == given && !given.empty();
    if (resources && is_plain_name && fs::exists(*resources / "models" / given / kIndexFile, failure)) {
        return *resources / "models" / given;
    }
    const std::vector<fs::path> shipped = resources ? std::vector{*resources / "models"} : std::vector<fs::path>();
    const auto catalog = ModelCatalog::open(user_config_folder(), shipped);
    if (!catalog) {
        return catalog.error();
    }
    std::string known;
    for (const InstalledModel& model : catalog->models()) {
        if (model.name == name) {
            return model.folder;
        }
        known += (known.empty() ? "" : ", ") + model.name;
    }
    return model_error("there is no model '" + name + "'",
                       "Give the folder of a diffusers model" + (known.empty() ? "." : ", or one of: " + known + "."));
}

Result<ModelFacts> read_model_facts(const fs::path& folder, const std::string& name, const fs::path& cache_folder) {
    auto limits = inspect_video_model(folder);
    if (!limits) {
        return limits.error();
    }
    const auto files = model_files(folder);
    auto hash = cached_hash(folder, files, cache_folder);
    if (!hash) {
        return hash.error();
    }
    ModelFacts facts;
    facts.name = name;
    facts.weights_hash = *hash;
    facts.sampler = scheduler_name(folder);
    facts.latent_channels = limits->latent_channels;
    facts.spatial_compression = limits->spatial_compression;
    facts.temporal_compression = limits->temporal_compression;
    facts.size_multiple = limits->size_multiple;
    facts.window_latents = (limits->native_frames.value - 1) / limits->temporal_compression + 1;
    facts.context_latents = limits->context_latents;
    facts.blend_latents = limits->blend_latents;
    facts.begins_with_still = limits->begins_with_still;
    facts.history_latents = history_needed(*limits, limits->context_latents);
    facts.has_first_keyframe = limits->has_first_keyframe;
    facts.has_any_keyframe = limits->has_any_keyframe;
    facts.default_size = limits->default_size;
    facts.default_frame_rate = limits->frame_rate;
    facts.default_steps = limits->default_steps;
    facts.default_guidance = limits->default_guidance;
    count_weights(files, facts);
    return facts;
}

} // namespace longtake
