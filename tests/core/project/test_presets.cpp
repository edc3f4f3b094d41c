// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/project/presets.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <set>

using namespace longtake;

namespace {

Presets shipped() {
    const auto presets = load_presets(std::filesystem::path(std::getenv("LONGTAKE_SOURCE_DIR")) / "presets");
    REQUIRE_MESSAGE(presets, presets.error().message);
    return *presets;
}

std::string error_in(const std::string& name, const std::string& text) {
    const TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder.path() / name, text));
    const auto presets = load_presets(folder.path());
    REQUIRE_FALSE(presets);
    return presets.error().message;
}

} // namespace

TEST_SUITE("project.presets") {
    TEST_CASE("what ships is sound and has every move of the trade") {
        const Presets presets = shipped();
        CHECK(presets.sizes.size() >= 8);
        CHECK(presets.qualities.size() >= 4);
        CHECK(presets.looks.size() >= 8);
        std::set<std::string> moves;
        for (const CameraPreset& camera : presets.cameras) {
            moves.insert(camera.move);
        }
        for (const std::string move : {"truck", "pan", "push in", "pull out", "pedestal", "tilt", "zoom", "shake",
                                       "tracking", "static", "roll", "orbit"}) {
            CHECK_MESSAGE(moves.contains(move), move);
        }
    }

    TEST_CASE("no word means two cameras, and each finds its own") {
        const Presets presets = shipped();
        for (const CameraPreset& camera : presets.cameras) {
            std::vector<std::string> words = camera.aliases;
            words.insert(words.end(), {camera.id, camera.name});
            for (const std::string& word : words) {
                CHECK_MESSAGE(find_camera(presets, word) == &camera, word);
            }
        }
    }

    TEST_CASE("a shot's camera is a preset's text or its own words") {
        const Presets presets = shipped();
        CHECK(camera_text(presets, "Push  In") == "the camera slowly pushes in");
        CHECK(camera_text(presets, "push_in") == "the camera slowly pushes in");
        CHECK(camera_text(presets, "zoom in") == "the camera zooms in");
        CHECK(camera_text(presets, "through the keyhole") == "through the keyhole");
        CHECK(camera_text(presets, "").empty());
        CHECK(find_camera({}, "zoom in") == nullptr);
    }

    TEST_CASE("own presets replace shipped ones of the same id") {
        Presets own;
        own.cameras = {{"pan-left", "My pan", "pan", "mine", {}, {}}, {"new", "New", "pan", "new text", {}, {}}};
        const Presets merged = merge_presets(shipped(), own);
        CHECK(camera_text(merged, "pan-left") == "mine");
        CHECK(merged.cameras.back().id == "new");
        CHECK(merged.cameras.size() == shipped().cameras.size() + 1);
    }

    TEST_CASE("a folder without presets is empty, mistakes are named") {
        const TemporaryFolder folder;
        CHECK(load_presets(folder.path())->cameras.empty());
        CHECK(error_in("cameras.yaml", "- {id: a, name: A, move: pan, text: x, txet: y}")
                  .find("cameras.yaml:1:3: [0]: the key \"txet\"") != std::string::npos);
        CHECK(error_in("cameras.yaml", "- {id: a, name: A}").find("needs a move and a text") != std::string::npos);
        CHECK(error_in("sizes.yaml", "- {id: a, name: A, size: 7x13}").find("7x13 is no picture size") !=
              std::string::npos);
        CHECK(error_in("sizes.yaml", "- {id: a, name: A, size: big}").find("[0].size: ") != std::string::npos);
        CHECK(error_in("quality.yaml", "- {id: a, name: A, steps: 5000}").find("steps 5000") != std::string::npos);
        CHECK(error_in("quality.yaml", "- {id: a, name: A, scale: 0}").find("scale 0") != std::string::npos);
        CHECK(error_in("looks.yaml", "- {id: a, name: A, style: x}\n- {id: a, name: B, style: y}")
                  .find("is there twice") != std::string::npos);
        CHECK(error_in("looks.yaml", "a: 1").find("expected a list") != std::string::npos);
        CHECK(error_in("looks.yaml", "- {name: A, style: x}").find("needs an id") != std::string::npos);
    }
}
