// SPDX-License-Identifier: Apache-2.0
// Noise levels of flow matching: grids over (0, 1] and the warps that move steps towards high noise.
// All in fp64 exactly as numpy does it in diffusers, because timesteps are later cut to whole numbers and a last-digit
// difference would give the model another timestep.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

/// `count` >= 1 evenly spaced values, both ends included (numpy.linspace, same rounding).
std::vector<double> linspace(double start, double stop, int64_t count);

/// shift * s / (1 + (shift - 1) * s): the static shift of SD3 and Wan.
std::vector<double> shift_statically(std::vector<double> sigmas, double shift);

enum class TimeShift { Exponential, Linear };

/// Picture-size dependent shift: e^mu / (e^mu + 1/s - 1), or the same with mu itself when linear.
std::vector<double> shift_dynamically(std::vector<double> sigmas, double mu, TimeShift kind);

/// Stretches so that the last level is `terminal` (LTX); a single level is left alone.
std::vector<double> stretch_to_terminal(std::vector<double> sigmas, double terminal);

/// `count` levels from first to last, evenly spaced in s^(1/7) (Karras et al. 2022, eq. 5) or in log s.
std::vector<double> karras_spacing(double first, double last, int64_t count);
std::vector<double> exponential_spacing(double first, double last, int64_t count);

/// Each value rounded to fp32, as the reference stores its levels.
std::vector<double> rounded_to_float(const std::vector<double>& values);

/// How mu grows with the number of transformer tokens (calculate_shift in the diffusers pipelines).
struct DynamicShift {
    double base_shift = 0.5;
    double max_shift = 1.15;
    double base_image_seq_len = 256;
    double max_image_seq_len = 4096;
    TimeShift time_shift_type = TimeShift::Exponential;

    bool operator==(const DynamicShift&) const = default;
    double mu(int64_t sequence_length) const;
};

} // namespace longtake
