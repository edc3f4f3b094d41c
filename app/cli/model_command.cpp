// SPDX-License-Identifier: Apache-2.0
// longtake model: which models are installed, what one is, whether its files are whole, and keeping the list.
// Configs and file headers answer every question; only check reads whole files, where checksums lie beside them.
#include "app/cli/model_command.h"

#include "app/cli/interrupt.h"
#include "app/cli/model_report.h"
#include "app/cli/progress_line.h"
#include "core/base/program_folders.h"
#include "core/weights/checksums.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>

namespace longtake {

namespace {

using nlohmann::ordered_json;

constexpr const char* kActions = "list, info DIR, check DIR, add DIR, remove NAME";

Result<ModelCatalog> open_catalog() {
    std::vector<std::filesystem::path> shipped;
    if (const auto resources = resource_folder()) {
        shipped.push_back(*resources / "models");
    }
    return ModelCatalog::open(user_config_folder(), shipped);
}

void print_json(const ordered_json& json) {
    std::cout << json.dump(2, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

Result<void> list_models(const ModelCatalog& catalog, bool is_json) {
    ordered_json all = ordered_json::array();
    for (const InstalledModel& model : catalog.models()) {
        const ModelReport report = inspect_model(model);
        if (is_json) {
            all.push_back(report_json(report));
        } else {
            print_line(std::cout, report);
        }
    }
    if (is_json) {
        print_json({{"models", all}});
    } else if (catalog.models().empty()) {
        std::cerr << "No models yet. `longtake model add DIR` adds one.\n";
    }
    return {};
}

/// The model that `word` names: a catalogue name or a folder.
Result<ModelReport> find_report(const ModelCatalog& catalog, const std::string& word) {
    const auto folder = catalog.resolve(word);
    if (!folder) {
        return folder.error();
    }
    const auto known = std::find_if(catalog.models().begin(), catalog.models().end(),
                                    [&](const InstalledModel& model) { return model.name == word; });
    return inspect_model(known == catalog.models().end() ? InstalledModel{"", *folder, false} : *known);
}

Result<void> show_model(const ModelCatalog& catalog, const std::string& word, bool is_json) {
    const auto report = find_report(catalog, word);
    if (!report) {
        return report.error();
    }
    if (is_json) {
        print_json(report_json(*report));
    } else if (report->summary) {
        print_page(std::cout, *report);
    }
    return report->problem ? Result<void>(*report->problem) : Result<void>();
}

/// "a, b and 3 more"
std::string some_of(const std::vector<std::string>& names) {
    constexpr size_t kShown = 4;
    std::string text;
    for (size_t i = 0; i < std::min(names.size(), kShown); ++i) {
        text += (i == 0 ? "" : ", ") + names[i];
    }
    return names.size() > kShown ? text + " and " + std::to_string(names.size() - kShown) + " more" : text;
}

/// Nothing at all when Git LFS fetched everything.
Result<void> check_fetched(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const std::filesystem::path& file : unfetched_files(folder)) {
        names.push_back(file.generic_string());
    }
    if (names.empty()) {
        return {};
    }
    return model_error(folder.string() + ": " + std::to_string(names.size()) +
                           " files were not fetched, Git LFS pointers stand in their place: " + some_of(names),
                       "Run `git lfs pull` in that folder.");
}

/// Compares the files with the checksums beside them; shows how far it is.
Result<ChecksumReport> check_checksums(const std::filesystem::path& folder, bool as_events) {
    const auto checksums = find_checksums(folder);
    if (!checksums) {
        return checksums.error();
    }
    const Interrupt interrupt;
    ProgressLine line;
    line.begin("comparing checksums, percent", 100);
    int64_t shown = -1;
    const auto progress = [&](int64_t done, int64_t total) {
        const int64_t percent = total == 0 ? 100 : done * 100 / total;
        if (percent == shown) {
            return;
        }
        shown = percent;
        if (as_events) {
            std::cout << ordered_json{{"done", done}, {"total", total}}.dump() << std::endl;
        } else {
            line.advance_to(percent);
        }
    };
    return verify_checksums(folder, *checksums, progress, interrupt.token());
}

void print_whole(const ModelReport& report, const ChecksumReport& sums) {
    int64_t tensors = 0;
    for (const ComponentSummary& component : report.summary->components) {
        tensors += component.tensor_count;
    }
    std::cout << report.folder.string() << ": whole, " << tensors << " tensors as their configs ask for; ";
    if (sums.files == 0) {
        std::cout << "no checksums lie beside the files\n";
    } else {
        std::cout << sums.files << " files as their checksums say\n";
    }
}

Result<void> check_model(const ModelCatalog& catalog, const std::string& word, const Arguments& arguments) {
    const std::string kind = arguments.text_or("--progress", "text");
    if (kind != "text" && kind != "json") {
        return bad_input("--progress " + kind + " is not text or json");
    }
    auto report = find_report(catalog, word);
    if (!report) {
        return report.error();
    }
    if (const auto fetched = check_fetched(report->folder); !fetched) {
        report->problem = fetched.error();
    }
    ChecksumReport sums;
    if (!report->problem) {
        auto compared = check_checksums(report->folder, kind == "json");
        if (!compared) {
            return compared.error();
        }
        sums = *std::move(compared);
        if (!sums.faults.empty()) {
            report->problem =
                model_error(report->folder.string() + ": " + some_of(sums.faults), "Download these files again.");
        }
    }
    if (arguments.has("--json")) {
        ordered_json json = report_json(*report);
        json["checksums"] = {{"files", sums.files}, {"bytes", sums.bytes}, {"faults", sums.faults}};
        print_json(json);
    } else if (!report->problem) {
        print_whole(*report, sums);
    }
    return report->problem ? Result<void>(*report->problem) : Result<void>();
}

Result<void> add_model(ModelCatalog& catalog, const std::string& folder, const std::string& name, bool is_json) {
    const ModelReport report = inspect_model({"", folder, false});
    if (report.problem) {
        return *report.problem;
    }
    const auto added = catalog.add(folder, name);
    if (!added) {
        return added.error();
    }
    if (is_json) {
        print_json({{"added", *added}});
    } else {
        std::cout << "added " << *added << '\n';
    }
    return {};
}

Result<void> remove_model(ModelCatalog& catalog, const std::string& name, bool is_json) {
    if (auto removed = catalog.remove(name); !removed) {
        return removed;
    }
    if (is_json) {
        print_json({{"removed", name}});
    } else {
        std::cout << "removed " << name << " from the list; its files were left alone\n";
    }
    return {};
}

Result<void> run(const Arguments& arguments) {
    const std::string& action = arguments.positionals()[0];
    const bool is_known =
        action == "list" || action == "info" || action == "check" || action == "add" || action == "remove";
    const size_t expected = action == "list" ? 1 : 2;
    if (!is_known || arguments.positionals().size() != expected) {
        return bad_input(is_known ? "model " + action + (expected == 1 ? " takes no argument" : " needs one argument")
                                  : "unknown action '" + action + "'",
                         std::string("The actions are: ") + kActions + ".");
    }
    if (arguments.has("--name") && action != "add") {
        return bad_input("--name belongs to model add");
    }
    if (arguments.has("--progress") && action != "check") {
        return bad_input("--progress belongs to model check");
    }
    auto catalog = open_catalog();
    if (!catalog) {
        return catalog.error();
    }
    const bool is_json = arguments.has("--json");
    if (action == "list") {
        return list_models(*catalog, is_json);
    }
    const std::string& subject = arguments.positionals()[1];
    if (action == "info") {
        return show_model(*catalog, subject, is_json);
    }
    if (action == "check") {
        return check_model(*catalog, subject, arguments);
    }
    return action == "add" ? add_model(*catalog, subject, arguments.text_or("--name", ""), is_json)
                           : remove_model(*catalog, subject, is_json);
}

} // namespace

Command model_command() {
    return {"model",
            "lists, shows, checks and keeps models",
            "list | info DIR | check DIR | add DIR [--name NAME] | remove NAME [--json]\n\n"
            "DIR is a folder in diffusers layout or a name from the list. Configs and file headers are read; check "
            "also reads whole\n"
            "files where checksums lie beside them (SHA256SUMS, *.sha256, what a Hugging Face download notes). Pickles "
            "are never\n"
            "opened. add records where a folder is, remove forgets it: model files are not touched.",
            1,
            2,
            {{"--name", "NAME", "with add: what films call the model; default: the folder's name"},
             {"--progress", "text|json", "with check: json prints a line of bytes done and total as it goes"},
             {"--json", "", "print one JSON object"}},
            run};
}

} // namespace longtake
