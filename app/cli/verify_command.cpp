// SPDX-License-Identifier: Apache-2.0
// longtake verify: how a file was made, read back from the file itself; or whether a take's files are what was written.
#include "app/cli/verify_command.h"

#include "core/cache/take_store.h"
#include "core/safety/provenance.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>

namespace longtake {

namespace {

using Json = nlohmann::ordered_json;

void print_recipe(std::ostream& out, const ShotRecipe& recipe) {
    out << "  prompt    " << recipe.prompt << "\n  negative  " << recipe.negative << "\n  model     " << recipe.model
        << " (" << recipe.model_hash << ")\n  seed " << recipe.seed << ", steps " << recipe.steps << ", guidance "
        << recipe.guidance << ", sampler " << recipe.sampler << ", " << recipe.frames.value << " frames of "
        << to_string(recipe.size) << '\n';
}

Result<void> verify_take(const std::filesystem::path& folder, bool is_json) {
    const std::filesystem::path take = std::filesystem::absolute(folder / "").parent_path();
    if (take.parent_path().filename() != "takes") {
        return bad_input(folder.string() + " is no take", "A take is a folder FILM.t2vdata/takes/ID.");
    }
    TakeStore store(take.parent_path().parent_path());
    const auto receipt = store.verify({take.filename().string()});
    if (!receipt) {
        return receipt.error();
    }
    if (is_json) {
        std::cout << to_json(*receipt);
        return {};
    }
    std::cout << "take " << receipt->take.value << " of shot " << receipt->shot.value << ": all "
              << receipt->files.size() << " files are what was written\n";
    print_recipe(std::cout, receipt->recipe);
    std::cout << "  made " << receipt->created_at << " by " << receipt->made_with.program << " on "
              << receipt->made_with.device << " in " << receipt->made_with.dtype << '\n';
    if (!receipt->continues_from.is_empty()) {
        std::cout << "  continues from take " << receipt->continues_from.value << '\n';
    }
    return {};
}

void print_provenance(std::ostream& out, const Provenance& provenance) {
    out << "made by " << provenance.program << " with the model " << provenance.model << " (" << provenance.model_hash
        << ")\n"
        << (provenance.source_type.empty() ? "not marked as made by a model\n"
                                           : "marked as made by a model: " + provenance.source_type + "\n");
    if (!provenance.title.empty()) {
        out << "title: " << provenance.title << '\n';
    }
    if (provenance.shots.empty()) {
        out << "the recipe was left out\n";
    }
    for (const ShotProvenance& shot : provenance.shots) {
        out << "\nshot " << shot.id << ", frames " << shot.start_frame << ".." << shot.start_frame + shot.frames - 1
            << ", " << shot.seam << ", seed " << shot.seed << ", steps " << shot.steps << ", guidance " << shot.guidance
            << "\n  " << shot.prompt << '\n';
        if (!shot.negative.empty()) {
            out << "  without: " << shot.negative << '\n';
        }
    }
}

Result<void> verify_file(const std::filesystem::path& file, bool is_json) {
    const auto provenance = read_provenance(file);
    if (!provenance) {
        return provenance.error();
    }
    if (is_json) {
        std::cout << Json::parse(to_marks(*provenance).comment).dump(1) << '\n';
    } else {
        print_provenance(std::cout, *provenance);
    }
    return {};
}

Result<void> run(const Arguments& arguments) {
    const std::filesystem::path path = arguments.positionals()[0];
    std::error_code failure;
    if (std::filesystem::is_directory(path, failure)) {
        return verify_take(path, arguments.has("--json"));
    }
    return verify_file(path, arguments.has("--json"));
}

} // namespace

Command verify_command() {
    return {"verify",
            "reads back how a file was made; checks a take against its receipt",
            "FILE|TAKE [--json]",
            1,
            1,
            {{"--json", "", "the recipe or the receipt as JSON on stdout"}},
            run};
}

} // namespace longtake
