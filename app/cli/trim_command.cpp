// SPDX-License-Identifier: Apache-2.0
// longtake trim: deletes takes nobody needs, by age and by size, and what is left of renders nobody will go on with.
// Chosen and rated takes never go.
#include "app/cli/trim_command.h"

#include "app/cli/film_options.h"
#include "app/cli/film_plan.h"
#include "core/cache/take_store.h"
#include "core/cache/take_trimming.h"
#include "core/project/lock_file.h"
#include "core/project/project_file.h"
#include "core/project/project_path.h"
#include "core/project/utc_time.h"
#include "core/render/abandoned_checkpoints.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <chrono>
#include <iostream>

namespace longtake {

namespace {

/// "500M", "2G", "1.5T" or bytes, in powers of 1024.
Result<int64_t> parse_bytes(const std::string& text) {
    double number = 0;
    const char* const end_of_text = text.data() + text.size();
    const auto [end, failure] = std::from_chars(text.data(), end_of_text, number);
    const std::string unit(end, end_of_text);
    const size_t power = unit.empty() ? 0 : std::string("BKMGT").find(unit);
    if (failure != std::errc{} || power == std::string::npos || unit.size() > 1 || !(number >= 0.0) || number > 1e15) {
        return bad_input("'" + text + "' is no amount of disk", "Write bytes, 500M, 2G or 1.5T.");
    }
    for (size_t n = 0; n < power; ++n) {
        number *= 1024.0;
    }
    return static_cast<int64_t>(number);
}

/// As receipts write it.
std::string days_ago(int64_t days) {
    std::string text = readable_utc(wall_time_now() - std::chrono::hours(24 * days));
    text[text.find(' ')] = 'T';
    return text + "Z";
}

Result<TrimRules> read_rules(const Arguments& arguments) {
    TrimRules rules;
    if (const auto size = arguments.text("--size")) {
        const auto bytes = parse_bytes(*size);
        if (!bytes) {
            return bytes.error();
        }
        rules.most_bytes = *bytes;
    }
    if (arguments.has("--days")) {
        const auto days = arguments.whole_or("--days", 0, 0, 36500);
        if (!days) {
            return days.error();
        }
        rules.oldest_allowed = days_ago(*days);
    }
    rules.removes_deleted = arguments.has("--deleted");
    if (!rules.most_bytes && !rules.oldest_allowed && !rules.removes_deleted && !arguments.has("--checkpoints")) {
        return bad_input("trim needs to be told what may go",
                         "--size, --days, --deleted or --checkpoints; --dry-run only says what would.");
    }
    return rules;
}

/// A window that has the film open may be showing what would go. The lock is only looked at: taking it would hide from
/// the next window that the last one crashed.
Result<void> check_nobody_works(const std::filesystem::path& film) {
    const LockState lock = read_lock(film);
    if (lock.verdict == LockVerdict::Free || lock.verdict == LockVerdict::Crashed) {
        return {};
    }
    return bad_input("the film is open" + (lock.owner ? ": " + to_string(*lock.owner) : std::string()),
                     "Close it first.");
}

/// Checkpoints no render of the film as it stands would go on with. Without the model there is no plan to ask, and all
/// stay.
Result<std::vector<StoredCheckpoint>>
find_abandoned(const std::filesystem::path& file, const std::string& model, const CheckpointStore& checkpoints) {
    if (checkpoints.list().empty()) {
        return std::vector<StoredCheckpoint>{};
    }
    const auto film = plan_film(file, model, {});
    if (!film && film.error().code == ErrorCode::Model) {
        std::cerr << "longtake: checkpoints stay, because the film cannot be planned: " << film.error().message << '\n';
        return std::vector<StoredCheckpoint>{};
    }
    if (!film) {
        return film.error();
    }
    return abandoned_checkpoints(checkpoints, film->project, film->plan, film->takes);
}

void report(const TrimPlan& plan, const std::vector<StoredCheckpoint>& checkpoints, bool is_dry_run, bool is_json) {
    int64_t checkpoint_bytes = 0;
    for (const StoredCheckpoint& checkpoint : checkpoints) {
        checkpoint_bytes += checkpoint.bytes;
    }
    if (is_json) {
        nlohmann::ordered_json takes = nlohmann::ordered_json::array();
        for (const TakeId& take : plan.takes) {
            takes.push_back(take.value);
        }
        std::cout << nlohmann::ordered_json{{"removed", takes},
                                            {"checkpoints", checkpoints.size()},
                                            {"freed_bytes", plan.freed_bytes + checkpoint_bytes},
                                            {"kept_bytes", plan.kept_bytes},
                                            {"dry_run", is_dry_run}}
                         .dump(1)
                  << '\n';
        return;
    }
    std::cout << plan.takes.size() << (plan.takes.size() == 1 ? " take" : " takes")
              << (checkpoints.empty()
                      ? std::string()
                      : " and what is left of " + std::to_string(checkpoints.size()) + " unfinished ones")
              << (is_dry_run ? " would be deleted, " : " deleted, ") << ((plan.freed_bytes + checkpoint_bytes) >> 20)
              << " MiB; " << (plan.kept_bytes >> 20) << " MiB stay\n";
}

Result<void> run(const Arguments& arguments) {
    const std::filesystem::path file = path_from_utf8(arguments.positionals()[0]);
    const auto rules = read_rules(arguments);
    if (!rules) {
        return rules.error();
    }
    const bool is_dry_run = arguments.has("--dry-run");
    const auto film = load_project(file);
    if (!film) {
        return film.error();
    }
    if (auto free = is_dry_run ? Result<void>() : check_nobody_works(file); !free) {
        return free;
    }
    TakeStore store(data_folder_of(file));
    const auto index = store.load();
    if (!index) {
        return index.error();
    }
    const TrimPlan plan = plan_trimming(film->project, *index, *rules);
    const CheckpointStore checkpoints(store.folder() / kCheckpointFolder);
    const auto abandoned = find_abandoned(file, read_model(arguments), checkpoints);
    if (!abandoned) {
        return abandoned.error();
    }
    if (!is_dry_run) {
        for (const StoredCheckpoint& checkpoint : *abandoned) {
            checkpoints.remove(checkpoint.key);
        }
        if (auto removed = store.remove(plan.takes); !removed) {
            return removed;
        }
    }
    report(plan, *abandoned, is_dry_run, arguments.has("--json"));
    return {};
}

} // namespace

Command trim_command() {
    return {
        "trim",
        "delete takes nobody needs, by size and age; chosen and rated ones stay",
        "FILM.t2vproj [--size 2G] [--days N] [--deleted] [--checkpoints] [--dry-run]",
        1,
        1,
        {{"--size", "BYTES", "the oldest go until all takes together have this size: 500M, 2G"},
         {"--days", "N", "takes older than this go"},
         {"--deleted", "", "takes deleted in the studio go"},
         {"--checkpoints", "", "unfinished takes that no render would go on with; they go with every other wish too"},
         model_option(),
         {"--dry-run", "", "only say what would go"},
         {"--json", "", "one JSON object on stdout"}},
        run};
}

} // namespace longtake
