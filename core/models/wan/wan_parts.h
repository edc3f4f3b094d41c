// SPDX-License-Identifier: Apache-2.0
// A Wan directory read and checked, nothing loaded: which networks it has, of which shape, and whether their files hold
// exactly those. Parameters without memory are compared with the headers of the weight files, so this is quick at any
// size.
#pragma once

#include "core/models/family.h"
#include "core/models/wan/wan_config.h"
#include "core/models/wan/wan_transformer.h"
#include "core/models/wan/wan_vae.h"
#include "core/weights/model_dir.h"

#include <memory>
#include <optional>
#include <string>

namespace longtake {

/// The scalars of model_index.json.
struct WanPipelineConfig {
    bool expand_timesteps = false; ///< trained with a timestep per token (TI2V)
    std::optional<double>
        boundary_ratio; ///< share of the schedule above which `transformer` works, below it `transformer_2`
};

/// Networks of the right shape whose parameters have no memory yet.
struct WanParts {
    WanPipelineConfig pipeline;
    std::shared_ptr<WanTransformer> transformer;
    std::shared_ptr<WanTransformer> transformer_2; ///< null unless the directory has one and a boundary
    std::shared_ptr<WanVae> vae;
    ModelLimits limits;
};

/// Reads configs and the model card, builds the networks and compares them with the headers of their files.
Result<WanParts> read_wan_parts(const ModelDirectory& directory, const ComputePolicy& policy);

/// Loads one component's weights ("transformer", "transformer_2", "vae") into its network.
Result<void> load_wan_transformer(const ModelDirectory& directory,
                                  const std::string& component,
                                  WanTransformer& network,
                                  torch::Device device);
Result<void> load_wan_vae(const ModelDirectory& directory, WanVae& network, torch::Device device);

} // namespace longtake
