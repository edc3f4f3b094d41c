// SPDX-License-Identifier: Apache-2.0
// longtake verify: how a file was made, read back from the file itself; or whether a take's files are what was written
// and, with --render, whether its receipt leads to them again.
#include "app/cli/verify_command.h"

#include "app/cli/film_options.h"
#include "app/cli/verify_render.h"
#include "core/safety/provenance.h"
#include "core/sampling/memory_ladder.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>
#include <sstream>

namespace longtake {

namespace {

using Json = nlohmann::ordered_json;

void print_recipe(std::ostream& out, const ShotRecipe& recipe) {
    out << "  prompt    " << recipe.prompt << "\n  negative  " << recipe.negative << "\n  model     " << recipe.model
        << " (" << recipe.model_hash << ")\n  seed " << recipe.seed << ", steps " << recipe.steps << ", guidance "
        << recipe.guidance << ", sampler " << recipe.sampler << ", " << recipe.frames.value << " frames of "
        << to_string(recipe.size) << '\n';
}

void print_memory_savings(std::ostream& out, const std::vector<std::string>& names) {
    if (!names.empty()) {
        out << "  memory was short: made " << memory_savings_in_words(names) << '\n';
    }
}

void print_take(std::ostream& out, const Receipt& receipt) {
    out << "take " << receipt.take.value << " of shot " << receipt.shot.value << ": all " << receipt.files.size()
        << " files are what was written\n";
    print_recipe(out, receipt.recipe);
    out << "  made " << receipt.created_at << " by " << receipt.made_with.program << " on " << receipt.made_with.device
        << " in " << receipt.made_with.dtype << " with " << receipt.made_with.threads << " threads\n";
    print_memory_savings(out, receipt.made_with.memory_savings);
    if (!receipt.safety.empty()) {
        out << "  its text was held to the safety level " << receipt.safety << '\n';
    }
    if (!receipt.continues_from.is_empty()) {
        out << "  continues from take " << receipt.continues_from.value << '\n';
    }
}

Json to_json(const Remake& remake) {
    Json json{{"same", remake.is_same()},
              {"same_latents", remake.has_same_latents},
              {"same_frames", remake.has_same_frames},
              {"latents_error", remake.latents_error},
              {"other_conditions", remake.other_conditions}};
    json["frames_psnr_db"] = remake.has_same_frames ? Json(nullptr) : Json(remake.frames_psnr_db);
    return json;
}

/// An error unless the take came out the same.
Result<void> judge(const Remake& remake) {
    if (remake.is_same()) {
        std::cerr << "made again: the same latents and the same frames, byte for byte\n";
        return {};
    }
    std::ostringstream message;
    message << "made again, the take is another one: ";
    if (remake.has_same_latents) {
        message << "the same latents, but other frames";
    } else {
        message << "latents differ by " << remake.latents_error << " of their size";
    }
    message << ", pictures agree to " << remake.frames_psnr_db << " dB";
    std::string conditions;
    for (const std::string& condition : remake.other_conditions) {
        conditions += (conditions.empty() ? "It was made under other conditions: " : ", ") + condition;
    }
    return bad_input(message.str(), conditions.empty() ? "The conditions were the receipt's." : conditions + ".");
}

Result<DeviceChoice> read_conditions(const Arguments& arguments, const Receipt& receipt) {
    DeviceChoice choice = conditions_of(receipt);
    choice.device = arguments.text_or("--device", choice.device);
    choice.dtype = arguments.text_or("--dtype", choice.dtype);
    const auto threads = arguments.whole_or("--threads", choice.threads, 1, 1024);
    if (!threads) {
        return threads.error();
    }
    choice.threads = *threads;
    return choice;
}

Result<void> verify_take(const std::filesystem::path& folder, const Arguments& arguments) {
    const std::filesystem::path take = std::filesystem::absolute(folder / "").parent_path();
    if (take.parent_path().filename() != "takes") {
        return bad_input(folder.string() + " is no take", "A take is a folder FILM.t2vdata/takes/ID.");
    }
    TakeStore store(take.parent_path().parent_path());
    const auto receipt = store.verify({take.filename().string()});
    if (!receipt) {
        return receipt.error();
    }
    const bool is_json = arguments.has("--json");
    if (!is_json) {
        print_take(std::cout, *receipt);
    }
    if (!arguments.has("--render")) {
        if (is_json) {
            std::cout << to_json(*receipt);
        }
        return {};
    }
    const auto choice = read_conditions(arguments, *receipt);
    if (!choice) {
        return choice.error();
    }
    const auto remake = verify_by_rendering(store, *receipt, *choice, read_model(arguments));
    if (!remake) {
        return remake.error();
    }
    if (is_json) {
        Json json = Json::parse(to_json(*receipt));
        json["made_again"] = to_json(*remake);
        std::cout << json.dump(1) << '\n';
    }
    return judge(*remake);
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
        print_memory_savings(out, shot.memory_savings);
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
    const std::filesystem::path path = std::filesystem::u8path(arguments.positionals()[0]);
    std::error_code failure;
    if (std::filesystem::is_directory(path, failure)) {
        return verify_take(path, arguments);
    }
    for (const char* option : {"--render", "--model", "--device", "--dtype", "--threads"}) {
        if (arguments.has(option)) {
            return bad_input(std::string(option) + " is for takes", "A take is a folder FILM.t2vdata/takes/ID.");
        }
    }
    return verify_file(path, arguments.has("--json"));
}

} // namespace

Command verify_command() {
    return {"verify",
            "reads back how a file was made; checks a take, and makes it again",
            "FILE|TAKE [--json] [--render]",
            1,
            1,
            {{"--json", "", "the recipe or the receipt as JSON on stdout"},
             {"--render", "", "make the take again from its receipt and compare"},
             model_option(),
             {"--device", "NAME", "with --render: another device than the receipt's"},
             {"--dtype", "NAME", "with --render: another number format than the receipt's"},
             {"--threads", "N", "with --render: another number of threads than the receipt's"}},
            run};
}

} // namespace longtake
