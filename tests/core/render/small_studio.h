// SPDX-License-Identifier: Apache-2.0
// A film of five small shots rendered with a real Wan model of a few thousand weights, and what jobs on it did.
#pragma once

#include "core/base/atomic_file.h"
#include "core/cache/take_store.h"
#include "core/project/project_file.h"
#include "core/project/project_path.h"
#include "core/render/find_model.h"
#include "core/render/render_job.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tiny_wan.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace longtake {

/// Written once for all cases.
inline const std::filesystem::path& tiny_model_folder() {
    static const TemporaryFolder folder;
    static const std::filesystem::path model = write_tiny_wan(folder.path());
    return model;
}

/// Loaded once for all cases.
inline VideoModel& tiny_model() {
    static const std::unique_ptr<VideoModel> model = [] {
        auto loaded = load_video_model(tiny_model_folder(), {});
        REQUIRE(loaded);
        return std::move(*loaded);
    }();
    return *model;
}

inline Shot small_shot(const std::string& id, const std::string& prompt, SeamKind seam) {
    Shot shot;
    shot.id = {id};
    shot.prompt = prompt;
    shot.length = FrameCount{5};
    shot.seam.kind = seam;
    return shot;
}

/// Two sequences: a b c, then d e.
inline Project small_film() {
    Project film;
    film.size = {128, 96};
    film.steps = 2;
    film.guidance = 1.0;
    film.shots = {small_shot("a", "a red car in the city", SeamKind::Cut),
                  small_shot("b", "a red car in the desert", SeamKind::Continue),
                  small_shot("c", "a lion in the desert", SeamKind::Continue),
                  small_shot("d", "a whale in the sea", SeamKind::Cut),
                  small_shot("e", "a boat in the sea", SeamKind::Continue)};
    return film;
}

/// The film in a folder of its own.
struct SmallStudio {
    TemporaryFolder folder;
    Project film = small_film();
    std::vector<std::string> made; ///< shots of takes, in order
    std::vector<std::string> failed;
    std::vector<std::string> warnings;
    bool model_was_needed = false;
    CheckpointPace pace{0, 0};
    std::filesystem::path timings_file = folder.path() / "timings.json";
    std::function<void(const WorkerEvent&, JobControl&)> react;
    std::function<std::string(const std::string&)> objection;
    std::function<Result<VideoModel*>()> model = [] { return Result<VideoModel*>(&tiny_model()); };

    std::filesystem::path file() const { return folder.path() / "film.t2vproj"; }
    TakeStore store() const { return TakeStore(data_folder_of(file())); }

    RenderParts parts() {
        RenderParts parts;
        auto facts = read_model_facts(tiny_model_folder(), "tiny", folder.path() / "cache");
        REQUIRE(facts);
        parts.facts = *facts;
        parts.model = [this]() -> Result<VideoModel*> {
            model_was_needed = true;
            return model();
        };
        parts.camera_text = [](const Shot&) { return std::string(); };
        parts.objection = objection;
        parts.timings_file = timings_file;
        parts.program = "test";
        parts.checkpoints = pace;
        return parts;
    }

    JobOutcome render(const RenderOrder& order = {{"job"}, {}, 1, false}) {
        made.clear();
        failed.clear();
        warnings.clear();
        model_was_needed = false;
        RenderJob job(film, file(), parts());
        JobControl control;
        const JobOutcome outcome = job.run(order, control, [&](const WorkerEvent& event) {
            if (const auto* take = std::get_if<event::TakeDone>(&event)) {
                made.push_back(take->shot.value);
            } else if (const auto* failure = std::get_if<event::ShotFailed>(&event)) {
                failed.push_back(failure->shot.value);
            } else if (const auto* warning = std::get_if<event::Warning>(&event)) {
                warnings.push_back(warning->message);
            }
            if (react) {
                react(event, control);
            }
        });
        for (const auto& [shot, take] : job.shown_takes()) {
            film.find(shot)->chosen_take = take;
        }
        return outcome;
    }

    Receipt receipt_of(const std::string& shot) const {
        auto index = store().load();
        REQUIRE(index);
        const Receipt* receipt = index->find(film.find(ShotId{shot})->chosen_take);
        REQUIRE(receipt != nullptr);
        return *receipt;
    }
    std::string latents_of(const std::string& shot) const { return receipt_of(shot).latents_sha256; }
    std::string frames_of(const std::string& shot) const {
        auto bytes = read_file(store().take_folder(film.find(ShotId{shot})->chosen_take) / kFramesFile);
        REQUIRE(bytes);
        return *bytes;
    }
    size_t takes_of(const std::string& shot) const {
        auto index = store().load();
        REQUIRE(index);
        return index->of_shot({shot}).size();
    }
    void forget_take(const std::string& shot) {
        REQUIRE(store().remove({film.find(ShotId{shot})->chosen_take}));
        film.find(ShotId{shot})->chosen_take = {};
    }
};

} // namespace longtake
