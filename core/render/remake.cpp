// SPDX-License-Identifier: Apache-2.0
#include "core/render/remake.h"

#include "core/cache/file_checksum.h"
#include "core/media/video_encoder.h"
#include "core/media/video_reader.h"
#include "core/render/provenance_facts.h"
#include "core/render/take_recorder.h"
#include "core/sampling/memory_ladder.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace longtake {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> differences(const MadeWith& then, const MadeWith& now) {
    std::vector<std::string> words;
    const auto compare = [&](const std::string& a, const std::string& b) {
        if (a != b) {
            words.push_back(b + " instead of " + a);
        }
    };
    compare(then.device, now.device);
    compare(then.dtype, now.dtype);
    compare(std::to_string(then.threads) + " threads", std::to_string(now.threads) + " threads");
    compare(then.program, now.program);
    const auto memory_words = [](const MadeWith& made) {
        return made.memory_savings.empty() ? std::string("all of the model at once")
                                           : memory_savings_in_words(made.memory_savings);
    };
    compare(memory_words(then), memory_words(now));
    for (const auto& [name, version] : now.libraries) {
        const auto known = then.libraries.find(name);
        compare(name + " " + (known == then.libraries.end() ? "of unknown version" : known->second),
                name + " " + version);
    }
    return words;
}

double relative_error(const torch::Tensor& stored, const torch::Tensor& made) {
    if (stored.sizes() != made.sizes()) {
        return std::numeric_limits<double>::infinity();
    }
    const torch::Tensor reference = stored.to(torch::kFloat64);
    const double size = reference.norm().item<double>();
    return (made.to(torch::kFloat64) - reference).norm().item<double>() / (size > 0.0 ? size : 1.0);
}

/// Of all pictures of both films, in dB; films of different length or size have nothing in common.
Result<double> psnr(const fs::path& stored, const fs::path& made) {
    auto first = VideoReader::open(stored);
    auto second = VideoReader::open(made);
    if (!first || !second) {
        return first ? second.error() : first.error();
    }
    double squares = 0.0;
    double count = 0.0;
    for (;;) {
        auto a = first->next();
        auto b = second->next();
        if (!a || !b) {
            return a ? b.error() : a.error();
        }
        if (!*a || !*b || (*a)->size() != (*b)->size()) {
            const bool both_end = !*a && !*b;
            return both_end ? 10.0 * std::log10(255.0 * 255.0 / (squares / std::max(count, 1.0))) : 0.0;
        }
        const auto left = (*a)->pixels();
        const auto right = (*b)->pixels();
        for (size_t i = 0; i < left.size(); ++i) {
            const double difference = static_cast<double>(left[i]) - static_cast<double>(right[i]);
            squares += difference * difference;
        }
        count += static_cast<double>(left.size());
    }
}

Result<FrameRate> rate_of(const fs::path& frames) {
    auto reader = VideoReader::open(frames);
    return reader ? Result<FrameRate>(reader->info().frame_rate) : Result<FrameRate>(reader.error());
}

/// Renders the recipe, its frames into the file `frames`; the latents.
Result<torch::Tensor> render_again(ShotMaker& maker,
                                   const Receipt& receipt,
                                   const StreamEnd& stream,
                                   const KeyframeFiles& images,
                                   const fs::path& frames,
                                   FrameRate rate,
                                   const ShotObserver& observer,
                                   const std::stop_token& stop) {
    auto encoder = VideoEncoder::create(frames, receipt.recipe.size, rate, segment_settings());
    if (!encoder) {
        return encoder.error();
    }
    ShotObserver encoding;
    encoding.on_step = observer.on_step;
    encoding.on_frames = [&](const torch::Tensor& decoded) -> Result<void> {
        for (const Frame& frame : to_frames(decoded)) {
            if (auto written = encoder->write(frame); !written) {
                return written;
            }
        }
        return {};
    };
    auto shot = maker.make(receipt.recipe, stream, images, encoding, stop, nullptr);
    if (!shot) {
        return shot.error();
    }
    if (auto finished = encoder->finish(); !finished) {
        return finished.error();
    }
    return shot->latents;
}

Result<Remake> compare(TakeStore& store, const Receipt& receipt, const torch::Tensor& latents, const fs::path& frames) {
    const auto stored = read_take_latents(store, receipt.take);
    const auto checksum = checksum_file(frames);
    if (!stored || !checksum) {
        return stored ? checksum.error() : stored.error();
    }
    Remake remake;
    remake.has_same_latents = tensor_sha256(latents) == receipt.latents_sha256;
    remake.latents_error = remake.has_same_latents ? 0.0 : relative_error(*stored, latents);
    remake.has_same_frames = *checksum == receipt.files.at(kFramesFile);
    remake.frames_psnr_db = std::numeric_limits<double>::infinity();
    if (!remake.has_same_frames) {
        const auto measured = psnr(store.take_folder(receipt.take) / kFramesFile, frames);
        if (!measured) {
            return measured.error();
        }
        remake.frames_psnr_db = *measured;
    }
    return remake;
}

} // namespace

Result<Remake> remake_take(VideoModel& model,
                           TakeStore& store,
                           const Receipt& receipt,
                           const KeyframeFiles& images,
                           const ShotObserver& observer,
                           const std::stop_token& stop) {
    const auto index = store.load();
    const auto rate = rate_of(store.take_folder(receipt.take) / kFramesFile);
    const auto scratch = store.begin(receipt.key); // never committed: gone at the end
    if (!index || !rate || !scratch) {
        return !index ? index.error() : !rate ? rate.error() : scratch.error();
    }
    apply_memory_savings(model, receipt.made_with.memory_savings);
    ShotMaker maker(model, store);
    const int64_t context = receipt.recipe.upstream ? receipt.recipe.upstream->context_latents : 0;
    auto stream = maker.stream_behind(receipt.continues_from, *index, context);
    if (!stream) {
        return stream.error();
    }
    const fs::path frames = scratch->file(kFramesFile);
    const auto attempt = [&] { return render_again(maker, receipt, *stream, images, frames, *rate, observer, stop); };
    const auto latents = with_memory_ladder<torch::Tensor>(model, attempt, [](const std::string&) {});
    if (!latents) {
        return latents.error();
    }
    auto remake = compare(store, receipt, *latents, frames);
    if (remake) {
        remake->other_conditions = differences(receipt.made_with, made_with(model, receipt.made_with.program));
    }
    return remake;
}

} // namespace longtake
