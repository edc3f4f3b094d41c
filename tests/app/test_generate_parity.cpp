// SPDX-License-Identifier: Apache-2.0
// From the command line alone, against diffusers' WanPipeline, live: random tiny models, sizes, lengths, schedules,
// prompts and precisions; the same noise must give the same latents and frames.
#include "app/cli/child_process.h"
#include "core/weights/json.h"
#include "core/weights/safetensors.h"
#include "tests/support/reference.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include <map>

namespace longtake {

namespace {

namespace fs = std::filesystem;

std::map<std::string, torch::Tensor> tensors_of(const fs::path& file) {
    const auto tensors = load_tensors(file);
    REQUIRE(tensors);
    return {tensors->begin(), tensors->end()};
}

/// Generates what case `folder` describes and compares.
void check_case(const fs::path& folder) {
    const auto description = read_json_file(folder / "case.json");
    REQUIRE(description);
    CAPTURE(description->dump());
    std::vector<std::string> words = {"generate", "--model", (folder / "model").string()};
    for (const Json& word : (*description)["words"]) {
        words.push_back(word);
    }
    const fs::path latents = folder / "latents.safetensors";
    const fs::path frames = folder / "frames.safetensors";
    words.insert(words.end(), {"--noise", (folder / "noise.safetensors").string(), "--latents-out", latents.string(),
                               "--frames-out", frames.string(), "--json"});
    const auto done = run_child(fs::path(std::getenv("LONGTAKE_BIN_DIR")) / "longtake", words);
    REQUIRE(done);
    REQUIRE(done->exit_status == 0);

    const auto expected = tensors_of(folder / "expected.safetensors");
    const torch::Tensor our_latents = tensors_of(latents).at("latents");
    const torch::Tensor our_frames = tensors_of(frames).at("frames");
    REQUIRE(our_latents.sizes() == expected.at("latents").sizes());
    REQUIRE(our_frames.sizes() == expected.at("frames").sizes());
    const bool is_exact = (*description)["dtype"] == "fp32";
    const double relative =
        (torch::norm(our_latents - expected.at("latents")) / torch::norm(expected.at("latents"))).item<double>();
    CHECK(relative <= (is_exact ? 1e-4 : 3e-2));
    const torch::Tensor difference = our_frames - expected.at("frames");
    if (is_exact) {
        CHECK(difference.abs().max().item<double>() <= 1e-3);
    } else {
        CHECK((torch::norm(difference) / torch::norm(expected.at("frames"))).item<double>() <= 3e-2);
    }
}

} // namespace

TEST_SUITE("cli.generate_parity") {
    TEST_CASE("clips equal those of diffusers over random models and requests") {
        constexpr int kCases = 12;
        TemporaryFolder folder;
        const char* seed = std::getenv("LONGTAKE_PARITY_SEED"); // to look for cases that nobody has tried
        REQUIRE(run_reference("generate_cases.py",
                              {folder.path().string(), seed == nullptr ? "100" : seed, std::to_string(kCases)}) == 0);
        for (int i = 0; i < kCases; ++i) {
            CAPTURE(i);
            check_case(folder.path() / std::to_string(i));
        }
    }
}

} // namespace longtake
