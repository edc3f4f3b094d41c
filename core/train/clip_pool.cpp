// SPDX-License-Identifier: Apache-2.0
#include "core/train/clip_pool.h"

#include "core/train/frame_values.h"
#include "core/weights/safetensors.h"

#include <torch/torch.h>

#include <algorithm>

namespace longtake {

namespace {

constexpr int64_t kChunk = 8; // clips encoded together and kept in one file

} // namespace

torch::Tensor latent_mask(const torch::Tensor& frame_mask, int64_t latents) {
    if (latents == 1) {
        return frame_mask.narrow(0, 0, 1);
    }
    const int64_t group = (frame_mask.size(0) - 1) / (latents - 1);
    const torch::Tensor rest =
        frame_mask.narrow(0, 1, group * (latents - 1)).unflatten(0, {latents - 1, group}).amax(1);
    return torch::cat({frame_mask.narrow(0, 0, 1), rest});
}

ClipPool::ClipPool(ClipSource& source,
                   EncodeFrames encode,
                   std::filesystem::path folder,
                   std::string encoder_id,
                   int64_t capacity,
                   torch::Device device)
    : source_(source)
    , encode_(std::move(encode))
    , folder_(std::move(folder))
    , encoder_id_(std::move(encoder_id))
    , capacity_((capacity + kChunk - 1) / kChunk * kChunk)
    , device_(device)
    , clips_(static_cast<size_t>(capacity_)) {}

int64_t ClipPool::first() const {
    return std::max<int64_t>(0, end_ - capacity_);
}

std::filesystem::path ClipPool::chunk_path(int64_t chunk) const {
    return folder_ / ("clips_" + std::to_string(chunk) + ".safetensors");
}

Result<void> ClipPool::grow_to(int64_t count) {
    const int64_t chunks = (count + kChunk - 1) / kChunk;
    const int64_t oldest_kept = std::max<int64_t>(0, chunks - capacity_ / kChunk);
    for (int64_t chunk = std::max(end_ / kChunk, oldest_kept); chunk < chunks; ++chunk) {
        if (auto made = load_or_encode(chunk); !made) {
            return made;
        }
        const int64_t replaced = chunk - capacity_ / kChunk;
        std::error_code ignored; // a file that stays only costs disk
        if (replaced >= 0) {
            std::filesystem::remove(chunk_path(replaced), ignored);
        }
    }
    end_ = std::max(end_, chunks * kChunk);
    return {};
}

Result<void> ClipPool::load_or_encode(int64_t chunk) {
    const auto path = chunk_path(chunk);
    std::vector<EncodedClip> clips;
    if (std::filesystem::exists(path)) {
        const auto file = SafetensorsFile::open(path); // a damaged or foreign file is simply made again
        if (file && file->metadata().contains("encoder") && file->metadata().at("encoder") == encoder_id_ &&
            file->find("latents") && file->find("mask")) {
            const torch::Tensor latents = file->tensor(*file->find("latents")).clone(),
                                mask = file->tensor(*file->find("mask")).clone();
            for (int64_t i = 0; i < kChunk; ++i) {
                clips.push_back({latents[i], mask[i]});
            }
        }
    }
    if (clips.empty()) {
        clips = encode_chunk(chunk);
        std::vector<torch::Tensor> latents, masks;
        for (const EncodedClip& clip : clips) {
            latents.push_back(clip.latents);
            masks.push_back(clip.mask);
        }
        std::error_code failure;
        std::filesystem::create_directories(folder_, failure);
        if (auto saved = save_tensors(path, {{"latents", torch::stack(latents)}, {"mask", torch::stack(masks)}},
                                      {{"encoder", encoder_id_}});
            !saved) {
            return saved;
        }
    }
    for (int64_t i = 0; i < kChunk; ++i) {
        clips_[static_cast<size_t>((chunk * kChunk + i) % capacity_)] = clips[static_cast<size_t>(i)];
    }
    return {};
}

std::vector<EncodedClip> ClipPool::encode_chunk(int64_t chunk) {
    const torch::NoGradGuard no_gradients;
    std::vector<torch::Tensor> frames, masks;
    for (int64_t i = 0; i < kChunk; ++i) {
        const RenderedClip clip = source_.clip(chunk * kChunk + i);
        frames.push_back(to_model_range(clip.frames.to(device_)).transpose(0, 1)); // [3, F, H, W]
        masks.push_back(clip.mask.to(torch::kCPU));
    }
    const int64_t together = source_.frame_count() > 1 ? 2 : kChunk; // long clips need memory
    std::vector<EncodedClip> clips;
    for (int64_t i = 0; i < kChunk; i += together) {
        const std::vector<torch::Tensor> part(frames.begin() + i, frames.begin() + i + together);
        const torch::Tensor latents = encode_(torch::stack(part)).to(torch::kCPU).to(torch::kBFloat16);
        for (int64_t j = 0; j < together; ++j) {
            clips.push_back({latents[j].clone(),
                             latent_mask(masks[static_cast<size_t>(i + j)], latents.size(2)).to(torch::kBFloat16)});
        }
    }
    return clips;
}

} // namespace longtake
