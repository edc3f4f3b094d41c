// SPDX-License-Identifier: Apache-2.0
// A plane too large for memory, worked on in overlapping tiles: where the tiles lie, and how what was made of them
// becomes one plane again without visible borders. In an overlap the weight passes linearly from one tile to the next;
// the weights of a place always sum to one.
#pragma once

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace longtake {

/// [begin, end) along one side.
struct TileSpan {
    int64_t begin = 0;
    int64_t end = 0;

    bool operator==(const TileSpan&) const = default;
    int64_t size() const { return end - begin; }
    TileSpan scaled(int64_t factor) const { return {begin * factor, end * factor}; }
};

/// Covers [0, length) with as few spans of at most `tile` as there can be, of one size and evenly spread, neighbours
/// sharing `overlap` or, where lengths do not come out even, one or two more. 0 <= 4 * overlap <= tile.
std::vector<TileSpan> tile_spans(int64_t length, int64_t tile, int64_t overlap);

/// Tiles along both sides of a plane.
struct TileGrid {
    std::vector<TileSpan> rows;
    std::vector<TileSpan> columns;

    size_t count() const { return rows.size() * columns.size(); }
    TileGrid scaled(int64_t factor) const;
};

/// Joins tiles [..., h, w] of a grid, added in any order, into [..., H, W] fp32.
class TileJoin {
public:
    explicit TileJoin(TileGrid grid);
    void add(size_t row, size_t column, const torch::Tensor& tile);
    /// Every tile must have been added once.
    const torch::Tensor& joined() const { return sum_; }

private:
    TileGrid grid_;
    torch::Tensor sum_;
};

} // namespace longtake
