// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/weights/model_summary.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <torch/torch.h>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

void write_model(const fs::path& folder, const torch::Tensor& weight) {
    fs::create_directories(folder / "transformer");
    fs::create_directories(folder / "scheduler");
    REQUIRE(write_file_atomically(
        folder / "model_index.json",
        R"({"_class_name": "ToyPipeline", "scheduler": ["diffusers", "S"], "transformer": ["diffusers", "T"]})"));
    REQUIRE(write_file_atomically(folder / "scheduler" / "scheduler_config.json", "{}"));
    REQUIRE(write_file_atomically(folder / "transformer" / "config.json", "{}"));
    REQUIRE(save_tensors(folder / "transformer" / "diffusion_pytorch_model.safetensors",
                         {{"w", weight}, {"b", torch::zeros({3}, torch::kBFloat16)}}));
}

ModelDirectory open(const fs::path& folder) {
    auto directory = ModelDirectory::open(folder);
    REQUIRE(directory);
    return *std::move(directory);
}

std::string fingerprint(const fs::path& folder) {
    const auto made = model_fingerprint(open(folder));
    REQUIRE(made);
    return *made;
}

} // namespace

TEST_SUITE("weights.model_summary") {
    TEST_CASE("components, sizes and dtypes are counted from the headers") {
        const TemporaryFolder folder;
        write_model(folder.path(), torch::zeros({4, 5}));
        const auto summary = summarise_model(open(folder.path()));
        REQUIRE(summary);
        CHECK(summary->class_name == "ToyPipeline");
        REQUIRE(summary->components.size() == 2);
        CHECK(summary->components[0].file_count == 0);
        const ComponentSummary& transformer = summary->components[1];
        CHECK(transformer.class_name == "T");
        CHECK(transformer.tensor_count == 2);
        CHECK(transformer.dtype_bytes == std::map<std::string, int64_t>{{"BF16", 6}, {"F32", 80}});
        CHECK(summary->parameter_count() == 23);
        CHECK(summary->weight_bytes(torch::kBFloat16) == 46);
        CHECK(summary->bytes_on_disk > transformer.bytes);
    }

    TEST_CASE("an incomplete component is an error that names it") {
        const TemporaryFolder folder;
        write_model(folder.path(), torch::zeros({4, 5}));
        fs::resize_file(folder.path() / "transformer" / "diffusion_pytorch_model.safetensors", 200);
        const auto summary = summarise_model(open(folder.path()));
        REQUIRE_FALSE(summary);
        CHECK(summary.error().code == ErrorCode::Model);
        CHECK(summary.error().message.find("transformer") != std::string::npos);
        CHECK(summary.error().message.find("truncated") != std::string::npos);
    }

    TEST_CASE("the licence comes from the card's front matter") {
        const TemporaryFolder folder;
        const auto licence = [&](const std::string& card) {
            REQUIRE(write_file_atomically(folder.path() / "README.md", card));
            return licence_of(folder.path());
        };
        CHECK(licence("---\nlicense: apache-2.0\ntags: [a]\n---\n# Wan") == "apache-2.0");
        CHECK(licence("\n---\r\nlicense: \"mit\"\r\n---\r\n") == "mit");
        CHECK(licence("---\nlicense: other\nlicense_name: ltxv\n---\n") == "ltxv");
        CHECK(licence("---\nlicense: other\n---\nlicense_name: no\n") == "other");
        CHECK(licence("# Title\nlicense: gpl\n") == "");
        CHECK(licence("") == "");
        fs::remove(folder.path() / "README.md");
        CHECK(licence_of(folder.path()) == "");
    }

    TEST_CASE("the fingerprint follows weights, configs and shapes, and nothing else") {
        const TemporaryFolder folder;
        const fs::path a = folder.path() / "a";
        const fs::path b = folder.path() / "b";
        write_model(a, torch::arange(4000, torch::kFloat32).reshape({40, 100}));
        fs::copy(a, b, fs::copy_options::recursive);
        const std::string before = fingerprint(a);
        CHECK(fingerprint(b) == before);
        REQUIRE(write_file_atomically(b / "README.md", "notes"));
        CHECK(fingerprint(b) == before);
        write_model(b, torch::arange(4000, torch::kFloat32).reshape({100, 40}));
        CHECK(fingerprint(b) != before);
        write_model(b, torch::arange(4000, torch::kFloat32).reshape({40, 100}) + 1);
        CHECK(fingerprint(b) != before);
        write_model(b, torch::arange(4000, torch::kFloat32).reshape({40, 100}));
        CHECK(fingerprint(b) == before);
        REQUIRE(write_file_atomically(b / "scheduler" / "scheduler_config.json", R"({"flow_shift": 5})"));
        CHECK(fingerprint(b) != before);
    }
}
