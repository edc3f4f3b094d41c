// SPDX-License-Identifier: Apache-2.0
#include "core/render/take_recorder.h"

#include "core/base/hash.h"
#include "core/media/image_ops.h"
#include "core/sampling/frame_stream.h"
#include "core/weights/safetensors.h"

#include <torch/torch.h>

#include <span>
#include <utility>

namespace longtake {

namespace {

constexpr int64_t kThumbnailSide = 320;

} // namespace

std::vector<Frame> to_frames(const torch::Tensor& frames) {
    const torch::Tensor bytes = frames_to_bytes(frames); // [f, H, W, 3]
    const Size size{bytes.size(2), bytes.size(1)};
    const int64_t frame_bytes = size.width * size.height * 3;
    std::vector<Frame> pictures;
    for (int64_t i = 0; i < bytes.size(0); ++i) {
        const uint8_t* begin = bytes.data_ptr<uint8_t>() + i * frame_bytes;
        pictures.emplace_back(size, std::vector<uint8_t>(begin, begin + frame_bytes));
    }
    return pictures;
}

std::string tensor_sha256(const torch::Tensor& tensor) {
    const torch::Tensor bytes = tensor.to(torch::kCPU).contiguous();
    Sha256 hash;
    hash.update(std::as_bytes(std::span(static_cast<const char*>(bytes.data_ptr()), bytes.nbytes())));
    return hash.hex();
}

Result<TakeRecorder> TakeRecorder::begin(TakeStore& store, const std::string& key, Size size, FrameRate rate) {
    auto take = store.begin(key);
    if (!take) {
        return take.error();
    }
    auto encoder = VideoEncoder::create(take->file(kFramesFile), size, rate, segment_settings());
    if (!encoder) {
        return encoder.error();
    }
    return TakeRecorder(std::move(*take), std::move(*encoder));
}

Result<void> TakeRecorder::add(const torch::Tensor& frames) {
    for (const Frame& frame : to_frames(frames)) {
        if (auto written = encoder_.write(frame); !written) {
            return written;
        }
        if (thumbnail_.is_empty()) {
            thumbnail_ = thumbnail(frame, kThumbnailSide);
        }
    }
    return {};
}

Result<Receipt> TakeRecorder::commit(TakeStore& store, const torch::Tensor& latents, Receipt receipt) && {
    if (auto finished = encoder_.finish(); !finished) {
        return finished.error();
    }
    if (auto written = save_tensors(take_.file(kLatentsFile), {{"latents", latents}}, {{"key", receipt.key}});
        !written) {
        return written.error();
    }
    if (auto written = write_image(take_.file(kThumbFile), thumbnail_); !written) {
        return written.error();
    }
    receipt.latents_sha256 = tensor_sha256(latents);
    return store.commit(std::move(take_), std::move(receipt));
}

} // namespace longtake
