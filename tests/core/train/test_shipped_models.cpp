// SPDX-License-Identifier: Apache-2.0
// The models inside the program: each is small, whole, of one latent space with the others, and diffusers makes the
// same frames.
#include "core/models/model_card.h"
#include "core/nn/noise.h"
#include "tests/core/train/pipeline_parity.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> shipped_models() {
    std::vector<fs::path> models;
    for (const auto& entry :
         fs::directory_iterator(fs::path(std::getenv("LONGTAKE_SOURCE_DIR")) / "resources" / "models")) {
        if (entry.is_directory()) {
            models.push_back(entry.path());
        }
    }
    std::sort(models.begin(), models.end());
    return models;
}

uintmax_t size_of(const fs::path& folder) {
    uintmax_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        bytes += entry.is_regular_file() ? entry.file_size() : 0;
    }
    return bytes;
}

} // namespace

TEST_SUITE("train.shipped_models") {
    TEST_CASE("every one is small, says how it is sampled and shares its latents with the others") {
        const auto models = shipped_models();
        REQUIRE_FALSE(models.empty());
        const fs::path decoder = fs::path("vae") / "diffusion_pytorch_model.safetensors";
        for (const fs::path& model : models) {
            CAPTURE(model.string());
            CHECK(size_of(model) <= 40'000'000);
            ModelLimits limits;
            REQUIRE(apply_model_card(model, limits));
            CHECK(limits.begins_with_still);
            CHECK(*read_file(model / decoder) == *read_file(models.front() / decoder));
            CHECK(fs::exists(model / "README.md"));
            CHECK(fs::exists(model / "vocabulary.yaml"));
        }
    }

    TEST_CASE("diffusers makes the same frames with every one") {
        for (const fs::path& model : shipped_models()) {
            CAPTURE(model.string());
            check_against_diffusers(model, latent_noise({7, 0, 0}, {1, 16, 2, 12, 20}));
        }
    }
}
