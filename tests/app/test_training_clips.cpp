// SPDX-License-Identifier: Apache-2.0
// A folder of videos becomes the frames that the trainer reads.
#include "app/cli/training_clips.h"
#include "core/base/atomic_file.h"
#include "core/media/video_encoder.h"
#include "core/weights/safetensors.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <torch/torch.h>

namespace longtake {

namespace fs = std::filesystem;

namespace {

/// `frames` pictures of 128 x 64 at `rate`, each of one grey, ever brighter.
void write_video(const fs::path& path, int64_t frames, FrameRate rate) {
    const Size size{128, 64};
    auto encoder = VideoEncoder::create(path, size, rate);
    REQUIRE(encoder);
    for (int64_t i = 0; i < frames; ++i) {
        REQUIRE(encoder->write(Frame(size, std::vector<uint8_t>(static_cast<size_t>(size.width * size.height * 3),
                                                                static_cast<uint8_t>(40 + 10 * i)))));
    }
    REQUIRE(encoder->finish());
}

torch::Tensor frames_of(const fs::path& path) {
    const auto tensors = load_tensors(path);
    REQUIRE(tensors);
    REQUIRE(tensors->front().first == "frames");
    return tensors->front().second;
}

} // namespace

TEST_SUITE("cli.training_clips") {
    TEST_CASE("videos are cut to size, brought to the rate, kept, and forgotten with their file") {
        const TemporaryFolder folder;
        const fs::path clips = folder.path() / "clips", out = folder.path() / "out";
        fs::create_directories(clips);
        write_video(clips / "a.mp4", 12, {24, 1});
        write_video(clips / "b.mkv", 6, {12, 1});
        REQUIRE(write_file_atomically(clips / "a.txt", "it grows light"));
        int read = 0;
        const ClipPreparation wish{clips, out, {32, 32}, {12, 1}, [&read](const std::string&) { ++read; }};

        const auto without_caption = prepare_training_clips(wish);
        REQUIRE_FALSE(without_caption);
        CHECK(without_caption.error().message.find("b.mkv has no caption") != std::string::npos);
        REQUIRE(write_file_atomically(clips / "b.txt", "it grows light too"));

        read = 0;
        const auto prepared = prepare_training_clips(wish);
        REQUIRE_MESSAGE(static_cast<bool>(prepared), prepared.error().message);
        CHECK(*prepared == out);
        CHECK(read == 1); // a was read before
        const torch::Tensor half = frames_of(out / "a.safetensors"), same = frames_of(out / "b.safetensors");
        CHECK(half.sizes() == at::IntArrayRef{6, 3, 32, 32});
        CHECK(same.sizes() == at::IntArrayRef{6, 3, 32, 32});
        const torch::Tensor light = half.to(torch::kFloat32).mean({1, 2, 3}); // frames 0, 2, 4 ... of the 24
        for (int64_t i = 0; i < 6; ++i) {
            CHECK(light[i].item<double>() == doctest::Approx(40 + 20 * i).epsilon(.05));
        }
        CHECK(*read_file(out / "a.txt", 1 << 10) == "it grows light");

        CHECK(prepare_training_clips(wish));
        CHECK(read == 1);
        fs::remove(clips / "b.mkv");
        CHECK(prepare_training_clips(wish));
        CHECK_FALSE(fs::exists(out / "b.safetensors"));
    }

    TEST_CASE("a folder of frames is taken as it is, a damaged video is named") {
        const TemporaryFolder folder;
        const ClipPreparation wish{folder.path(), folder.path() / "out", {32, 32}, {12, 1}, [](const std::string&) {}};
        CHECK(*prepare_training_clips(wish) == folder.path());
        REQUIRE(write_file_atomically(folder.path() / "c.mp4", "no video"));
        REQUIRE(write_file_atomically(folder.path() / "c.txt", "nothing"));
        const auto refused = prepare_training_clips(wish);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.find("c.mp4") != std::string::npos);
    }
}

} // namespace longtake
