// SPDX-License-Identifier: Apache-2.0
#include "core/cache/take_trimming.h"
#include "tests/core/cache/take_fixtures.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace longtake;

namespace {

/// Ten takes of 100 bytes, made one a day. "b" continues from "a", "d" from "c"; the others stand alone.
TakeIndex ten_takes() {
    std::vector<Receipt> takes;
    for (int64_t number = 0; number < 10; ++number) {
        const std::string id(1, static_cast<char>('a' + number));
        Receipt receipt = plain_receipt("prompt " + id);
        receipt.take = {id};
        receipt.serial = number + 1;
        receipt.created_at = "2026-11-0" + std::to_string(number) + "T00:00:00Z";
        receipt.files[kLatentsFile] = {100, "latents of " + id};
        if (id == "b" || id == "d") {
            receipt.continues_from = {id == "b" ? "a" : "c"};
            receipt.context_sha256 = "latents of " + receipt.continues_from.value;
        }
        takes.push_back(receipt);
    }
    return TakeIndex(takes, {}, {});
}

/// "b" is chosen; "f" has stars, "g" a note; "h" was rated and unrated.
Project project_of_takes() {
    Project project;
    Shot shot;
    shot.id = {"s1"};
    shot.chosen_take = {"b"};
    project.shots = {shot};
    project.ratings[{"f"}].stars = 1;
    project.ratings[{"g"}].note = "the light!";
    project.ratings[{"h"}] = {};
    return project;
}

std::string spelled(const std::vector<TakeId>& takes) {
    std::string text;
    for (const TakeId& take : takes) {
        text += take.value;
    }
    return text;
}

} // namespace

TEST_SUITE("cache.take_trimming") {
    TEST_CASE("chosen, rated and ancestor takes never go, whatever is asked") {
        TrimRules rules;
        rules.most_bytes = 0;
        rules.oldest_allowed = "2999-01-01T00:00:00Z";
        rules.removes_deleted = true;
        Project project = project_of_takes();
        project.deleted_takes[{"b"}] = {"s1"};
        const TrimPlan plan = plan_trimming(project, ten_takes(), rules);
        std::string gone = spelled(plan.takes);
        std::ranges::sort(gone);
        CHECK(gone == "cdehij");
        CHECK(plan.freed_bytes == 600);
        CHECK(plan.kept_bytes == 400);
    }

    TEST_CASE("a take goes only after those that continue from it") {
        TrimRules rules;
        rules.most_bytes = 0;
        const std::string gone = spelled(plan_trimming(project_of_takes(), ten_takes(), rules).takes);
        CHECK(gone.find('d') < gone.find('c'));
    }

    TEST_CASE("size takes the oldest first, and no more than needed") {
        TrimRules rules;
        rules.most_bytes = 750;
        CHECK(spelled(plan_trimming(project_of_takes(), ten_takes(), rules).takes) == "dce");
        rules.most_bytes = 1000;
        CHECK(plan_trimming(project_of_takes(), ten_takes(), rules).takes.empty());
    }

    TEST_CASE("age looks at dates; a parent that is old stays while a young child needs it") {
        TrimRules rules;
        rules.oldest_allowed = "2026-11-03T00:00:00Z";
        // "c" is from the 2nd, but "d" from the 3rd continues from it.
        CHECK(plan_trimming(project_of_takes(), ten_takes(), rules).takes.empty());
        rules.oldest_allowed = "2026-11-04T00:00:00Z";
        CHECK(spelled(plan_trimming(project_of_takes(), ten_takes(), rules).takes) == "dc");
    }

    TEST_CASE("takes the person deleted go when asked to") {
        Project project = project_of_takes();
        project.deleted_takes[{"j"}] = {"s1"};
        CHECK(plan_trimming(project, ten_takes(), {}).takes.empty());
        TrimRules rules;
        rules.removes_deleted = true;
        CHECK(spelled(plan_trimming(project, ten_takes(), rules).takes) == "j");
    }
}
