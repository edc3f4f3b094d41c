// SPDX-License-Identifier: Apache-2.0
// See attention.h.
#include "core/nn/attention.h"

#include "core/nn/kernel_memory.h"

#include <torch/torch.h>

namespace longtake {

torch::Tensor attend(const torch::Tensor& q,
                     const torch::Tensor& k,
                     const torch::Tensor& v,
                     const std::optional<torch::Tensor>& bias,
                     std::optional<double> scale) {
    TORCH_CHECK(q.dim() == 4 && k.dim() == 4 && k.sizes() == v.sizes() && q.size(3) == k.size(3),
                "[nn.attention] expected q [B, N, L, d] and k, v [B, N, M, d], got ", q.sizes(), ", ", k.sizes(), ", ",
                v.sizes());
    if (q.is_cpu()) {
        require_kernel_memory();
    }
    const torch::Tensor mixed =
        at::scaled_dot_product_attention(q, k, v, bias, /*dropout_p=*/0.0, /*is_causal=*/false, scale);
    return mixed.transpose(1, 2).flatten(2); // [B, N, L, d] -> [B, L, N * d]
}

} // namespace longtake
