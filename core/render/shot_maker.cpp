// SPDX-License-Identifier: Apache-2.0
#include "core/render/shot_maker.h"

#include "core/media/image_ops.h"
#include "core/weights/safetensors.h"

#include <torch/torch.h>

#include <algorithm>
#include <utility>

namespace longtake {

namespace {

/// 8-bit picture -> [1, 3, 1, H, W] in [-1, 1], filling `size`.
Result<torch::Tensor> read_keyframe(const std::filesystem::path& path, Size size) {
    auto picture = read_image(path);
    if (!picture) {
        return picture.error();
    }
    const Frame fitted = resize(*picture, size, Fit::Cover);
    const auto pixels = fitted.pixels();
    const torch::Tensor bytes =
        torch::from_blob(const_cast<uint8_t*>(pixels.data()), {size.height, size.width, 3}, torch::kUInt8);
    return bytes.to(torch::kFloat32).div(127.5).sub(1.0).permute({2, 0, 1}).unsqueeze(0).unsqueeze(2).contiguous();
}

int64_t latent_of_frame(int64_t frame, bool continues, int64_t temporal_compression) {
    if (continues) {
        return frame / temporal_compression;
    }
    return frame == 0 ? 0 : (frame - 1) / temporal_compression + 1;
}

} // namespace

Result<torch::Tensor> read_take_latents(TakeStore& store, const TakeId& take) {
    if (auto verified = store.verify(take); !verified) {
        return verified.error();
    }
    auto tensors = load_tensors(store.take_folder(take) / kLatentsFile);
    if (!tensors) {
        return tensors.error();
    }
    for (const auto& [name, tensor] : *tensors) {
        if (name == "latents" && tensor.dim() == 5) {
            return tensor.to(torch::kFloat32).clone();
        }
    }
    return bad_input("take " + take.value + " holds no latents", "Render its shot again.");
}

int64_t fresh_latents(const ShotRecipe& recipe, const ModelLimits& limits) {
    return shot_latents(recipe.frames, recipe.upstream.has_value(), limits.temporal_compression);
}

Result<StreamEnd> ShotMaker::stream_behind(const TakeId& take, const TakeIndex& takes, int64_t context_latents) {
    if (take.is_empty()) {
        return StreamEnd{};
    }
    if (last_ && last_->take == take) {
        return *last_;
    }
    auto chain = takes.stream_of(take); // the take, then what it continues, back to the start
    if (!chain) {
        return chain.error();
    }
    const int64_t keep =
        history_needed(model_.limits(), context_latents > 0 ? context_latents : model_.limits().context_latents);
    torch::Tensor tail;
    size_t read = 0;
    for (; read < chain->size() && (!tail.defined() || tail.size(2) < keep); ++read) {
        auto latents = read_take_latents(store_, (*chain)[read]);
        if (!latents) {
            return latents.error();
        }
        tail = tail.defined() ? torch::cat({*latents, tail}, 2) : *latents;
    }
    StreamEnd end;
    end.take = take;
    end.latents_file_sha256 = takes.find(take)->files.at(kLatentsFile).sha256;
    end.history = append({}, tail, keep);
    end.history.is_whole = read == chain->size() && end.history.size() == tail.size(2);

    const Receipt& first = *takes.find(chain->back());
    auto first_latents = read_take_latents(store_, first.take);
    if (!first_latents) {
        return first_latents.error();
    }
    ShotRequest first_request;
    first_request.fresh_latents = fresh_latents(first.recipe, model_.limits());
    first_request.is_loop = first.recipe.is_loop;
    const int64_t opening = opening_latents(windows_of(first_request, model_.limits(), 0));
    end.first_window = latent_statistics(first_latents->narrow(2, 0, std::min(opening, first_latents->size(2))));
    return end;
}

Result<ShotRequest>
ShotMaker::request_of(const ShotRecipe& recipe, const StreamEnd& stream, const KeyframeFiles& images) const {
    ShotRequest request;
    request.text = recipe.prompt;
    request.negative = recipe.negative;
    request.size = recipe.size;
    request.fresh_latents = fresh_latents(recipe, model_.limits());
    request.steps = recipe.steps;
    request.guidance.scale = recipe.guidance;
    request.seed = static_cast<uint64_t>(recipe.seed);
    request.is_loop = recipe.is_loop;
    request.drift_help = recipe.drift_help;
    request.drift_target = stream.first_window;
    if (recipe.upstream) {
        request.context_latents = recipe.upstream->context_latents;
        request.blend_latents = recipe.upstream->blend_latents;
        request.previous_text = recipe.upstream->blend_from;
    }
    for (const KeyframeUse& keyframe : recipe.keyframes) {
        const auto file = images.find(keyframe.image_hash);
        if (file == images.end()) {
            return bad_input("a keyframe image is not there", "Put the image back, or remove the keyframe.");
        }
        auto picture = read_keyframe(file->second, recipe.size);
        if (!picture) {
            return picture.error();
        }
        const bool continues = recipe.upstream.has_value();
        request.keyframes.push_back(
            {latent_of_frame(keyframe.frame, continues, model_.limits().temporal_compression), *picture});
    }
    return request;
}

Result<RenderedShot> ShotMaker::make(const ShotRecipe& recipe,
                                     const StreamEnd& stream,
                                     const KeyframeFiles& images,
                                     const ShotObserver& observer,
                                     const std::stop_token& stop,
                                     const PartialShot* resume) {
    auto request = request_of(recipe, stream, images);
    if (!request) {
        return request.error();
    }
    std::optional<CausalCache> decoder;
    if (stream.decoder) {
        decoder = stream.decoder->clone();
    }
    return render_shot(model_, *request, stream.history, std::move(decoder), observer, stop, resume);
}

void ShotMaker::remember(const Receipt& take, const StreamEnd& before, RenderedShot shot) {
    StreamEnd end;
    end.take = take.take;
    end.latents_file_sha256 = take.files.at(kLatentsFile).sha256;
    end.history = std::move(shot.history);
    end.decoder = std::move(shot.decoder);
    end.first_window = before.first_window ? before.first_window : shot.first_window;
    last_ = std::move(end);
}

} // namespace longtake
