// SPDX-License-Identifier: Apache-2.0
// See kernel_choice.h. A file that cannot be read or written costs time, never correctness: the self-test runs again.
#include "core/nn/kernel_choice.h"

#include "core/base/process.h"
#include "core/nn/device.h"
#include "core/nn/kernel_memory.h"
#include "core/nn/noise.h"

#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <torch/torch.h>
#include <torch/version.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>

namespace longtake {
namespace {

constexpr const char* kFileName = "kernels.txt";
constexpr const char* kCandidates = "four kernels"; // verdicts of other candidates do not count
constexpr int64_t kMostTrialSide = 64;
constexpr int64_t kLeastTrialSide = 16;
constexpr double kTrialOperations = 1e10; // a fraction of a second for any kernel worth choosing
constexpr int kTrialTurns = 7;
constexpr double kTrialSeconds =
    0.8;                          // after which no turn begins but the first, since first runs count what is done once
constexpr double kHopeless = 1.5; // times the best: not timed again
constexpr double kFirstSeconds =
    0.4; // what a first run may take longer: it compiles, asks for memory, arranges weights
constexpr int64_t kTrialValues = 999'983;
constexpr int64_t kSamples = 16;
constexpr int64_t kTruthChannels = 64;
constexpr int64_t kLeastWinogradTiles = 16;
constexpr int64_t kLeastWinogradChannels = 16;
constexpr int64_t kTrialMemory = int64_t{1} << 30; // prepared weights are kept, as those of most layers are

std::string processor_name() {
    std::ifstream information("/proc/cpuinfo");
    for (std::string line; std::getline(information, line);) {
        if (line.starts_with("model name")) {
            return line.substr(std::min(line.find(':') + 2, line.size()));
        }
    }
    const char* identifier = std::getenv("PROCESSOR_IDENTIFIER"); // Windows
    return identifier != nullptr ? identifier : "processor";
}

bool is_candidate(ConvKernel kernel, const ConvShape& shape) {
    switch (kernel) {
    case ConvKernel::Slices: return shape.taps > 1;
    case ConvKernel::Winograd: return winograd_is_available();
    case ConvKernel::WinogradHalf:
        return shape.dtype == torch::kBFloat16 && shape.channels % 2 == 0 && winograd_half_is_available();
    case ConvKernel::Direct: return true;
    }
    return false;
}

double tolerance(torch::ScalarType dtype) {
    return dtype == torch::kFloat32 ? 1e-4 : 2e-2;
}

struct TrialData {
    torch::Tensor weight, bias;
    PlaneInput input;
    torch::Tensor truth; ///< [kSamples, O] fp64: the result at sample_position(0), (1), ...
};

/// Noise. Wide layers get the same values again and again: a prime number of them, so that no two rows are alike.
torch::Tensor
trial_values(uint64_t stream, const std::vector<int64_t>& sizes, torch::ScalarType dtype, double deviation = 1.0) {
    const int64_t count = c10::multiply_integers(sizes);
    const torch::Tensor values = (noise_values({0, stream, 0}, std::min(count, kTrialValues)) * deviation).to(dtype);
    return values.repeat({(count - 1) / kTrialValues + 1}).slice(0, 0, count).view(sizes);
}

struct SamplePosition {
    int64_t t, y, x;
};

/// Corners and some inner positions of a result [T, H, W, O].
SamplePosition sample_position(int64_t sample, at::IntArrayRef sizes) {
    return {sample % sizes[0], (sample / 4) * (sizes[1] - 1) / 3, (sample % 4) * (sizes[2] - 1) / 3};
}

/// Slow, and in parts, since wide layers are large in fp64.
torch::Tensor sampled_truth(const TrialData& data) {
    torch::Tensor planes =
        data.input.history.defined() ? torch::cat({data.input.history, data.input.fresh}) : data.input.fresh;
    if (data.input.scale == PlaneScale::Doubled) {
        planes = planes.repeat_interleave(2, 1).repeat_interleave(2, 2);
    }
    const int64_t taps = data.weight.size(2);
    const std::vector<int64_t> sizes = {data.input.fresh.size(0), planes.size(1), planes.size(2)};
    planes = torch::constant_pad_nd(planes.to(torch::kFloat64), {0, 0, 1, 1, 1, 1});
    std::vector<torch::Tensor> patches, results;
    for (int64_t i = 0; i < kSamples; ++i) {
        const auto [t, y, x] = sample_position(i, sizes);
        patches.push_back(
            planes.slice(0, t, t + taps).slice(1, y, y + 3).slice(2, x, x + 3).permute({3, 0, 1, 2}).reshape({-1}));
    }
    const torch::Tensor rows = torch::stack(patches); // [kSamples, C * kt * 9]
    for (const torch::Tensor& weight : data.weight.split(kTruthChannels)) {
        results.push_back(torch::mm(rows, weight.flatten(1).to(torch::kFloat64).t()));
    }
    return torch::cat(results, 1) + data.bias.to(torch::kFloat64);
}

/// The side of the picture that trials are made on: large enough to be like the real one, small enough to be quick.
int64_t trial_side(const ConvShape& shape) {
    const double per_pixel =
        18.0 * static_cast<double>(shape.taps * shape.channels * shape.out_channels * shape.frames);
    return std::clamp(static_cast<int64_t>(std::sqrt(kTrialOperations / per_pixel)), kLeastTrialSide, kMostTrialSide);
}

TrialData make_trial(const ConvShape& shape) {
    const int64_t divisor = shape.scale == PlaneScale::Doubled ? 2 : 1;
    const int64_t side = trial_side(shape);
    const int64_t height = std::max(std::min(shape.height, side) / divisor, int64_t{1});
    const int64_t width = std::max(std::min(shape.width, side) / divisor, int64_t{1});
    const double fan_in = static_cast<double>(9 * shape.taps * shape.channels);
    TrialData data;
    data.weight =
        trial_values(1, {shape.out_channels, shape.channels, shape.taps, 3, 3}, shape.dtype, 1 / std::sqrt(fan_in));
    data.bias = trial_values(2, {shape.out_channels}, shape.dtype);
    data.input.fresh = trial_values(3, {shape.frames, height, width, shape.channels}, shape.dtype);
    data.input.scale = shape.scale;
    if (shape.taps > 1) {
        data.input.history = trial_values(4, {shape.taps - 1, height, width, shape.channels}, shape.dtype);
    }
    data.truth = sampled_truth(data);
    return data;
}

/// Relative rms error of `out` [T, H, W, O] where the truth is known.
double sampled_error(const TrialData& data, const torch::Tensor& out) {
    std::vector<torch::Tensor> results;
    for (int64_t i = 0; i < kSamples; ++i) {
        const auto [t, y, x] = sample_position(i, out.sizes());
        results.push_back(out[t][y][x].to(torch::kFloat64));
    }
    return ((torch::stack(results) - data.truth).norm() / data.truth.norm()).item<double>();
}

/// Time for comparing kernels. One thread's computing time leaves out other programs; several threads wait for each
/// other, and only the clock on the wall sees that.
double trial_clock() {
    return at::get_num_threads() == 1 ? thread_cpu_seconds() : monotonic_seconds();
}

/// The first run of a kernel: whether it is right, and its time when it is.
ConvTrial first_run(ConvKernel kernel, const TrialData& data, PlaneWeights& weights, ConvScratch& scratch) {
    ConvTrial trial{kernel};
    try {
        const double begin = trial_clock();
        const torch::Tensor out = convolve_planes(kernel, weights, data.input, scratch);
        const double seconds = trial_clock() - begin;
        trial.relative_error = sampled_error(data, out);
        trial.is_right = trial.relative_error < tolerance(out.scalar_type()); // false for NaN
        trial.seconds = trial.is_right ? seconds : 0.0;
    } catch (const std::exception& failure) {
        if (compute_error("", failure).code == ErrorCode::OutOfMemory) {
            throw;
        }
        require_kernel_memory(); // libraries that run out of it say only that they cannot
        trial.relative_error = std::numeric_limits<double>::infinity(); // a kernel this processor does not have
    }
    return trial;
}

/// Times the right ones of `trials` again: all take turns, so that a disturbance hits each of them, and the best turn
/// counts, since disturbances only add. Who is far behind takes no more turns; nor does anybody when all of them have
/// taken long.
void time_trials(std::vector<ConvTrial>& trials, const TrialData& data, PlaneWeights& weights, ConvScratch& scratch) {
    double best = std::numeric_limits<double>::infinity();
    double spent = 0;
    for (const ConvTrial& trial : trials) {
        best = trial.is_right ? std::min(best, trial.seconds) : best;
        spent += trial.seconds;
    }
    for (int turn = 1; turn < kTrialTurns && (turn == 1 || spent < kTrialSeconds); ++turn) {
        for (ConvTrial& trial : trials) {
            const double allowance = turn == 1 ? kFirstSeconds : 0.0;
            if (!trial.is_right || trial.seconds > kHopeless * best + allowance) {
                continue;
            }
            const double begin = trial_clock();
            convolve_planes(trial.kernel, weights, data.input, scratch);
            const double seconds = trial_clock() - begin;
            trial.seconds = turn == 1 ? seconds : std::min(trial.seconds, seconds);
            best = std::min(best, seconds);
            spent += seconds;
        }
    }
}

} // namespace

std::string ConvShape::shape_class() const {
    int64_t area_class = 0;
    for (int64_t area = height * width; area >= 4 && area_class < 6; area /= 4) {
        ++area_class;
    }
    return std::string(c10::toString(dtype)) + " " + std::to_string(channels) + ">" + std::to_string(out_channels) +
           " taps " + std::to_string(taps) + " frames " + std::to_string(frames) +
           (scale == PlaneScale::Doubled ? " doubled" : "") + " area " + std::to_string(area_class);
}

std::vector<ConvTrial> try_convolutions(const ConvShape& shape) {
    const torch::NoGradGuard no_grad;
    const TrialData data = make_trial(shape);
    PlaneWeights weights(data.weight, data.bias);
    ConvScratch scratch;
    scratch.prepared = std::make_shared<PreparedMemory>(kTrialMemory);
    std::vector<ConvTrial> trials;
    for (const ConvKernel kernel : kConvKernels) {
        if (is_candidate(kernel, shape)) {
            trials.push_back(first_run(kernel, data, weights, scratch));
        }
    }
    time_trials(trials, data, weights, scratch);
    return trials;
}

double convolution_error(ConvKernel kernel, const ConvShape& shape) {
    const torch::NoGradGuard no_grad;
    const TrialData data = make_trial(shape);
    PlaneWeights weights(data.weight, data.bias);
    ConvScratch scratch;
    return first_run(kernel, data, weights, scratch).relative_error;
}

KernelChoice::KernelChoice(std::filesystem::path folder)
    : folder_(std::move(folder)) {
    machine_ = processor_name() + " " + at::get_cpu_capability() + ", libtorch " + TORCH_VERSION + ", " +
               std::to_string(at::get_num_threads()) + " threads, " + kCandidates;
    if (!folder_.empty()) {
        read_file();
    }
}

ConvKernel KernelChoice::convolution(const ConvShape& shape) {
    if (folder_.empty()) {
        return usual_kernel(shape);
    }
    const std::string key = machine_ + ", " + shape.shape_class();
    if (const auto known = verdicts_.find(key); known != verdicts_.end()) {
        return known->second;
    }
    ConvTrial best{ConvKernel::Direct, false, 0.0, 0.0};
    for (const ConvTrial& trial : try_convolutions(shape)) {
        if (trial.is_right && (!best.is_right || trial.seconds < best.seconds)) {
            best = trial;
        }
    }
    read_file(); // another process may have decided meanwhile; its verdict stands
    if (!verdicts_.contains(key)) {
        add_to_file(key, best.kernel);
        read_file(); // or decided at the same time, and stands in front
    }
    return verdicts_.emplace(key, best.kernel).first->second;
}

ConvKernel KernelChoice::usual_kernel(const ConvShape& shape) {
    const int64_t tiles = ((shape.height + 3) / 4) * ((shape.width + 3) / 4);
    if (!winograd_is_available() || tiles < kLeastWinogradTiles ||
        std::min(shape.channels, shape.out_channels) < kLeastWinogradChannels) {
        return ConvKernel::Direct;
    }
    if (!winograd_is_right_) {
        const ConvShape sample{torch::kFloat32, 24, 40, 3, 2, 21, 18};
        winograd_is_right_ = convolution_error(ConvKernel::Winograd, sample) < tolerance(sample.dtype);
    }
    return *winograd_is_right_ ? ConvKernel::Winograd : ConvKernel::Direct;
}

void KernelChoice::read_file() {
    std::ifstream file(folder_ / kFileName, std::ios::binary);
    for (std::string line; std::getline(file, line);) {
        const size_t tab = line.find('\t');
        for (const ConvKernel kernel : kConvKernels) {
            if (tab != std::string::npos && line.compare(0, tab, to_string(kernel)) == 0) {
                verdicts_.emplace(line.substr(tab + 1), kernel); // the first line of a key stands
            }
        }
    }
}

/// One write at the end of the file, which systems do not mix with those of other processes.
void KernelChoice::add_to_file(const std::string& key, ConvKernel kernel) const {
    std::error_code ignored; // the next run measures again
    std::filesystem::create_directories(folder_, ignored);
    std::ofstream(folder_ / kFileName, std::ios::binary | std::ios::app) << to_string(kernel) + "\t" + key + "\n";
}

} // namespace longtake
