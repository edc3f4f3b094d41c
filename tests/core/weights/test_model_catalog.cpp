// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/weights/model_catalog.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

void write_model(const fs::path& folder) {
    fs::create_directories(folder);
    REQUIRE(write_file_atomically(folder / "model_index.json", R"({"_class_name": "ToyPipeline"})"));
}

ModelCatalog open(const TemporaryFolder& folder) {
    auto catalog = ModelCatalog::open(folder.path() / "config", {folder.path() / "shipped"});
    REQUIRE(catalog);
    return *std::move(catalog);
}

} // namespace

TEST_SUITE("weights.model_catalog") {
    TEST_CASE("added models are found again, by name or by folder, with shipped ones first") {
        const TemporaryFolder folder;
        write_model(folder.path() / "shipped" / "starter");
        write_model(folder.path() / "über モデル");
        auto catalog = open(folder);
        CHECK(catalog.models().size() == 1);
        const auto added = catalog.add(folder.path() / "über モデル" / "");
        REQUIRE(added);
        CHECK(*added == "über モデル");
        const auto again = open(folder);
        CHECK((again.models() == catalog.models()));
        REQUIRE(again.models().size() == 2);
        CHECK((again.models()[0] == InstalledModel{"starter", folder.path() / "shipped" / "starter", true}));
        CHECK(*again.resolve("über モデル") == fs::canonical(folder.path() / "über モデル"));
        CHECK(*again.resolve("shipped/starter", folder.path()) == folder.path() / "shipped/starter");
        CHECK(*again.resolve((folder.path() / "shipped").string(), "elsewhere") == folder.path() / "shipped");
        const auto none = again.resolve("nothing", folder.path());
        REQUIRE_FALSE(none);
        CHECK(none.error().code == ErrorCode::Model);
    }

    TEST_CASE("removing forgets the model and leaves its files; shipped models stay") {
        const TemporaryFolder folder;
        write_model(folder.path() / "shipped" / "starter");
        write_model(folder.path() / "wan");
        auto catalog = open(folder);
        REQUIRE(catalog.add(folder.path() / "wan", "my wan"));
        REQUIRE(catalog.remove("my wan"));
        CHECK(open(folder).models().size() == 1);
        CHECK(fs::exists(folder.path() / "wan" / "model_index.json"));
        CHECK_FALSE(catalog.remove("my wan"));
        CHECK_FALSE(catalog.remove("starter"));
    }

    TEST_CASE("names that are taken or could be taken for options or folders are refused; adding twice is fine") {
        const TemporaryFolder folder;
        write_model(folder.path() / "a");
        write_model(folder.path() / "b");
        auto catalog = open(folder);
        REQUIRE(catalog.add(folder.path() / "a", "one"));
        CHECK(catalog.add(folder.path() / "a", "one"));
        for (const char* name : {"one", "a/b", "..", "-x", ".x", "a\\b"}) {
            CAPTURE(name);
            CHECK_FALSE(catalog.add(folder.path() / "b", name));
        }
        CHECK_FALSE(catalog.add(folder.path() / "none", "two"));
        CHECK(open(folder).models().size() == 1);
    }

    TEST_CASE("a damaged list is an error that names it, and is not overwritten") {
        const TemporaryFolder folder;
        fs::create_directories(folder.path() / "config");
        for (const char* text : {"{", "[]", R"({"models": 3})", R"({"models": [{"name": "a"}]})",
                                 R"({"models": [{"name": "../a", "folder": "x"}]})"}) {
            REQUIRE(write_file_atomically(folder.path() / "config" / "models.json", text));
            const auto catalog = ModelCatalog::open(folder.path() / "config", {});
            REQUIRE_FALSE(catalog);
            CHECK(catalog.error().code == ErrorCode::BadInput);
            CHECK(catalog.error().message.find("models.json") != std::string::npos);
        }
    }

    TEST_CASE("the default name is the folder's, or the repository's in a Hugging Face cache") {
        CHECK(default_model_name("/x/Wan2.1-T2V-1.3B-Diffusers") == "Wan2.1-T2V-1.3B-Diffusers");
        CHECK(default_model_name("/x/Wan2.1/") == "Wan2.1");
        CHECK(default_model_name("/hub/models--Wan-AI--Wan2.1-T2V-1.3B-Diffusers/snapshots/0a1b2c") ==
              "Wan2.1-T2V-1.3B-Diffusers");
    }
}
