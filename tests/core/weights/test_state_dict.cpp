// SPDX-License-Identifier: Apache-2.0
#include "core/weights/state_dict.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <torch/torch.h>

using namespace longtake;

namespace {

/// Two layers with members beside the registry, as the real networks have them.
struct Toy : torch::nn::Module {
    explicit Toy(torch::ScalarType dtype = torch::kFloat32) {
        weight = register_parameter("weight", torch::empty({3, 4}, dtype));
        gain = register_parameter("norm_gain", torch::empty({4}, torch::kFloat32));
    }

    torch::Tensor weight;
    torch::Tensor gain;
};

NamedTensors toy_tensors(torch::ScalarType dtype = torch::kFloat32) {
    return {{"weight", torch::arange(12, torch::kFloat32).reshape({3, 4}).to(dtype)}, {"norm_gain", torch::ones({4})}};
}

WeightFiles written(const TemporaryFolder& folder, const NamedTensors& tensors) {
    const auto path = folder.path() / "w.safetensors";
    REQUIRE(save_tensors(path, tensors));
    auto files = WeightFiles::open({path});
    REQUIRE(files);
    return *std::move(files);
}

bool shares_file_memory(const torch::Tensor& parameter, const WeightFiles& files, const std::string& name) {
    return parameter.data_ptr() == files.tensor(name).data_ptr();
}

} // namespace

TEST_SUITE("weights.state_dict") {
    TEST_CASE("parameters of the file's dtype are the mapped file itself; members see them") {
        const TemporaryFolder folder;
        const WeightFiles files = written(folder, toy_tensors());
        Toy toy;
        REQUIRE(load_parameters(toy, files, {}, "toy"));
        CHECK(shares_file_memory(toy.weight, files, "weight"));
        CHECK(shares_file_memory(toy.gain, files, "norm_gain"));
        CHECK(torch::equal(toy.weight, toy_tensors()[0].second));
        CHECK(toy.weight.requires_grad());
    }

    TEST_CASE("other dtypes are converted to the one the module registered; the mapping outlives the files object") {
        const TemporaryFolder folder;
        Toy toy(torch::kBFloat16);
        {
            const WeightFiles files = written(folder, toy_tensors());
            REQUIRE(load_parameters(toy, files, {}, "toy"));
        }
        CHECK((toy.weight.scalar_type() == torch::kBFloat16));
        CHECK((toy.gain.scalar_type() == torch::kFloat32));
        CHECK(torch::equal(toy.weight, toy_tensors(torch::kBFloat16)[0].second));
        CHECK(torch::equal(toy.gain, torch::ones({4})));
    }

    TEST_CASE("owned parameters are no view, and what a step writes never reaches the file") {
        const TemporaryFolder folder;
        const WeightFiles files = written(folder, toy_tensors());
        Toy owning;
        REQUIRE(load_parameters(owning, files, {.is_owning = true}, "toy"));
        CHECK_FALSE(shares_file_memory(owning.weight, files, "weight"));
        Toy sharing;
        REQUIRE(load_parameters(sharing, files, {}, "toy"));
        {
            const torch::NoGradGuard no_grad;
            sharing.weight.add_(1);
        }
        CHECK(torch::equal(load_tensors(folder.path() / "w.safetensors")->back().second, toy_tensors()[0].second));
        CHECK(torch::equal(owning.weight, toy_tensors()[0].second));
    }

    TEST_CASE("loading works inside inference mode") {
        const TemporaryFolder folder;
        const WeightFiles files = written(folder, toy_tensors());
        const c10::InferenceMode inference;
        Toy toy;
        REQUIRE(load_parameters(toy, files, {}, "toy"));
        CHECK(torch::equal(toy.weight, toy_tensors()[0].second));
    }

    TEST_CASE("the first ten differences are listed, the rest counted, and nothing is loaded") {
        const TemporaryFolder folder;
        NamedTensors wrong = {{"weight", torch::zeros({4, 3})}, {"norm_gain", torch::ones({4}, torch::kInt64)}};
        for (int i = 0; i < 12; ++i) {
            wrong.emplace_back("extra." + std::to_string(i), torch::zeros({1}));
        }
        const WeightFiles files = written(folder, wrong);
        Toy toy;
        const void* before = toy.weight.data_ptr();
        const auto loaded = load_parameters(toy, files, {}, "model/transformer");
        REQUIRE_FALSE(loaded);
        const std::string& message = loaded.error().message;
        CAPTURE(message);
        CHECK(loaded.error().code == ErrorCode::Model);
        CHECK(message.starts_with("model/transformer: 14 tensor(s) differ"));
        CHECK(message.find("misshaped weight: [4, 3] instead of [3, 4]") != std::string::npos);
        CHECK(message.find("norm_gain holds I64") != std::string::npos);
        CHECK(message.find("unexpected extra.0 [1]") != std::string::npos);
        CHECK(message.find("and 4 more") != std::string::npos);
        CHECK(toy.weight.data_ptr() == before);
    }

    TEST_CASE("missing names are named; ignored names are not unexpected") {
        const TemporaryFolder folder;
        const WeightFiles files =
            written(folder, {{"weight", torch::zeros({3, 4})}, {"tied.weight", torch::zeros({1})}});
        Toy toy;
        const auto is_tied = [](const std::string& name) { return name == "tied.weight"; };
        const auto loaded = load_parameters(toy, files, {}, "toy", is_tied);
        REQUIRE_FALSE(loaded);
        CHECK(loaded.error().message == "toy: 1 tensor(s) differ from what its config asks for: missing norm_gain [4]");
    }

    TEST_CASE("a name in two shards is refused") {
        const TemporaryFolder folder;
        const auto a = folder.path() / "a.safetensors";
        const auto b = folder.path() / "b.safetensors";
        REQUIRE(save_tensors(a, {{"weight", torch::zeros({1})}}));
        REQUIRE(save_tensors(b, {{"weight", torch::zeros({1})}}));
        const auto files = WeightFiles::open({a, b});
        REQUIRE_FALSE(files);
        CHECK(files.error().message.find("weight is in both") != std::string::npos);
    }

    TEST_CASE("saving and loading a module under its own names changes no bit") {
        const TemporaryFolder folder;
        Toy toy(torch::kBFloat16);
        REQUIRE(load_parameters(toy, written(folder, toy_tensors(torch::kBFloat16)), {}, "toy"));
        const auto saved = folder.path() / "saved.safetensors";
        REQUIRE(save_tensors(saved, named_parameters(toy)));
        Toy again(torch::kBFloat16);
        const auto files = WeightFiles::open({saved});
        REQUIRE(files);
        REQUIRE(load_parameters(again, *files, {}, "toy"));
        CHECK(torch::equal(again.weight, toy.weight));
    }
}
