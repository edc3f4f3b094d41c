// SPDX-License-Identifier: Apache-2.0
// What a family of video models must provide, so that sampling, continuity, jobs and the trainer never name one.
// A family is a folder under core/models/ and one row in the family table (families.cpp).
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/nn/causal_cache.h"
#include "core/schedule/scheduler.h"

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

class ModelDirectory;

/// How the tail of one window may become the context of the next (design.md §4).
enum class Handover {
    Direct,         ///< trained on windows cut anywhere: tail latents are the context as they are
    ReencodedFirst, ///< trained on whole clips: re-encode one pixel frame as latent 0, keep the other tail latents
    Replacement,    ///< no per-latent timesteps: noised tail is put back at every step
};

/// Facts about one loaded model. Read from its directory, never assumed outside the family. The compressions are what
/// the config states, and latent shapes follow from them; how large a frame is, and how many a latent makes, the
/// decoder says.
struct ModelLimits {
    int64_t latent_channels = 16;
    int64_t spatial_compression = 8;  ///< pixels per latent along H and W
    int64_t temporal_compression = 4; ///< pixel frames per latent after the first
    Size size_multiple{16, 16};       ///< picture sides must be multiples of these
    FrameCount native_frames{81};     ///< window the model was trained on
    FrameRate frame_rate{16, 1};
    Size default_size{832, 480};
    int64_t default_steps = 50;
    double default_guidance = 5.0;
    Handover handover = Handover::Replacement;
    int64_t context_latents = 2;           ///< K: tail latents given to the next window
    int64_t blend_latents = 0;             ///< over which the prompt of a continuing shot changes; 0: at once
    int64_t decoder_receptive_latents = 0; ///< R: latents the decoder state depends on, counted from the graph
    bool has_first_keyframe = false;
    bool has_any_keyframe = false;  ///< last, middle, loop
    bool begins_with_still = false; ///< better at a still and what follows it than at both at once (stream_windows.h)
    bool has_encoder = true;
};

struct LatentShape {
    int64_t channels = 0;
    int64_t frames = 0;
    int64_t height = 0;
    int64_t width = 0;
};

/// A prompt as the transformer wants it, without its padding: rows [n, D] for the n real tokens.
/// The family pads to its own length; `token_ids` are exactly what was encoded (for receipts).
struct TextEmbedding {
    torch::Tensor rows;
    std::vector<int64_t> token_ids;
    int64_t dropped_tokens = 0; ///< of the prompt's end, which the model does not read
};

/// What of a model stays in memory.
enum class Residency {
    AllParts, ///< loaded once: for one clip after another
    OnePart,  ///< only the network that works: for a single clip, and when memory is short (MemorySaving::OffloadParts)
};

/// Where and how to compute.
struct ComputePolicy {
    torch::Device device = torch::kCPU;
    torch::ScalarType dtype = torch::kFloat32;     ///< transformer and text encoder
    torch::ScalarType vae_dtype = torch::kFloat32; ///< bf16 tints on most VAEs
    /// Where verdicts about the fastest kernels are kept (nn/kernel_choice.h); empty: nothing is timed, usual kernels
    /// run.
    std::filesystem::path kernel_folder;
    Residency residency = Residency::AllParts;
};

/// What a model can do to need less memory, in the order it is tried when memory runs out (trust.md §2.4). None of them
/// changes the picture's size.
enum class MemorySaving {
    TileDecoder,  ///< decode and encode frames in spatial tiles
    OffloadParts, ///< keep on the device only the part that works
};
/// As receipts write them: "tiled-decoder", "offloaded-parts".
std::string memory_saving_name(MemorySaving saving);

/// One loaded model. Not thread-safe: one job at a time. Methods may throw torch errors; callers use guard().
class VideoModel {
public:
    virtual ~VideoModel() = default;

    virtual const ModelLimits& limits() const = 0;
    virtual const ComputePolicy& policy() const = 0;

    /// Tokenises and encodes; equal prompts are encoded once per loaded model.
    virtual Result<TextEmbedding> encode_text(const std::string& prompt) = 0;

    /// A fresh scheduler as the directory configures it.
    virtual std::unique_ptr<Scheduler> make_scheduler() const = 0;

    /// Velocity for noisy latents x [1, C, T, h, w] fp32 at `timesteps` [T] (0..1000, one per latent frame; all equal
    /// when has_per_frame_timesteps() is false). Returns fp32 of x's shape.
    virtual torch::Tensor
    denoise(const torch::Tensor& x, const torch::Tensor& timesteps, const TextEmbedding& text) = 0;
    virtual bool has_per_frame_timesteps() const = 0;

    /// Tokens the transformer sees for latents of this shape (for dynamic shift and cost estimates).
    virtual int64_t token_count(const LatentShape& shape) const = 0;

    /// Decodes one normalised latent frame [1, C, 1, h, w] as the next of the stream whose state is `cache`:
    /// fp32 frames [1, 3, f, H, W] in [-1, 1], f = 1 for the first latent of a stream, else temporal_compression.
    virtual torch::Tensor decode_next(const torch::Tensor& latent, CausalCache& cache) = 0;

    /// Encodes frames [1, 3, F, H, W] in [-1, 1], F on the model's frame grid, to normalised latents [1, C, T, h, w]
    /// fp32 (the distribution's mode).
    virtual torch::Tensor encode_frames(const torch::Tensor& frames) = 0;

    /// Turns a saving on until the model is unloaded. False when this model has no such saving or it is on already.
    virtual bool save_memory(MemorySaving /*saving*/) { return false; }
    /// Those turned on so far. Tiles change a picture slightly, so what is made says with which it was made.
    virtual std::vector<MemorySaving> active_savings() const { return {}; }

    /// The latents a clip of `frames` frames of `size` has. Mean and std of the VAE are applied inside decode and
    /// encode.
    LatentShape latent_shape(FrameCount frames, Size size) const {
        const ModelLimits& known = limits();
        return {known.latent_channels, (frames.value - 1) / known.temporal_compression + 1,
                size.height / known.spatial_compression, size.width / known.spatial_compression};
    }
};

/// Loads the diffusers directory `folder` with the family its model_index.json names.
/// Errors: ErrorCode::Model naming the file and what differs; nothing large is allocated before the checks pass.
Result<std::unique_ptr<VideoModel>> load_video_model(const std::filesystem::path& folder, const ComputePolicy& policy);
/// The same for a directory that is open already.
Result<std::unique_ptr<VideoModel>> load_video_model(const ModelDirectory& directory, const ComputePolicy& policy);

/// The same checks (configs, headers of all weight files) without loading a weight: what the model can do, or the error
/// that loading would give.
Result<ModelLimits> inspect_video_model(const std::filesystem::path& folder);

} // namespace longtake
