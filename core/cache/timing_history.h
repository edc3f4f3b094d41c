// SPDX-License-Identifier: Apache-2.0
// How long this machine took so far, and from that how long it will take. A sampling step over n tokens costs
// a*n + b*n^2 (linear layers and attention): two constants fitted per model and device, from this size alone where it
// was measured at two window lengths, else from all sizes (trust.md §1.3).
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

/// Mean seconds of one kind of work on one machine.
struct Timing {
    std::string model_hash;
    std::string device;
    Size size;
    int64_t tokens = 0; ///< of the window, for steps; 0 for decoding
    double seconds = 0; ///< steps: of one pass of the transformer; decoding: of one frame, with its encoding
    int64_t count = 0;  ///< measurements behind the mean

    bool operator==(const Timing&) const = default;
};

class TimingHistory {
public:
    /// An empty history where there is no file or it cannot be read: it is only advice.
    static TimingHistory load(const std::filesystem::path& file);
    Result<void> save(const std::filesystem::path& file) const;

    /// One sampling step over `tokens` tokens in `passes` passes of the transformer (2 with guidance).
    void add_step(const std::string& model_hash,
                  const std::string& device,
                  Size size,
                  int64_t tokens,
                  int64_t passes,
                  double seconds);
    /// `frames` frames decoded and encoded in `seconds`.
    void
    add_decoding(const std::string& model_hash, const std::string& device, Size size, int64_t frames, double seconds);

    /// Seconds of one pass over `tokens` tokens; nothing when this model never ran on this device.
    std::optional<double>
    pass_s(const std::string& model_hash, const std::string& device, Size size, int64_t tokens) const;
    /// Seconds for one frame; scaled by pixels from the nearest size measured.
    std::optional<double> frame_s(const std::string& model_hash, const std::string& device, Size size) const;
    /// The device with the most measurements of this model; empty when there is none.
    std::string usual_device(const std::string& model_hash) const;

    bool operator==(const TimingHistory&) const = default;

private:
    void add(Timing timing);

    std::vector<Timing> timings_;
};

} // namespace longtake
