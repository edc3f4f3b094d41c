// SPDX-License-Identifier: Apache-2.0
// A film as its takes show it, for the verbs that look at it: export, measure, and render when it is done.
#pragma once

#include "core/base/result.h"
#include "core/film/exporter.h"
#include "core/film/shown_film.h"
#include "core/project/project.h"

#include <filesystem>
#include <string>

namespace longtake {

struct FilmOnShow {
    Project project;
    ShownFilm shown;
};

/// The film at `file` with the takes its shots chose. With `model` instead the takes made with that model: those that
/// fit what the film asks for, else each shot's newest; pinned shots keep theirs.
Result<FilmOnShow> film_on_show(const std::filesystem::path& file, const std::string& model);

/// All of it as one file `target`, with what the file is to say about how it was made.
ExportRequest export_request(FilmOnShow film, std::filesystem::path target, EncoderSettings settings);

/// What to do about a film of which not everything can be shown.
std::string advice_for(const FilmOnShow& film, const std::filesystem::path& file, const std::string& model);

} // namespace longtake
