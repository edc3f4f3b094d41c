// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/command.h"

#include <doctest/doctest.h>

using namespace longtake;

namespace {

const std::vector<Option> kOptions = {{"--seed", "N", ""}, {"-o", "OUT", ""}, {"--json", "", ""}};

Result<Arguments> parse(const std::vector<std::string>& words) {
    return Arguments::parse(words, kOptions, 0, 1);
}

} // namespace

TEST_SUITE("cli.arguments") {
    TEST_CASE("values, flags and positionals are told apart") {
        const auto read = parse({"film.t2vproj", "--seed", "-7", "--json", "-o", "out.mp4"});
        REQUIRE(read);
        CHECK(read->positionals() == std::vector<std::string>{"film.t2vproj"});
        CHECK(*read->whole_or("--seed", 0, -10, 10) == -7);
        CHECK(read->has("--json"));
        CHECK(read->text_or("-o", "") == "out.mp4");
        CHECK(*parse({"--seed=3"})->whole_or("--seed", 0, 0, 10) == 3);
        CHECK(parse({"--", "--seed"})->positionals() == std::vector<std::string>{"--seed"});
    }

    TEST_CASE("mistakes are refused") {
        CHECK_FALSE(parse({"--sed", "3"}));
        CHECK_FALSE(parse({"--seed"}));
        CHECK_FALSE(parse({"--seed", "1", "--seed", "2"}));
        CHECK_FALSE(parse({"--json=1"}));
        CHECK_FALSE(parse({"a", "b"}));
        CHECK_FALSE(parse({"--seed", "3x"})->whole_or("--seed", 0, 0, 10));
        CHECK_FALSE(parse({"--seed", "11"})->whole_or("--seed", 0, 0, 10));
        CHECK_FALSE(parse({"--seed", "nan"})->number_or("--seed", 0, 0, 10));
    }

    TEST_CASE("a wrong command ends with 2") {
        CHECK(run_command_line({"no-such-verb"}) == 2);
        CHECK(run_command_line({}) == 2);
        CHECK(run_command_line({"--help"}) == 0);
    }
}
