// SPDX-License-Identifier: Apache-2.0
#include "core/train/contact_sheet.h"

#include "core/base/png.h"
#include "core/train/frame_values.h"

#include <torch/torch.h>

namespace longtake {

torch::Tensor spread_indices(int64_t frames, int64_t count) {
    return torch::linspace(0, static_cast<double>(frames - 1), count).round().to(torch::kLong);
}

torch::Tensor spread_frames(const torch::Tensor& frames, int64_t count) {
    return frames.index_select(0, spread_indices(frames.size(0), count).to(frames.device()));
}

Result<void> write_contact_sheet(const std::filesystem::path& path, const std::vector<torch::Tensor>& rows) {
    std::vector<torch::Tensor> strips;
    for (const torch::Tensor& row : rows) {
        torch::Tensor frames = row.to(torch::kCPU);
        if (frames.is_floating_point()) {
            frames = to_bytes(frames.to(torch::kFloat32));
        }
        strips.push_back(frames.permute({2, 0, 3, 1}).flatten(1, 2)); // [F, 3, H, W] -> [H, F * W, 3]
    }
    const torch::Tensor sheet = torch::cat(strips).contiguous();
    return write_png(path, {sheet.size(1), sheet.size(0)},
                     {sheet.data_ptr<uint8_t>(), static_cast<size_t>(sheet.numel())});
}

} // namespace longtake
