// SPDX-License-Identifier: Apache-2.0
// See tiles.h.
#include "core/nn/tiles.h"

#include <torch/torch.h>

#include <algorithm>
#include <utility>

namespace longtake {
namespace {

/// The weights of span `index` over its places, [size]: rising over what it shares with the span before, falling over
/// what it shares with the one after.
torch::Tensor weights_of(const std::vector<TileSpan>& spans, size_t index) {
    const TileSpan& span = spans[index];
    torch::Tensor weights = torch::ones({span.size()}, torch::kFloat32);
    const auto ramp = [](int64_t shared) {
        return torch::arange(1, shared + 1, torch::kFloat32) / static_cast<double>(shared + 1);
    };
    if (index > 0) {
        const int64_t shared = spans[index - 1].end - span.begin;
        weights.narrow(0, 0, shared).mul_(ramp(shared));
    }
    if (index + 1 < spans.size()) {
        const int64_t shared = span.end - spans[index + 1].begin;
        weights.narrow(0, span.size() - shared, shared).mul_(ramp(shared).flip(0));
    }
    return weights;
}

} // namespace

std::vector<TileSpan> tile_spans(int64_t length, int64_t tile, int64_t overlap) {
    TORCH_CHECK(length > 0 && tile > 0 && overlap >= 0 && 4 * overlap <= tile,
                "[nn.tiles] expected an overlap of at most a quarter of a tile, got ", overlap, " of ", tile);
    if (length <= tile) {
        return {{0, length}};
    }
    const int64_t step = tile - overlap;
    const int64_t count = 1 + (length - tile + step - 1) / step;
    const int64_t size = (length + (count - 1) * overlap + count - 1) / count;
    std::vector<TileSpan> spans;
    for (int64_t i = 0; i < count; ++i) {
        const int64_t begin = i * (length - size) / (count - 1);
        spans.push_back({begin, begin + size});
    }
    return spans;
}

TileGrid TileGrid::scaled(int64_t factor) const {
    TileGrid larger = *this;
    for (std::vector<TileSpan>* spans : {&larger.rows, &larger.columns}) {
        for (TileSpan& span : *spans) {
            span = span.scaled(factor);
        }
    }
    return larger;
}

TileJoin::TileJoin(TileGrid grid)
    : grid_(std::move(grid)) {}

void TileJoin::add(size_t row, size_t column, const torch::Tensor& tile) {
    const TileSpan& y = grid_.rows.at(row);
    const TileSpan& x = grid_.columns.at(column);
    TORCH_CHECK(tile.dim() >= 2 && tile.size(-2) == y.size() && tile.size(-1) == x.size(),
                "[nn.tiles] expected a tile of ", y.size(), "x", x.size(), ", got ", tile.sizes());
    if (!sum_.defined()) {
        std::vector<int64_t> shape = tile.sizes().vec();
        shape[shape.size() - 2] = grid_.rows.back().end;
        shape[shape.size() - 1] = grid_.columns.back().end;
        sum_ = torch::zeros(shape, tile.options().dtype(torch::kFloat32));
    }
    const torch::Tensor weights =
        torch::outer(weights_of(grid_.rows, row), weights_of(grid_.columns, column)).to(tile.device());
    sum_.narrow(-2, y.begin, y.size()).narrow(-1, x.begin, x.size()).add_(tile * weights);
}

} // namespace longtake
