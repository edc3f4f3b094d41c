// SPDX-License-Identifier: Apache-2.0
#include "core/media/gif_palette.h"

#include <algorithm>
#include <limits>
#include <span>

namespace longtake {

namespace {

constexpr int kLevels = 32; ///< per channel of the histogram
constexpr size_t kBins = size_t{kLevels} * kLevels * kLevels;
constexpr size_t kColours = 256;
constexpr int kNoColour = -1;

/// Bayer's 4x4 matrix, as offsets around zero in grey levels.
constexpr std::array<int, 16> kDither = {-7, 1, -5, 3, 5, -3, 7, -1, -4, 4, -6, 2, 6, -2, 5, -4};

struct Bin {
    std::array<int, 3> colour{}; ///< 0 .. kLevels - 1
    int64_t count = 0;
};

struct Box {
    std::span<Bin> bins;
    int axis = 0;       ///< the longest
    int64_t weight = 0; ///< pixels times length: what splitting it gains
};

size_t bin_of(int red, int green, int blue) {
    return (static_cast<size_t>(red >> 3) * kLevels + static_cast<size_t>(green >> 3)) * kLevels +
           static_cast<size_t>(blue >> 3);
}

std::vector<Bin> histogram_of(const Frame& frame) {
    std::vector<int64_t> counts(kBins, 0);
    const auto pixels = frame.pixels();
    for (size_t at = 0; at < pixels.size(); at += 3) {
        ++counts[bin_of(pixels[at], pixels[at + 1], pixels[at + 2])];
    }
    std::vector<Bin> bins;
    for (size_t index = 0; index < kBins; ++index) {
        if (counts[index] > 0) {
            const auto value = static_cast<int>(index);
            bins.push_back({{value / (kLevels * kLevels), value / kLevels % kLevels, value % kLevels}, counts[index]});
        }
    }
    return bins;
}

Box make_box(std::span<Bin> bins) {
    Box box{bins, 0, 0};
    int64_t pixels = 0;
    int longest = 0;
    for (int axis = 0; axis < 3; ++axis) {
        const auto [least, most] = std::ranges::minmax(bins, {}, [&](const Bin& bin) { return bin.colour[axis]; });
        if (most.colour[axis] - least.colour[axis] > longest) {
            longest = most.colour[axis] - least.colour[axis];
            box.axis = axis;
        }
    }
    for (const Bin& bin : bins) {
        pixels += bin.count;
    }
    box.weight = pixels * longest;
    return box;
}

/// Where half of the box's pixels lie on each side; at least one bin on each.
size_t middle_of(const Box& box) {
    std::ranges::sort(box.bins, {}, [&](const Bin& bin) { return bin.colour[box.axis]; });
    int64_t pixels = 0;
    for (const Bin& bin : box.bins) {
        pixels += bin.count;
    }
    int64_t passed = 0;
    size_t middle = 0;
    while (middle + 1 < box.bins.size() && (middle == 0 || passed * 2 < pixels)) {
        passed += box.bins[middle++].count;
    }
    return middle;
}

std::vector<Box> cut(std::vector<Bin>& bins) {
    std::vector<Box> boxes = {make_box(bins)};
    while (boxes.size() < kColours) {
        const auto widest = std::ranges::max_element(boxes, {}, &Box::weight);
        if (widest->weight == 0) {
            break;
        }
        const size_t middle = middle_of(*widest);
        const Box whole = *widest;
        *widest = make_box(whole.bins.first(middle));
        boxes.push_back(make_box(whole.bins.subspan(middle)));
    }
    return boxes;
}

std::array<int, 3> mean_of(const Box& box) {
    std::array<int64_t, 3> sums{};
    int64_t pixels = 0;
    for (const Bin& bin : box.bins) {
        for (size_t axis = 0; axis < 3; ++axis) {
            sums[axis] += bin.colour[axis] * bin.count;
        }
        pixels += bin.count;
    }
    std::array<int, 3> mean{};
    for (size_t axis = 0; axis < 3; ++axis) {
        // From the histogram's levels back to the middle of what they stand for; the ends stay black and white.
        mean[axis] = static_cast<int>(sums[axis] * 255 / (pixels * (kLevels - 1)));
    }
    return mean;
}

int nearest(const std::vector<std::array<int, 3>>& colours, int red, int green, int blue) {
    int best = 0;
    int least = std::numeric_limits<int>::max();
    for (size_t index = 0; index < colours.size(); ++index) {
        const int dr = colours[index][0] - red;
        const int dg = colours[index][1] - green;
        const int db = colours[index][2] - blue;
        if (const int distance = dr * dr + dg * dg + db * db; distance < least) {
            least = distance;
            best = static_cast<int>(index);
        }
    }
    return best;
}

} // namespace

PalettePicture to_palette(const Frame& frame) {
    PalettePicture picture;
    picture.colours.fill(0xFF000000U);
    std::vector<Bin> bins = histogram_of(frame);
    std::vector<std::array<int, 3>> colours;
    for (const Box& box : cut(bins)) {
        colours.push_back(mean_of(box));
    }
    for (size_t index = 0; index < colours.size(); ++index) {
        const auto& [red, green, blue] = colours[index];
        picture.colours[index] = 0xFF000000U | static_cast<uint32_t>(red << 16 | green << 8 | blue);
    }
    std::vector<int> known(kBins, kNoColour);
    const auto pixels = frame.pixels();
    picture.indices.resize(pixels.size() / 3);
    for (size_t at = 0; at < picture.indices.size(); ++at) {
        const auto x = at % static_cast<size_t>(frame.size().width);
        const auto y = at / static_cast<size_t>(frame.size().width);
        const int offset = kDither[y % 4 * 4 + x % 4];
        const auto shade = [&](size_t channel) { return std::clamp(pixels[at * 3 + channel] + offset, 0, 255); };
        int& index = known[bin_of(shade(0), shade(1), shade(2))];
        if (index == kNoColour) {
            index = nearest(colours, shade(0), shade(1), shade(2));
        }
        picture.indices[at] = static_cast<uint8_t>(index);
    }
    return picture;
}

} // namespace longtake
