// SPDX-License-Identifier: Apache-2.0
// The table of known families: the one place outside their folders that names them.
#include "core/models/family.h"
#include "core/models/prompt_reader.h"
#include "core/models/wan/wan_family.h"
#include "core/weights/model_dir.h"

#include <algorithm>
#include <array>

namespace longtake {
namespace {

struct Family {
    std::vector<std::string> pipelines; ///< _class_name values of model_index.json
    Result<std::unique_ptr<VideoModel>> (*load)(const ModelDirectory&, const ComputePolicy&);
    Result<ModelLimits> (*inspect)(const ModelDirectory&);
    Result<PromptReader> (*load_prompt_reader)(const ModelDirectory&);
};

const std::vector<Family>& families() {
    static const std::vector<Family> kFamilies = {
        {{"WanPipeline", "WanImageToVideoPipeline"}, load_wan, inspect_wan, load_wan_prompt_reader},
    };
    return kFamilies;
}

Result<Family> find_family(const ModelDirectory& directory) {
    std::string known;
    for (const Family& family : families()) {
        if (std::find(family.pipelines.begin(), family.pipelines.end(), directory.class_name()) !=
            family.pipelines.end()) {
            return family;
        }
        for (const std::string& name : family.pipelines) {
            known += (known.empty() ? "" : ", ") + name;
        }
    }
    return model_error(directory.index_path() + ": pipelines of class " + directory.class_name() + " are not known",
                       "Known are " + known + ".");
}

} // namespace

std::string memory_saving_name(MemorySaving saving) {
    return saving == MemorySaving::TileDecoder ? "tiled-decoder" : "offloaded-parts";
}

Result<std::unique_ptr<VideoModel>> load_video_model(const std::filesystem::path& folder, const ComputePolicy& policy) {
    const auto directory = ModelDirectory::open(folder);
    return directory ? load_video_model(*directory, policy) : directory.error();
}

Result<std::unique_ptr<VideoModel>> load_video_model(const ModelDirectory& directory, const ComputePolicy& policy) {
    const auto family = find_family(directory);
    return family ? family->load(directory, policy) : family.error();
}

Result<ModelLimits> inspect_video_model(const std::filesystem::path& folder) {
    const auto directory = ModelDirectory::open(folder);
    if (!directory) {
        return directory.error();
    }
    const auto family = find_family(*directory);
    return family ? family->inspect(*directory) : family.error();
}

Result<PromptReader> load_prompt_reader(const std::filesystem::path& folder) {
    const auto directory = ModelDirectory::open(folder);
    if (!directory) {
        return directory.error();
    }
    const auto family = find_family(*directory);
    return family ? family->load_prompt_reader(*directory) : family.error();
}

} // namespace longtake
