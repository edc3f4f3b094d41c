// SPDX-License-Identifier: Apache-2.0
// trim through the command line: what goes, and what never does.
#include "core/project/lock_file.h"
#include "tests/app/captured_output.h"
#include "tests/app/filmed_project.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace longtake;

namespace {

/// The film with two more takes of the first shot, one of them rated.
struct TrimmedFilm : FilmedProject {
    TakeId spare;
    TakeId rated;

    TrimmedFilm() {
        TakeStore store(data_folder_of(file));
        spare = put_take(store, old_receipt("spare"))->take;
        rated = put_take(store, old_receipt("rated"))->take;
        film.ratings[rated].stars = 4;
        save();
    }

    static Receipt old_receipt(const std::string& prompt) {
        Receipt receipt = plain_receipt(prompt, "lion");
        receipt.created_at = "2020-01-01T00:00:00Z";
        return receipt;
    }
    size_t takes() const { return TakeStore(data_folder_of(file)).load()->of_shot({"lion"}).size(); }
};

} // namespace

TEST_SUITE("cli.trim") {
    TEST_CASE("old takes go but for chosen and rated ones, and a dry run deletes nothing") {
        const TrimmedFilm film;
        const auto dry = run_captured({"trim", film.path(), "--days", "365", "--dry-run", "--json"});
        REQUIRE_MESSAGE(dry.code == 0, dry.err);
        const auto plan = nlohmann::json::parse(dry.out);
        CHECK(plan.at("removed") == nlohmann::json{film.spare.value});
        CHECK(plan.at("dry_run") == true);
        CHECK(film.takes() == 3);
        CHECK(run_captured({"trim", film.path(), "--days", "365"}).code == 0);
        CHECK(film.takes() == 2);
        CHECK(run_captured({"trim", film.path(), "--size", "0"}).code == 0);
        CHECK(film.takes() == 2);
        CHECK(run_captured({"export", film.path(), "-o", film.output("film.mp4")}).code == 0);
    }

    TEST_CASE("amounts of disk, and what is refused") {
        const TrimmedFilm film;
        CHECK(run_captured({"trim", film.path()}).code == 2);
        for (const char* size : {"x", "", "-1", "2X", "1GG", "nan", "1e99"}) {
            CAPTURE(size);
            CHECK(run_captured({"trim", film.path(), "--size", size}).code == 2);
        }
        for (const char* size : {"1000000", "500M", "1.5G", "2T"}) {
            CAPTURE(size);
            CHECK(run_captured({"trim", film.path(), "--size", size}).code == 0);
        }
        CHECK(film.takes() == 3);
        const auto lock = ProjectLock::acquire(film.file);
        REQUIRE(lock);
        const auto open = run_captured({"trim", film.path(), "--size", "0"});
        CHECK(open.code == 2);
        CHECK(open.err.find("the film is open") != std::string::npos);
        CHECK(film.takes() == 3);
    }
}
