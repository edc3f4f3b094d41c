// SPDX-License-Identifier: Apache-2.0
// A film on disk whose shots have takes with real segments, made without a model.
#pragma once

#include "core/cache/take_store.h"
#include "core/media/video_encoder.h"
#include "core/project/project_file.h"
#include "core/project/project_path.h"
#include "tests/core/cache/take_fixtures.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_pictures.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace longtake {

/// Four shots of 17 frames at 16 fps: "lion", "bird" continues, a cut to "whale", and "boat", which continues.
struct FilmedProject {
    static constexpr Size kSize{96, 64};
    static constexpr int64_t kFrames = 17;

    TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "film.t2vproj";
    Project film;

    FilmedProject() {
        film.title = "Four shots";
        film.size = kSize;
        for (const char* id : {"lion", "bird", "whale", "boat"}) {
            Shot shot;
            shot.id = {id};
            shot.prompt = std::string("a ") + id;
            shot.length = FrameCount{kFrames};
            shot.seam.kind = shot.id.value == "whale" ? SeamKind::Cut : SeamKind::Continue;
            film.shots.push_back(shot);
        }
        for (Shot& shot : film.shots) {
            shot.chosen_take = put(shot);
        }
        save();
    }

    void save() const { REQUIRE(save_project(file, film)); }
    std::string path() const { return file.string(); }
    std::string output(const std::string& name) const { return (folder.path() / name).string(); }

private:
    TakeId put(const Shot& shot) const {
        TakeStore store(data_folder_of(file));
        Receipt receipt = plain_receipt(shot.prompt, shot.id.value);
        receipt.recipe.frames = {kFrames};
        auto take = store.begin(shot_key(receipt.recipe));
        REQUIRE(take);
        auto encoder = VideoEncoder::create(take->file(kFramesFile), kSize, film.frame_rate, segment_settings());
        REQUIRE(encoder);
        for (int64_t frame = 0; frame < kFrames; ++frame) {
            REQUIRE(encoder->write(picture_at(kSize, 50.0 * static_cast<double>(shot.id.value.size() + frame))));
        }
        REQUIRE(encoder->finish());
        REQUIRE(write_file_atomically(take->file(kLatentsFile), "latents"));
        REQUIRE(write_file_atomically(take->file(kThumbFile), "thumb"));
        const auto stored = store.commit(std::move(*take), std::move(receipt));
        REQUIRE(stored);
        return stored->take;
    }
};

} // namespace longtake
