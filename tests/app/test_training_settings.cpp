// SPDX-License-Identifier: Apache-2.0
// Settings written as YAML are those written as JSON, and are refused as exactly.
#include "app/cli/training_settings.h"
#include "core/base/atomic_file.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <cstdlib>

namespace longtake {

namespace fs = std::filesystem;

TEST_SUITE("cli.training_settings") {
    TEST_CASE("YAML and JSON of the same content are the same settings") {
        const TemporaryFolder folder;
        REQUIRE(write_file_atomically(folder.path() / "a.json",
                                      R"({"seed": 7, "cooldown": 0.5, "tier": "full", "prompts": ["a lion", "12"],
            "autoencoder": {"steps": 3, "decoder_only": true}, "transformer": {"optimiser": {"other_rate": 1e-3}}})"));
        REQUIRE(write_file_atomically(
            folder.path() / "a.yaml",
            "# how it learns\nseed: 7\ncooldown: 0.5\ntier: full\nprompts: [a lion, \"12\"]\n"
            "autoencoder:\n  steps: 3\n  decoder_only: true\ntransformer:\n  optimiser:\n    other_rate: 1e-3\n"));
        const auto json = read_training_settings(folder.path() / "a.json"),
                   yaml = read_training_settings(folder.path() / "a.yaml");
        REQUIRE(json);
        REQUIRE_MESSAGE(static_cast<bool>(yaml), yaml.error().message);
        CHECK(yaml->settings ==
              json->settings); // a hash of everything: a checkpoint made with one goes on with the other
        CHECK(yaml->seed == 7);
        CHECK(yaml->autoencoder.decoder_only);
        CHECK(yaml->transformer.optimiser.other_rate == doctest::Approx(1e-3));
        CHECK(yaml->prompts == std::vector<std::string>{"a lion", "12"});
    }

    TEST_CASE("every file of resources/training is accepted") {
        int read = 0;
        for (const auto& entry :
             fs::directory_iterator(fs::path(std::getenv("LONGTAKE_SOURCE_DIR")) / "resources" / "training")) {
            if (entry.path().extension() == ".json" || entry.path().extension() == ".yaml") {
                const auto config = read_training_settings(entry.path());
                CHECK_MESSAGE(static_cast<bool>(config), config.error().message);
                ++read;
            }
        }
        CHECK(read >= 5);
    }

    TEST_CASE("what is wrong is named: place, field, file") {
        const TemporaryFolder folder;
        const auto refuse = [&](const std::string& text, const std::string& mention) {
            REQUIRE(write_file_atomically(folder.path() / "b.yaml", text));
            const auto read = read_training_settings(folder.path() / "b.yaml");
            REQUIRE_FALSE(read);
            CHECK(read.error().code == ErrorCode::BadInput);
            CHECK_MESSAGE(read.error().message.find("b.yaml") != std::string::npos, read.error().message);
            CHECK_MESSAGE(read.error().message.find(mention) != std::string::npos, read.error().message);
        };
        refuse("seed: 1\nseed: 2\n", "seed");
        refuse("sead: 1\n", "sead");
        refuse("transformer:\n  batch: many\n", "batch");
        refuse("transformer:\n  batch: 99999999999999999999\n", "batch");
        refuse("- 1\n- 2\n", "no settings");
        refuse("seed: [1\n", ":");
        refuse("", "no settings");
        CHECK_FALSE(read_training_settings(folder.path() / "missing.yaml"));
    }
}

} // namespace longtake
