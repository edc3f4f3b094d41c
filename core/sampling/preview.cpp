// SPDX-License-Identifier: Apache-2.0
#include "core/sampling/preview.h"

#include "core/base/hash.h"
#include "core/base/png.h"
#include "core/nn/device.h"
#include "core/nn/noise.h"

#include <torch/torch.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string_view>

namespace longtake {

namespace {

namespace fs = std::filesystem;

constexpr int64_t kSideLatents = 16; ///< synthetic pictures are this many latents wide and high
constexpr int64_t kStills = 8;

/// Smooth random colours: `detail` x `detail` random values per channel, enlarged to `side`. [3, side, side] in [-1,
/// 1].
torch::Tensor colour_field(uint32_t index, int64_t detail, int64_t side) {
    const torch::Tensor coarse =
        noise_values({0x70726576, 0, 0}, 3 * detail * detail, index).view({1, 3, detail, detail});
    return torch::tanh(torch::upsample_bilinear2d(coarse, {side, side}, /*align_corners=*/true)).squeeze(0);
}

/// A clip [1, 3, F, side, side] in [-1, 1] that fades from one colour field to another over its frames.
torch::Tensor synthetic_clip(uint32_t index, int64_t frames, int64_t side) {
    const int64_t detail = 2 + index % 5;
    const torch::Tensor from = colour_field(2 * index, detail, side);
    const torch::Tensor to = colour_field(2 * index + 1, detail, side);
    std::vector<torch::Tensor> pictures;
    for (int64_t f = 0; f < frames; ++f) {
        pictures.push_back(
            torch::lerp(from, to, frames == 1 ? 0.0 : static_cast<double>(f) / static_cast<double>(frames - 1)));
    }
    return torch::stack(pictures, 1).unsqueeze(0);
}

/// Colours at latent resolution: frames [1, 3, F, H, W] in [-1, 1] -> [positions, 3] in [0, 1], in the order t, y, x.
/// Latents after the first stand for `temporal` frames each and get their mean.
torch::Tensor colours_of(const torch::Tensor& frames, int64_t spatial, int64_t temporal) {
    torch::Tensor pooled = torch::avg_pool3d(frames, {1, spatial, spatial}, {1, spatial, spatial});
    if (pooled.size(2) > 1) {
        const torch::Tensor later = torch::avg_pool3d(pooled.slice(2, 1), {temporal, 1, 1}, {temporal, 1, 1});
        pooled = torch::cat({pooled.slice(2, 0, 1), later}, 2);
    }
    return pooled.squeeze(0).flatten(1).transpose(0, 1) * 0.5 + 0.5;
}

std::optional<LatentToRgb> read_matrix(const fs::path& path, int64_t channels) {
    const auto tensors = load_tensors(path);
    if (!tensors) {
        return std::nullopt;
    }
    LatentToRgb read;
    for (const auto& [name, tensor] : *tensors) {
        (name == "matrix" ? read.matrix : read.bias) = tensor.clone();
    }
    const bool is_whole = read.matrix.defined() && read.bias.defined() &&
                          read.matrix.sizes() == at::IntArrayRef({channels, 3}) &&
                          read.bias.sizes() == at::IntArrayRef({3}) && read.matrix.scalar_type() == torch::kFloat32;
    return is_whole ? std::optional(read) : std::nullopt;
}

} // namespace

torch::Tensor LatentToRgb::pictures(const torch::Tensor& latents) const {
    const torch::Tensor frames =
        latents.detach().to(torch::kCPU, torch::kFloat32).squeeze(0).permute({1, 2, 3, 0}); // [T, h, w, C]
    return (torch::matmul(frames, matrix) + bias).clamp(0, 1).permute({0, 3, 1, 2});
}

Result<LatentToRgb> fit_latent_to_rgb(VideoModel& model) {
    const ModelLimits& limits = model.limits();
    if (!limits.has_encoder) {
        return model_error("no preview: this model's video autoencoder has no encoder");
    }
    return guard_compute("fitting the preview", [&]() -> Result<LatentToRgb> {
        const c10::InferenceMode inference;
        const int64_t side = kSideLatents * limits.spatial_compression;
        std::vector<torch::Tensor> inputs;
        std::vector<torch::Tensor> colours;
        for (uint32_t i = 0; i <= kStills; ++i) {
            const int64_t frames = i < kStills ? 1 : 2 * limits.temporal_compression + 1;
            const torch::Tensor clip = synthetic_clip(i, frames, side);
            const torch::Tensor latents =
                model.encode_frames(clip.to(model.policy().device)).to(torch::kCPU, torch::kFloat64);
            inputs.push_back(latents.squeeze(0).flatten(1).transpose(0, 1)); // [positions, C]
            colours.push_back(
                colours_of(clip.to(torch::kFloat64), limits.spatial_compression, limits.temporal_compression));
        }
        torch::Tensor x = torch::cat(inputs);
        const torch::Tensor y = torch::cat(colours);
        x = torch::cat({x, torch::ones({x.size(0), 1}, torch::kFloat64)}, 1);
        constexpr double kRidge = 1e-6; // channels that never vary would make the system singular
        const torch::Tensor normal =
            x.t().matmul(x) + kRidge * static_cast<double>(x.size(0)) * torch::eye(x.size(1), torch::kFloat64);
        const torch::Tensor solution = torch::linalg_solve(normal, x.t().matmul(y)).to(torch::kFloat32);
        return LatentToRgb{solution.slice(0, 0, -1).contiguous(), solution[-1].contiguous()};
    });
}

Result<LatentToRgb>
cached_latent_to_rgb(VideoModel& model, const fs::path& cache_folder, const std::string& fingerprint) {
    const fs::path path = cache_folder / "preview" / (fingerprint + ".safetensors");
    if (auto stored = read_matrix(path, model.limits().latent_channels)) {
        return *stored;
    }
    auto fitted = fit_latent_to_rgb(model);
    if (fitted) {
        std::error_code ignored;
        fs::create_directories(path.parent_path(), ignored);
        const auto saved = save_tensors(path, {{"matrix", fitted->matrix}, {"bias", fitted->bias}});
        static_cast<void>(saved); // a cache that cannot be written is fitted again next time
    }
    return fitted;
}

Result<std::string> weights_fingerprint(const ModelDirectory& directory, const std::string& component) {
    const auto files = directory.component_weights(component);
    if (!files) {
        return files.error();
    }
    constexpr int64_t kSample = 1024; // values of each tensor
    FieldHash hash;
    for (const std::string& name : files->names()) {
        const torch::Tensor tensor = files->tensor(name);
        hash.field(name, c10::toString(tensor.scalar_type()));
        for (const int64_t size : tensor.sizes()) {
            hash.field("size", size);
        }
        const torch::Tensor sample = tensor.flatten().slice(0, 0, kSample);
        hash.field("values", std::string_view(static_cast<const char*>(sample.data_ptr()), sample.nbytes()));
    }
    return hash.hex();
}

std::string encode_strip(const torch::Tensor& pictures) {
    constexpr int64_t kLeastSide = 128; // of one picture, after enlarging
    constexpr int64_t kMostWidth = 1920;
    const int64_t side = std::max(pictures.size(2), pictures.size(3));
    const int64_t enlarge = std::max<int64_t>(1, (kLeastSide + side - 1) / side);
    const int64_t height = pictures.size(2) * enlarge;
    const int64_t width = pictures.size(3) * enlarge;
    const int64_t columns = std::clamp<int64_t>(kMostWidth / width, 1, pictures.size(0));
    const int64_t rows = (pictures.size(0) + columns - 1) / columns;
    const torch::Tensor large = torch::upsample_bilinear2d(pictures, {height, width}, /*align_corners=*/false);
    torch::Tensor sheet = torch::zeros({3, rows * height, columns * width});
    for (int64_t t = 0; t < pictures.size(0); ++t) {
        const int64_t y = t / columns * height;
        const int64_t x = t % columns * width;
        sheet.slice(1, y, y + height).slice(2, x, x + width).copy_(large[t]);
    }
    const torch::Tensor bytes = (sheet * 255).round().to(torch::kUInt8).permute({1, 2, 0}).contiguous();
    return encode_png({bytes.size(1), bytes.size(0)}, {bytes.data_ptr<uint8_t>(), static_cast<size_t>(bytes.numel())});
}

Result<PreviewFolder> PreviewFolder::create(const fs::path& folder, const LatentToRgb& to_rgb) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) {
        return bad_input("cannot make the preview folder " + folder.string() + ": " + failure.message());
    }
    return PreviewFolder(folder, to_rgb);
}

Result<void> PreviewFolder::write(int64_t step, const torch::Tensor& clean) const {
    const std::string png = encode_strip(to_rgb_.pictures(clean));
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "step-%04lld.png", static_cast<long long>(step));
    // Not AtomicFile: a preview need not survive a power cut, and waiting for the disk would slow the sampler.
    const fs::path part = folder_ / (std::string(name.data()) + ".part");
    std::ofstream file(part, std::ios::binary);
    file.write(png.data(), static_cast<std::streamsize>(png.size()));
    file.close();
    std::error_code failure;
    fs::rename(part, folder_ / name.data(), failure);
    if (!file || failure) {
        return bad_input("cannot write the preview " + (folder_ / name.data()).string());
    }
    return {};
}

} // namespace longtake
