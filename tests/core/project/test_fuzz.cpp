// SPDX-License-Identifier: Apache-2.0
// Seeded mutations of films and stories: whatever the bytes are, the readers answer with values or problems, and what
// they accept holds every rule and reads back equal. LONGTAKE_FUZZ_ROUNDS asks for more than the few of an ordinary
// run.
#include "core/project/fountain.h"
#include "core/project/presets.h"
#include "core/project/project_text.h"
#include "core/project/reimport.h"
#include "core/project/story.h"
#include "core/project/text_input.h"
#include "core/project/validate.h"
#include "tests/core/project/films.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <variant>

using namespace longtake;

namespace {

int rounds(int usual) {
    const char* asked = std::getenv("LONGTAKE_FUZZ_ROUNDS");
    return asked == nullptr ? usual : std::atoi(asked);
}

/// Changes, removes, repeats and inserts a few bytes, tokens and lines.
std::string mutated(std::string text, std::mt19937& random) {
    static const std::vector<std::string> tokens{
        "[",           "]",     "{",      "}",       ":",       ": ",   "- ",
        "&a ",         "*a",    "!!str ", "|",       ">",       "\"",   "'",
        "#",           "\n",    "\n  ",   "\t",      "? ",      "<<: ", "~",
        "null",        "1e999", "-1",     "nan",     "0x",      "\xFF", "\xED\xA0\x80",
        "👩‍🚀", "---\n", "...",    "%",       "@",       "`",    "../x",
        "longtake:",   "shots", "id: s1", "\\u0000", "\\ud800", "\r",   "9223372036854775808"};
    for (uint32_t n = 1 + random() % 6; n > 0; --n) {
        const size_t at = text.empty() ? 0 : random() % text.size();
        const size_t size = std::min<size_t>(text.size() - at, 1 + random() % 12);
        switch (random() % 6) {
        case 0: text.insert(at, tokens[random() % tokens.size()]); break;
        case 1: text.erase(at, size); break;
        case 2: text.insert(at, text.substr(at, size)); break;
        case 3: text.insert(random() % (text.size() + 1), text.substr(at, 1 + random() % 80)); break;
        case 4:
            if (!text.empty()) {
                text[at] = static_cast<char>(random());
            }
            break;
        default: text.resize(at); break;
        }
        if (text.empty()) {
            text = "longtake: 1\n";
        }
    }
    return text;
}

} // namespace

TEST_SUITE("project.fuzz") {
    TEST_CASE("films") {
        std::mt19937 random(23);
        const std::string full = write_project_text(full_film());
        int accepted = 0;
        for (int round = 0; round < rounds(3000); ++round) {
            const std::string bytes =
                mutated(round % 3 == 0 ? write_project_text(random_film(random, 3)) : full, random);
            const ProjectText read = read_project_text(bytes, "f");
            REQUIRE(read.project.has_value() != has_error(read.problems));
            if (read.project && !read.is_future) {
                ++accepted;
                const auto violations = find_violations(*read.project);
                REQUIRE(std::all_of(violations.begin(), violations.end(),
                                    [](const Violation& one) { return one.is_path; }));
                const ProjectText again = read_project_text(write_project_text(*read.project), "f");
                REQUIRE(again.project);
                REQUIRE(*again.project == *read.project);
            }
        }
        CHECK(accepted > 100);
    }

    TEST_CASE("stories and screenplays") {
        std::mt19937 random(29);
        const std::string plain = "title: x\n@Ana: a woman\n# City\n> noon\nA lion [4s] walks. [camera: "
                                  "pan]\n[cut]\n@Ana waves. [dissolve 0.5s] [say: hi]\n";
        const std::string fountain = "Title: x\n\nINT. ROOM - DAY\n\nA lion. [[4s]] [[note]]\n\nANA "
                                     "(V.O.)\n(soft)\nHello.\n\nCUT TO:\n\n/* x */ .PLACE\n\nA *bird*.\n";
        for (int round = 0; round < rounds(3000); ++round) {
            const auto decoded = decode_text(mutated(round % 2 == 0 ? plain : fountain, random), "s");
            const auto* text = std::get_if<std::string>(&decoded);
            if (text == nullptr) {
                continue;
            }
            const Story story = round % 2 == 0 ? parse_story(*text, "s") : parse_fountain(*text, "s");
            const Project film = film_from_story(story, {});
            if (validate(film)) {
                REQUIRE_FALSE(compare_with_story(film, story).is_needed);
                const ProjectText read = read_project_text(write_project_text(film), "f");
                REQUIRE(read.project);
                REQUIRE(*read.project == film);
            }
        }
    }
}
