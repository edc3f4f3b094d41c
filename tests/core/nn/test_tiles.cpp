// SPDX-License-Identifier: Apache-2.0
// Tiles cover a side whatever its length, and what is cut and joined again is what it was.
#include "core/nn/tiles.h"

#include "core/nn/noise.h"

#include <torch/torch.h>

#include <doctest/doctest.h>

using namespace longtake;

TEST_SUITE("nn.tiles") {
    TEST_CASE("spans cover any length, share at least the overlap and never meet the span after the next") {
        for (int64_t length = 1; length <= 400; ++length) {
            for (const auto& [tile, overlap] : {std::pair<int64_t, int64_t>{32, 8}, {4, 1}, {16, 0}, {20, 5}}) {
                CAPTURE(length);
                const std::vector<TileSpan> spans = tile_spans(length, tile, overlap);
                CHECK(spans.front().begin == 0);
                CHECK(spans.back().end == length);
                for (size_t i = 0; i < spans.size(); ++i) {
                    CHECK(spans[i].size() <= tile);
                    CHECK(spans[i].size() == spans.front().size());
                    CHECK((i + 1 == spans.size() || spans[i].end - spans[i + 1].begin >= overlap));
                    CHECK((i + 2 >= spans.size() || spans[i].end <= spans[i + 2].begin));
                }
                CHECK((spans.size() == 1) == (length <= tile));
            }
        }
        CHECK_THROWS(tile_spans(100, 8, 3));
    }

    TEST_CASE("joining the pieces of a plane gives the plane") {
        for (const auto& [height, width] : {std::pair<int64_t, int64_t>{40, 57}, {33, 8}, {8, 100}}) {
            const torch::Tensor plane = noise_values({3, 1, 0}, 6 * height * width).view({1, 3, 2, height, width});
            const TileGrid grid{tile_spans(height, 16, 4), tile_spans(width, 16, 4)};
            TileJoin join(grid);
            for (size_t row = grid.rows.size(); row-- > 0;) {
                for (size_t column = 0; column < grid.columns.size(); ++column) {
                    const TileSpan &y = grid.rows[row], &x = grid.columns[column];
                    join.add(row, column, plane.narrow(3, y.begin, y.size()).narrow(4, x.begin, x.size()));
                }
            }
            CHECK(torch::allclose(join.joined(), plane, 1e-5, 1e-6));
        }
    }

    TEST_CASE("where two tiles differ, the passage between them is a ramp without a step") {
        const TileGrid grid{{{0, 1}}, tile_spans(100, 32, 8)};
        TileJoin join(grid);
        for (size_t column = 0; column < grid.columns.size(); ++column) {
            join.add(0, column, torch::full({1, grid.columns[column].size()}, static_cast<double>(column % 2)));
        }
        CHECK(join.joined().diff().abs().max().item<float>() < 1.0F / 8 + 1e-6F);
        CHECK_THROWS(join.add(0, 0, torch::zeros({1, 5})));
    }
}
