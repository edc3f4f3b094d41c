// SPDX-License-Identifier: Apache-2.0
// See wan_family.h. What depends on the prompt alone is kept per prompt: its embedding by the text, its keys and values per
// transformer by the embedding.
#include "core/models/wan/wan_family.h"

#include "core/models/wan/wan_parts.h"
#include "core/schedule/make_scheduler.h"
#include "core/text/prompt_cleaning.h"
#include "core/text/t5_encoder.h"
#include "core/text/tokenizer.h"

#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include <deque>
#include <map>
#include <stdexcept>
#include <utility>

namespace longtake {
namespace {

/// Training steps of every Wan schedule: the unit of boundary_ratio.
constexpr double kTrainTimesteps = 1000.0;

/// Prepared prompts of one transformer, newest first; a clip needs two, a blend four.
class ConditionCache {
public:
    const WanCondition& get(const WanTransformer& transformer, const torch::Tensor& rows) {
        for (const auto& [known, condition] : entries_) {
            if (known.is_same(rows)) {
                return condition;
            }
        }
        entries_.emplace_front(rows, transformer.prepare({rows}));
        if (entries_.size() > kMost) {
            entries_.pop_back();
        }
        return entries_.front().second;
    }

private:
    static constexpr size_t kMost = 4;
    std::deque<std::pair<torch::Tensor, WanCondition>> entries_;
};

class WanModel : public VideoModel {
public:
    WanModel(ModelDirectory directory, const ComputePolicy& policy, WanParts parts, Tokenizer tokenizer, Json scheduler_config)
        : directory_(std::move(directory))
        , policy_(policy)
        , parts_(std::move(parts))
        , tokenizer_(std::move(tokenizer))
        , scheduler_config_(std::move(scheduler_config)) {}

    const ModelLimits& limits() const override { return parts_.limits; }
    const ComputePolicy& policy() const override { return policy_; }
    bool has_per_frame_timesteps() const override { return parts_.pipeline.expand_timesteps; }

    Result<TextEmbedding> encode_text(const std::string& prompt) override;
    std::unique_ptr<Scheduler> make_scheduler() const override;
    torch::Tensor denoise(const torch::Tensor& x, const torch::Tensor& timesteps, const TextEmbedding& text) override;
    int64_t token_count(const LatentShape& shape) const override;
    torch::Tensor decode_next(const torch::Tensor& latent, CausalCache& cache) override;
    torch::Tensor encode_frames(const torch::Tensor& frames) override;

private:
    ModelDirectory directory_;
    ComputePolicy policy_;
    WanParts parts_;
    Tokenizer tokenizer_;
    Json scheduler_config_;
    std::shared_ptr<T5Encoder> text_encoder_; ///< null outside of text encoding
    std::map<std::string, TextEmbedding> embeddings_;
    ConditionCache conditions_, conditions_2_;
};

Result<TextEmbedding> WanModel::encode_text(const std::string& prompt) {
    const torch::InferenceMode inference;
    const std::string text = clean_wan_prompt(prompt);
    if (const auto known = embeddings_.find(text); known != embeddings_.end()) {
        return known->second;
    }
    if (!text_encoder_) {
        auto loaded = load_t5_encoder(directory_, "text_encoder", policy_.dtype, LoadOptions{policy_.device});
        if (!loaded) {
            return loaded.error();
        }
        text_encoder_ = *loaded;
    }
    TextEmbedding embedding;
    const Tokens tokens = tokenizer_.encode(text, kWanTextLength);
    embedding.token_ids = tokens.ids;
    embedding.dropped_tokens = tokens.dropped_pieces;
    const torch::Tensor ids = torch::tensor(embedding.token_ids, torch::kInt64).unsqueeze(0).to(policy_.device);
    embedding.rows = text_encoder_->forward(ids).squeeze(0);
    embeddings_.emplace(text, embedding);
    return embedding;
}

std::unique_ptr<Scheduler> WanModel::make_scheduler() const {
    auto scheduler = longtake::make_scheduler(scheduler_config_, "scheduler_config.json");
    TORCH_CHECK(scheduler, "[wan.family] ", scheduler ? "" : scheduler.error().message); // checked when the model was loaded
    return *std::move(scheduler);
}

torch::Tensor WanModel::denoise(const torch::Tensor& x, const torch::Tensor& timesteps, const TextEmbedding& text) {
    const torch::InferenceMode inference;
    text_encoder_.reset();
    const torch::Tensor known = timesteps.to(torch::kCPU, torch::kFloat32);
    TORCH_CHECK(known.dim() == 1 && known.size(0) == x.size(2), "[wan.family] expected timesteps [", x.size(2), "], got ", known.sizes());
    const float latest = known.max().item<float>();
    const bool is_uniform = known.min().item<float>() == latest;
    TORCH_CHECK(is_uniform || has_per_frame_timesteps(), "[wan.family] this model has one timestep for all latent frames");

    const bool is_low_noise = parts_.pipeline.boundary_ratio && latest < *parts_.pipeline.boundary_ratio * kTrainTimesteps;
    WanTransformer& transformer = is_low_noise ? *parts_.transformer_2 : *parts_.transformer;
    const WanCondition& condition = (is_low_noise ? conditions_2_ : conditions_).get(transformer, text.rows);
    const torch::Tensor grouped = is_uniform ? known.slice(0, 0, 1) : known.unsqueeze(0); // [1] or [1, T]
    return transformer.forward(x.to(policy_.device), grouped.to(policy_.device), condition).to(torch::kFloat32);
}

int64_t WanModel::token_count(const LatentShape& shape) const {
    return parts_.transformer->token_count(shape.frames, shape.height, shape.width);
}

torch::Tensor WanModel::decode_next(const torch::Tensor& latent, CausalCache& cache) {
    const torch::InferenceMode inference;
    return parts_.vae->decode_next(latent.to(policy_.device), cache);
}

torch::Tensor WanModel::encode_frames(const torch::Tensor& frames) {
    const torch::InferenceMode inference;
    return parts_.vae->encode(frames.to(policy_.device));
}

/// Everything besides the networks: tokenizer, text encoder's files, scheduler.
Result<std::pair<Tokenizer, Json>> read_rest(const ModelDirectory& directory) {
    auto tokenizer = Tokenizer::load(directory);
    if (!tokenizer) {
        return tokenizer.error();
    }
    const auto encoder = check_t5_encoder(directory, "text_encoder");
    if (!encoder) {
        return encoder.error();
    }
    if (auto fits = tokenizer->check_fits(encoder->vocab_size); !fits) {
        return fits.error();
    }
    auto scheduler = directory.component_json("scheduler", "scheduler_config.json");
    if (!scheduler) {
        return scheduler.error();
    }
    if (auto made = make_scheduler(*scheduler, (directory.folder() / "scheduler" / "scheduler_config.json").string()); !made) {
        return made.error();
    }
    return std::pair{*std::move(tokenizer), *std::move(scheduler)};
}

} // namespace

Result<std::unique_ptr<VideoModel>> load_wan(const ModelDirectory& directory, const ComputePolicy& policy) {
    auto parts = read_wan_parts(directory, policy);
    if (!parts) {
        return parts.error();
    }
    auto rest = read_rest(directory);
    if (!rest) {
        return rest.error();
    }
    if (auto loaded = load_wan_transformer(directory, "transformer", *parts->transformer, policy.device); !loaded) {
        return loaded.error();
    }
    if (parts->transformer_2) {
        if (auto loaded = load_wan_transformer(directory, "transformer_2", *parts->transformer_2, policy.device); !loaded) {
            return loaded.error();
        }
    }
    if (auto loaded = load_wan_vae(directory, *parts->vae, policy.device); !loaded) {
        return loaded.error();
    }
    return std::unique_ptr<VideoModel>(
        std::make_unique<WanModel>(directory, policy, *std::move(parts), std::move(rest->first), std::move(rest->second)));
}

Result<ModelLimits> inspect_wan(const ModelDirectory& directory) {
    const auto parts = read_wan_parts(directory, {});
    if (!parts) {
        return parts.error();
    }
    if (auto rest = read_rest(directory); !rest) {
        return rest.error();
    }
    return parts->limits;
}

} // namespace longtake
