// SPDX-License-Identifier: Apache-2.0
// Which of several kernels to run for a convolution of some shape on this machine. Nothing is assumed: the candidates
// are compared with a slow reference (a kernel that computes wrong values has been shipped before), those that are
// right are timed, and the verdict is kept in a file, so that it is made once per machine and one machine always makes
// the same bytes.
#pragma once

#include "core/nn/plane_conv.h"

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

struct ConvShape {
    torch::ScalarType dtype = torch::kFloat32;
    int64_t channels = 0;
    int64_t out_channels = 0;
    int64_t taps = 3;
    int64_t frames = 1;
    int64_t height = 0; ///< of the result
    int64_t width = 0;
    PlaneScale scale = PlaneScale::Same;

    /// Shapes with the same class share a verdict: the area counts by powers of four.
    std::string shape_class() const;
};

/// What the self-test found for one candidate.
struct ConvTrial {
    ConvKernel kernel = ConvKernel::Direct;
    bool is_right = false;
    double relative_error = 0;
    double seconds = 0; ///< 0 when it is not right
};

/// Runs every kernel on data of this shape (a part of the picture): errors against fp64 at sampled positions, and the
/// best of several turns by computing time, or by the clock where there are several threads. Throws when memory runs
/// out: that says nothing about a kernel.
std::vector<ConvTrial> try_convolutions(const ConvShape& shape);
/// The error of one kernel on data of this shape; infinite when it does not run here.
double convolution_error(ConvKernel kernel, const ConvShape& shape);

class KernelChoice {
public:
    /// Verdicts are read from and added to `folder`/kernels.txt, one a line; of several for one shape the first stands,
    /// so that processes which measure at the same time agree. An empty folder: nothing is timed and no file touched;
    /// the kernel follows from the shape, after one test that it computes right values here.
    explicit KernelChoice(std::filesystem::path folder = {});

    ConvKernel convolution(const ConvShape& shape);
    /// From now on layers may keep so many bytes of prepared weights. What is kept already stays.
    void allow_prepared(int64_t bytes) { scratch_.prepared = std::make_shared<PreparedMemory>(bytes); }
    /// Shared by all layers that ask this object.
    ConvScratch& scratch() { return scratch_; }

private:
    ConvKernel usual_kernel(const ConvShape& shape);
    void read_file();
    void add_to_file(const std::string& key, ConvKernel kernel) const;

    std::filesystem::path folder_;
    std::string machine_;                        ///< processor, libtorch, threads
    std::map<std::string, ConvKernel> verdicts_; ///< by machine and shape class
    std::optional<bool> winograd_is_right_;
    ConvScratch scratch_;
};

} // namespace longtake
