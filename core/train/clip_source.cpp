// SPDX-License-Identifier: Apache-2.0
#include "core/train/clip_source.h"

#include "core/base/atomic_file.h"
#include "core/train/cutout_world/caption.h"
#include "core/weights/safetensors.h"

#include <torch/torch.h>

#include <algorithm>

namespace longtake {

WorldSource::WorldSource(const Vocabulary& vocabulary,
                         WorldRenderer& renderer,
                         WorldTier tier,
                         uint64_t seed,
                         int64_t first_frames,
                         int64_t second_frames)
    : vocabulary_(vocabulary)
    , renderer_(renderer)
    , tier_(tier)
    , seed_(seed)
    , first_frames_(first_frames)
    , second_frames_(second_frames) {}

ClipScript WorldSource::script(int64_t index) const {
    Random random(seed_, static_cast<uint64_t>(index) + 1);
    return draw_script(vocabulary_, tier_, random.next(), first_frames_, second_frames_);
}

RenderedClip WorldSource::clip(int64_t index) {
    return renderer_.render(animate(vocabulary_, script(index)));
}

std::string WorldSource::caption(int64_t index, int part, Random& random) const {
    const ClipScript drawn = script(index);
    return write_caption(vocabulary_,
                         drawn.parts[std::min<size_t>(static_cast<size_t>(part), drawn.parts.size() - 1)].attributes,
                         random);
}

Result<std::unique_ptr<FolderSource>>
FolderSource::open(const std::filesystem::path& folder, int64_t frames, Size size) {
    std::unique_ptr<FolderSource> source(new FolderSource());
    source->frames_ = frames;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
        if (entry.path().extension() != ".safetensors") {
            continue;
        }
        const auto file = SafetensorsFile::open(entry.path());
        if (!file) {
            return file.error();
        }
        const TensorEntry* tensor = file->find("frames");
        if (tensor == nullptr || tensor->dtype != torch::kUInt8 || tensor->shape.size() != 4 ||
            tensor->shape[0] < frames || tensor->shape[1] != 3 || tensor->shape[2] != size.height ||
            tensor->shape[3] != size.width) {
            return bad_input(entry.path().string() + " does not hold `frames`, uint8 [at least " +
                             std::to_string(frames) + ", 3, " + std::to_string(size.height) + ", " +
                             std::to_string(size.width) + "]");
        }
        auto caption_path = entry.path();
        const auto caption = read_file(caption_path.replace_extension(".txt"), 1 << 16);
        if (!caption) {
            return bad_input(entry.path().string() + " has no caption", "Write it into " + caption_path.string() + ".");
        }
        source->clips_.push_back({entry.path(), caption->substr(0, caption->find_last_not_of(" \r\n\t") + 1)});
    }
    if (failure || source->clips_.empty()) {
        return bad_input(folder.string() + " holds no clips");
    }
    std::sort(source->clips_.begin(), source->clips_.end(),
              [](const Entry& a, const Entry& b) { return a.path < b.path; });
    return source;
}

RenderedClip FolderSource::clip(int64_t index) {
    const Entry& entry = clips_[static_cast<size_t>(index % clip_count())];
    const auto tensors = load_tensors(entry.path);
    TORCH_CHECK(static_cast<bool>(tensors), "[clip source] ", entry.path.string(), " can no longer be read");
    for (const auto& [name, tensor] : *tensors) {
        if (name == "frames") {
            const int64_t start = Random(static_cast<uint64_t>(index)).below(tensor.size(0) - frames_ + 1);
            return {tensor.narrow(0, start, frames_), torch::zeros({frames_, tensor.size(2) / 8, tensor.size(3) / 8})};
        }
    }
    TORCH_CHECK(false, "[clip source] ", entry.path.string(), " has lost its frames");
}

std::string FolderSource::caption(int64_t index, int /*part*/, Random& /*random*/) const {
    return clips_[static_cast<size_t>(index % clip_count())].caption;
}

} // namespace longtake
