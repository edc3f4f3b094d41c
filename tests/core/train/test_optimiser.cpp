// SPDX-License-Identifier: Apache-2.0
#include "core/nn/initialise.h"
#include "core/nn/layers.h"
#include "core/train/flow_batch.h"
#include "core/train/muon.h"
#include "core/train/optimiser.h"
#include "core/train/train_config.h"
#include "core/weights/mapped_memory.h"
#include "core/weights/safetensors.h"
#include "tests/core/train/toy_training.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <torch/torch.h>

#include <cmath>

using namespace longtake;

namespace {

bool takes_matrices(const std::string&, const torch::Tensor& parameter) {
    return parameter.dim() == 2;
}

torch::Tensor loss_of(const Linear& layer, const torch::Tensor& x, const torch::Tensor& y) {
    return (layer.forward(x).to(torch::kFloat32) - y).square().mean();
}

} // namespace

TEST_SUITE_BEGIN("train.optimiser");

TEST_CASE("Newton-Schulz brings all singular values near 1") {
    torch::manual_seed(1);
    for (const auto& [rows, columns] : {std::pair<int64_t, int64_t>{24, 24}, {16, 48}, {48, 16}}) {
        const torch::Tensor orthogonal = orthogonalised(torch::randn({3, rows, columns}), torch::kFloat32);
        REQUIRE(orthogonal.sizes() == torch::IntArrayRef({3, rows, columns}));
        const torch::Tensor values = torch::linalg_svdvals(orthogonal);
        CHECK(values.max().item<float>() < 1.3F);
        CHECK(values.mean().item<float>() > .7F);
    }
}

TEST_CASE("a linear map is learnt in fp32 and in bf16, and the state brings back the exact run") {
    for (const torch::ScalarType dtype : {torch::kFloat32, torch::kBFloat16}) {
        torch::manual_seed(2);
        const torch::Tensor x = torch::randn({64, 8}), y = torch::matmul(x, torch::randn({8, 8})) + 1;
        Linear layer(8, 8, dtype), copy(8, 8, dtype);
        initialise_parameters(layer, 1);
        initialise_parameters(copy, 1);
        Optimiser optimiser(layer, {}, takes_matrices), other(copy, {}, takes_matrices);
        const double before = loss_of(layer, x, y).item<double>();
        for (int i = 0; i < 400; ++i) {
            loss_of(layer, x, y).backward();
            optimiser.step(i < 300 ? 1 : .1);
        }
        CHECK(loss_of(layer, x, y).item<double>() < .1 * before);
        std::map<std::string, torch::Tensor> state;
        for (const auto& [name, tensor] : optimiser.state()) {
            state[name] = tensor.clone();
        }
        REQUIRE(other.restore(state, optimiser.steps()));
        for (Optimiser* each : {&optimiser, &other}) {
            loss_of(each == &optimiser ? layer : copy, x, y).backward();
            each->step(.5);
        }
        CHECK(torch::equal(layer.weight, copy.weight));
        CHECK(torch::equal(layer.bias, copy.bias));
        state.erase(state.begin());
        CHECK_FALSE(other.restore(state, 1));
    }
}

TEST_CASE("what is learnt stays when a layer gives its mapped memory back") {
    const TemporaryFolder folder;
    REQUIRE(save_tensors(folder.path() / "w.safetensors", {{"weight", torch::ones({64, 64})}}));
    const auto file = SafetensorsFile::open(folder.path() / "w.safetensors");
    REQUIRE(file);
    Linear layer(64, 64, torch::kFloat32);
    initialise_parameters(layer, 1);
    layer.weight.set_data(file->tensor(*file->find("weight")));
    Optimiser optimiser(layer, {}, takes_matrices);
    layer.forward(torch::ones({1, 64})).sum().backward();
    optimiser.step(1);
    const torch::Tensor learnt = layer.weight.detach().clone();
    CHECK_FALSE(torch::equal(learnt, torch::ones({64, 64})));
    release_mapped(layer.weight);
    CHECK(torch::equal(layer.weight, learnt));
}

TEST_CASE("an infinite gradient changes nothing; the average can be put in and taken out") {
    Linear layer(4, 4, torch::kFloat32);
    initialise_parameters(layer, 1);
    Optimiser optimiser(layer, {}, takes_matrices);
    const torch::Tensor before = layer.weight.detach().clone();
    (layer.forward(torch::ones({1, 4})).sum() * INFINITY).backward();
    CHECK_FALSE(std::isfinite(optimiser.step(1)));
    CHECK(torch::equal(layer.weight, before));
    CHECK(optimiser.steps() == 0);
    for (int i = 0; i < 3; ++i) {
        layer.forward(torch::ones({1, 4})).sum().backward();
        optimiser.step(1);
    }
    const torch::Tensor current = layer.weight.detach().clone();
    optimiser.use_average();
    CHECK_FALSE(torch::equal(layer.weight, current));
    optimiser.use_current();
    CHECK(torch::equal(layer.weight, current));
}

TEST_CASE("windows always leave something to make, and continue where clips change") {
    int64_t continued = 0, at_change = 0, first_and_last = 0;
    for (uint64_t seed = 0; seed < 4000; ++seed) {
        Random random(seed, 1);
        const WindowPlan plan = plan_window(12, 6, 6, {}, random);
        const auto known = std::count(plan.is_known.begin(), plan.is_known.end(), true);
        CHECK(known < 6);
        CHECK(plan.offset >= 0);
        CHECK(plan.offset + 6 <= 12);
        if (plan.part == 1) {
            ++continued;
            CHECK(known >= 1);
            CHECK(known <= 4);
            CHECK(plan.offset + known >= 6); // everything to be made lies after the change
            at_change += plan.offset + known == 6 ? 1 : 0;
            CHECK(std::is_sorted(plan.is_known.rbegin(), plan.is_known.rend())); // a prefix
        } else {
            CHECK(plan.offset == 0); // begins a clip, and the first part fills the window
            first_and_last += plan.is_known.front() && plan.is_known.back() ? 1 : 0;
        }
    }
    CHECK(continued > 1200);
    CHECK(at_change > continued / 2);
    CHECK(first_and_last > 50);
}

TEST_CASE("windows can be those that a model which begins with a still is asked for") {
    TransformerTraining settings;
    settings.first_known = .9;
    settings.usual_context = 2;
    int64_t begin = 0, know_first = 0, continued = 0, know_two = 0;
    for (uint64_t seed = 0; seed < 4000; ++seed) {
        Random random(seed, 1);
        const WindowPlan plan = plan_window(12, 6, 6, settings, random);
        const auto known = std::count(plan.is_known.begin(), plan.is_known.end(), true);
        (plan.part == 1 ? continued : begin) += 1;
        know_first += plan.part == 0 && plan.is_known.front() ? 1 : 0;
        know_two += plan.part == 1 && plan.offset + known == 6 && known == 2 ? 1 : 0;
    }
    CHECK(know_first > begin * 8 / 10);
    CHECK(know_two > continued / 3); // half and a quarter of the other half, of the three quarters at the change
}

TEST_CASE("a configuration says which field is wrong") {
    const TemporaryFolder folder;
    const auto refuse = [&](const nlohmann::json& config, const std::string& mention) {
        std::ofstream(folder.path() / "c.json") << config.dump();
        const auto read = read_train_config(folder.path() / "c.json");
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::BadInput);
        CHECK_MESSAGE(read.error().message.find(mention) != std::string::npos, read.error().message);
    };
    auto config = toy_config();
    config["transformer"]["bach"] = 4;
    refuse(config, "bach");
    config = toy_config();
    config["autoencoder"]["noise"] = 3;
    refuse(config, "noise");
    config = toy_config();
    config["tier"] = "medium";
    refuse(config, "medium");
    CHECK_FALSE(read_train_config(folder.path() / "missing.json"));
}

TEST_CASE("the learning rate warms up, stays and falls") {
    TrainConfig config;
    CHECK(rate_factor(config, 0, 10000) == doctest::Approx(.01));
    CHECK(rate_factor(config, 5000, 10000) == 1);
    CHECK(rate_factor(config, 9999, 10000) == doctest::Approx(.03));
}

TEST_SUITE_END();
