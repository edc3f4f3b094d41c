// SPDX-License-Identifier: Apache-2.0
#include "app/cli/film_session.h"

#include "core/base/program_folders.h"
#include "core/nn/device.h"
#include "core/project/project_text.h"
#include "core/render/find_model.h"

#include <torch/torch.h>

#include <chrono>
#include <utility>

namespace longtake {

namespace {

/// A film that is not (yet) what stands in its file: the window's unsaved edits.
Result<LoadedProject> film_of_text(const std::string& text, const std::filesystem::path& path) {
    ProjectText read = read_project_text(text, path.filename().string());
    if (!read.project) {
        return to_error(read.problems);
    }
    LoadedProject loaded;
    loaded.project = std::move(*read.project);
    loaded.problems = std::move(read.problems);
    return loaded;
}

} // namespace

Result<VideoModel*> ModelSession::use(const std::filesystem::path& folder, const DeviceChoice& choice) {
    if (model_ != nullptr && folder == folder_ && choice == choice_) {
        return model_.get();
    }
    release();
    const auto start = std::chrono::steady_clock::now();
    auto device = choose_device(choice.device);
    if (!device) {
        return device.error();
    }
    auto dtype = choose_dtype(choice.dtype, *device);
    if (!dtype) {
        return dtype.error();
    }
    torch::set_num_threads(choice.threads > 0 ? static_cast<int>(choice.threads) : physical_cores());
    ComputePolicy policy;
    policy.device = *device;
    policy.dtype = *dtype;
    policy.kernel_folder = user_cache_folder();
    auto model = load_video_model(folder, policy);
    if (!model) {
        return model.error();
    }
    model_ = std::move(*model);
    folder_ = folder;
    choice_ = choice;
    load_s_ = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return model_.get();
}

void ModelSession::release() {
    model_.reset();
    folder_.clear();
}

Result<OpenFilm> open_film(const std::filesystem::path& path, const std::string& text, const std::string& model) {
    auto loaded = text.empty() ? load_project(path) : film_of_text(text, path);
    if (!loaded) {
        return loaded.error();
    }
    const auto presets_at = preset_folder();
    auto presets = presets_at ? load_presets(*presets_at) : Result<Presets>(Presets{});
    if (!presets) {
        return presets.error();
    }
    if (!model.empty()) {
        loaded->project.model = model;
    }
    auto folder = find_model(loaded->project.model, path.parent_path());
    if (!folder) {
        return folder.error();
    }
    auto facts = read_model_facts(*folder, loaded->project.model, user_cache_folder());
    if (!facts) {
        return facts.error();
    }
    return OpenFilm{
        path, std::move(*loaded), std::move(*presets), std::move(*folder), std::move(*facts), SafetyLevel::Careful};
}

RenderParts render_parts(const OpenFilm& film, ModelSession& session, const DeviceChoice& choice) {
    RenderParts parts;
    parts.facts = film.facts;
    parts.model = [&session, folder = film.model_folder, choice] { return session.use(folder, choice); };
    parts.camera_text = [presets = film.presets](const Shot& shot) { return camera_text(presets, shot.camera); };
    parts.objection = [level = film.safety](const std::string& prompt) { return content_objection(prompt, level); };
    parts.safety = to_string(film.safety);
    parts.timings_file = user_cache_folder() / "timings.json";
    parts.program = "longtake " LONGTAKE_VERSION;
    return parts;
}

Project with_takes(Project project, const std::map<ShotId, TakeId>& shown) {
    for (Shot& shot : project.shots) {
        const auto take = shown.find(shot.id);
        if (take != shown.end() && !shot.is_pinned) {
            shot.chosen_take = take->second;
        }
    }
    return project;
}

Result<void> save_shown_takes(const OpenFilm& film, const std::map<ShotId, TakeId>& shown) {
    constexpr int kAttempts = 5; // others that write into the same film at the same moment
    Result<void> outcome;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const auto now = load_project(film.path);
        if (!now) {
            return now.error();
        }
        std::map<ShotId, TakeId> changed;
        for (const auto& [shot, take] : shown) {
            const Shot* then = film.loaded.project.find(shot);
            const Shot* current = now->project.find(shot);
            if (then != nullptr && current != nullptr && current->chosen_take == then->chosen_take) {
                changed[shot] = take;
            }
        }
        const Project project = with_takes(now->project, changed);
        if (project == now->project || !now->read_only_reason.empty()) {
            return {};
        }
        const auto saved = save_project(film.path, project, {now->content_hash});
        if (saved) {
            return {};
        }
        outcome = saved.error();
    }
    return outcome;
}

} // namespace longtake
