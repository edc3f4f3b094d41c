// SPDX-License-Identifier: Apache-2.0
// The random numbers of worlds and trainers: splitmix64 (Steele, Lea, Flood 2014). Ours rather than <random>'s, whose
// distributions differ between standard libraries; its whole state is one number, so a checkpoint can hold it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace longtake {

class Random {
public:
    explicit Random(uint64_t seed)
        : state_(seed) {}
    /// Independent streams from one seed: (seed, stream) -> generator.
    Random(uint64_t seed, uint64_t stream)
        : state_(seed) {
        state_ = next() ^ (stream * 0xD1342543DE82EF95ULL + 1);
    }

    uint64_t next() {
        uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// In [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double uniform(double from, double to) { return from + (to - from) * uniform(); }
    /// In [0, count); count >= 1.
    int64_t below(int64_t count) { return static_cast<int64_t>(next() % static_cast<uint64_t>(count)); }
    bool chance(double probability) { return uniform() < probability; }
    template <typename Item> const Item& pick(const std::vector<Item>& items) {
        return items[static_cast<size_t>(below(static_cast<int64_t>(items.size())))];
    }
    /// An index with probability in proportion to its weight.
    size_t weighted(const std::vector<double>& weights) {
        double sum = 0;
        for (const double weight : weights) {
            sum += weight;
        }
        double left = uniform() * sum;
        for (size_t i = 0; i + 1 < weights.size(); ++i) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.size() - 1;
    }

    uint64_t state() const { return state_; }
    static Random from_state(uint64_t state) { return Random(state); }

private:
    uint64_t state_;
};

} // namespace longtake
