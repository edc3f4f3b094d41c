// SPDX-License-Identifier: Apache-2.0
// See wan_family.h. What depends on the prompt alone is kept per prompt: its embedding by the text, its keys and values
// per transformer by the embedding.
#include "core/models/wan/wan_family.h"

#include "core/models/wan/wan_parts.h"
#include "core/schedule/make_scheduler.h"
#include "core/text/prompt_cleaning.h"
#include "core/text/t5_encoder.h"
#include "core/text/tokenizer.h"

#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include <algorithm>
#include <deque>
#include <map>
#include <new>
#include <optional>
#include <stdexcept>
#include <utility>

namespace longtake {
namespace {

/// Pictures larger than this are worked on in tiles when memory is short.
constexpr int64_t kTileSide = 256;

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

/// What the autoencoder's layers may keep prepared weights in: less than the part itself, since the pages of weights in
/// the file are given back after use.
int64_t prepared_bytes(const WanVae& vae) {
    constexpr int64_t kMost = int64_t{3} << 28; // 768 MiB
    int64_t bytes = 0;
    for (const torch::Tensor& weight : vae.parameters()) {
        bytes += static_cast<int64_t>(weight.nbytes());
    }
    return std::min(bytes / 2, kMost);
}

/// What of a model has its weights in memory.
enum class Held { All, Nothing, Transformer, Transformer2, Vae };

class WanModel : public VideoModel {
public:
    /// No weights are loaded yet.
    WanModel(ModelDirectory directory,
             const ComputePolicy& policy,
             WanParts parts,
             Tokenizer tokenizer,
             Json scheduler_config)
        : directory_(std::move(directory))
        , policy_(policy)
        , parts_(std::move(parts))
        , tokenizer_(std::move(tokenizer))
        , scheduler_config_(std::move(scheduler_config))
        , kernels_(std::make_shared<KernelChoice>(policy.kernel_folder)) {
        parts_.vae->use_kernels(kernels_);
        if (parts_.pipeline.boundary_ratio) {
            const auto noisiest = static_cast<double>(train_timesteps(scheduler_config_));
            boundary_timestep_ = static_cast<float>(*parts_.pipeline.boundary_ratio * noisiest);
        }
    }

    Result<void> load_all();

    const ModelLimits& limits() const override { return parts_.limits; }
    const ComputePolicy& policy() const override { return policy_; }
    bool has_per_frame_timesteps() const override { return parts_.pipeline.expand_timesteps; }

    Result<TextEmbedding> encode_text(const std::string& prompt) override;
    std::unique_ptr<Scheduler> make_scheduler() const override;
    torch::Tensor denoise(const torch::Tensor& x, const torch::Tensor& timesteps, const TextEmbedding& text) override;
    int64_t token_count(const LatentShape& shape) const override;
    torch::Tensor decode_next(const torch::Tensor& latent, CausalCache& cache) override;
    torch::Tensor encode_frames(const torch::Tensor& frames) override;
    bool save_memory(MemorySaving saving) override;
    std::vector<MemorySaving> active_savings() const override;

private:
    Result<void> load_part(Held part);
    void release_part(Held part);
    /// Makes sure that the weights of `part` are there; unless all are held, those of the others are let go first.
    void hold(Held part);
    void tile_vae();

    ModelDirectory directory_;
    ComputePolicy policy_;
    WanParts parts_;
    Tokenizer tokenizer_;
    Json scheduler_config_;
    std::optional<float> boundary_timestep_; ///< transformer_2 takes what lies below; fp32 as in the reference
    std::shared_ptr<KernelChoice> kernels_;
    Held held_ = Held::Nothing;
    bool is_tiled_ = false;
    bool saves_memory_ = false;               ///< was asked to once
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
    if (held_ != Held::All) {
        hold(Held::Nothing);
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
    TORCH_CHECK(scheduler, "[wan.family] ",
                scheduler ? "" : scheduler.error().message); // checked when the model was loaded
    return *std::move(scheduler);
}

torch::Tensor WanModel::denoise(const torch::Tensor& x, const torch::Tensor& timesteps, const TextEmbedding& text) {
    const torch::InferenceMode inference;
    text_encoder_.reset();
    const torch::Tensor known = timesteps.to(torch::kCPU, torch::kFloat32);
    TORCH_CHECK(known.dim() == 1 && known.size(0) == x.size(2), "[wan.family] expected timesteps [", x.size(2),
                "], got ", known.sizes());
    const float latest = known.max().item<float>();
    const bool is_uniform = known.min().item<float>() == latest;
    TORCH_CHECK(is_uniform || has_per_frame_timesteps(),
                "[wan.family] this model has one timestep for all latent frames");

    const bool is_low_noise = boundary_timestep_ && latest < *boundary_timestep_;
    hold(is_low_noise ? Held::Transformer2 : Held::Transformer);
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
    hold(Held::Vae);
    return parts_.vae->decode_next(latent.to(policy_.device), cache);
}

torch::Tensor WanModel::encode_frames(const torch::Tensor& frames) {
    const torch::InferenceMode inference;
    hold(Held::Vae);
    return parts_.vae->encode(frames.to(policy_.device));
}

bool WanModel::save_memory(MemorySaving saving) {
    saves_memory_ = true;
    kernels_->allow_prepared(0);
    if (saving == MemorySaving::TileDecoder) {
        tile_vae();
        return !std::exchange(is_tiled_, true);
    }
    if (held_ != Held::All) {
        return false;
    }
    text_encoder_.reset();
    for (const Held part : {Held::Transformer, Held::Transformer2, Held::Vae}) {
        release_part(part);
    }
    held_ = Held::Nothing;
    return true;
}

std::vector<MemorySaving> WanModel::active_savings() const {
    std::vector<MemorySaving> active;
    if (is_tiled_) {
        active.push_back(MemorySaving::TileDecoder);
    }
    if (held_ != Held::All && policy_.residency == Residency::AllParts) {
        active.push_back(MemorySaving::OffloadParts);
    }
    return active;
}

Result<void> WanModel::load_all() {
    for (const Held part : {Held::Transformer, Held::Transformer2, Held::Vae}) {
        if (auto loaded = load_part(part); !loaded) {
            return loaded;
        }
    }
    held_ = Held::All;
    return {};
}

Result<void> WanModel::load_part(Held part) {
    switch (part) {
    case Held::Transformer: return load_wan_transformer(directory_, "transformer", *parts_.transformer, policy_.device);
    case Held::Transformer2:
        return parts_.transformer_2
                   ? load_wan_transformer(directory_, "transformer_2", *parts_.transformer_2, policy_.device)
                   : Result<void>();
    case Held::Vae:
        kernels_->allow_prepared(saves_memory_ ? 0 : prepared_bytes(*parts_.vae));
        return load_wan_vae(directory_, *parts_.vae, policy_.device);
    case Held::All:
    case Held::Nothing: break;
    }
    return {};
}

void WanModel::release_part(Held part) {
    if (part == Held::Transformer) {
        parts_.transformer = std::make_shared<WanTransformer>(parts_.transformer->config(), policy_.dtype);
    } else if (part == Held::Transformer2 && parts_.transformer_2) {
        parts_.transformer_2 = std::make_shared<WanTransformer>(parts_.transformer_2->config(), policy_.dtype);
    } else if (part == Held::Vae) {
        parts_.vae = std::make_shared<WanVae>(parts_.vae->config(), policy_.vae_dtype);
        parts_.vae->use_kernels(kernels_);
        if (is_tiled_) {
            tile_vae();
        }
    }
}

void WanModel::hold(Held part) {
    if (held_ == Held::All || held_ == part) {
        return;
    }
    text_encoder_.reset();
    release_part(std::exchange(held_, Held::Nothing));
    const auto loaded = load_part(part);
    if (!loaded && loaded.error().code == ErrorCode::OutOfMemory) {
        throw std::bad_alloc();
    }
    TORCH_CHECK(loaded, "[wan.family] ", loaded ? "" : loaded.error().message); // checked when the model was loaded
    held_ = part;
}

void WanModel::tile_vae() {
    const int64_t factor = parts_.vae->config().spatial_factor();
    const int64_t overlap = std::max<int64_t>(kTileSide / 4 / factor, 1) * factor;
    parts_.vae->use_tiles(4 * overlap, overlap);
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
    if (auto made = make_scheduler(*scheduler, (directory.folder() / "scheduler" / "scheduler_config.json").string());
        !made) {
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
    auto model = std::make_unique<WanModel>(directory, policy, *std::move(parts), std::move(rest->first),
                                            std::move(rest->second));
    if (policy.residency == Residency::AllParts) {
        if (auto loaded = model->load_all(); !loaded) {
            return loaded.error();
        }
    }
    return std::unique_ptr<VideoModel>(std::move(model));
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

Result<PromptReader> load_wan_prompt_reader(const ModelDirectory& directory) {
    Result<Tokenizer> loaded = Tokenizer::load(directory);
    if (!loaded) {
        return loaded.error();
    }
    const auto tokenizer = std::make_shared<const Tokenizer>(*std::move(loaded));
    return PromptReader([tokenizer](const std::string& prompt) {
        const Tokens tokens = tokenizer->encode(clean_wan_prompt(prompt), kWanTextLength);
        return PromptReading{static_cast<int64_t>(tokens.ids.size()) + tokens.dropped_pieces, kWanTextLength,
                             tokens.dropped_text};
    });
}

} // namespace longtake
