// SPDX-License-Identifier: Apache-2.0
// The film as its takes are now: what export, measure and playback show. Lengths come from the takes themselves, so
// that it needs no model and holds for pinned and stale takes too.
#pragma once

#include "core/base/result.h"
#include "core/cache/take_store.h"
#include "core/project/project.h"
#include "core/project/timeline.h"
#include "core/safety/provenance.h"

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace longtake {

struct ShownFilm {
    Timeline timeline;
    std::vector<std::filesystem::path> segments; ///< one for each shot; empty where there is no take
    std::vector<std::string> problems;           ///< shots whose take is missing or was set aside, in words
    std::set<std::string> other_models;          ///< names of models with takes of shots that show none
    /// The recipe of each shot that has a take, for ExportRequest::provenance.
    Provenance provenance;
};

/// Takes are the chosen ones; each segment's checksum is verified, and a damaged take is set aside and not shown.
Result<ShownFilm> show_film(const Project& project, TakeStore& store);

} // namespace longtake
