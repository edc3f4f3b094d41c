// SPDX-License-Identifier: Apache-2.0
// A training as a whole: killed anywhere it goes on to the same bytes, goes on from a model, and what it writes is a
// directory that diffusers runs to the same frames.
#include "core/base/atomic_file.h"
#include "core/nn/lora.h"
#include "core/nn/noise.h"
#include "core/train/starter_networks.h"
#include "tests/core/train/pipeline_parity.h"
#include "tests/core/train/toy_training.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <torch/torch.h>

using namespace longtake;

namespace {

std::string model_bytes(const std::filesystem::path& out) {
    std::string all;
    for (const char* file :
         {"model/vae/diffusion_pytorch_model.safetensors", "model/transformer/diffusion_pytorch_model.safetensors",
          "model/text_encoder/model.safetensors", "model/tokenizer/spiece.model", "model/vae/config.json",
          "model_few_steps/transformer/diffusion_pytorch_model.safetensors"}) {
        const auto bytes = read_file(out / file);
        REQUIRE_MESSAGE(static_cast<bool>(bytes), file);
        all += *bytes;
    }
    return all;
}

/// The toy going on from what `first` made, its autoencoder kept.
TrainRequest
going_on(const TrainRequest& first, const std::filesystem::path& folder, nlohmann::json config = toy_config()) {
    config["autoencoder"]["steps"] = 0;
    TrainRequest request = toy_request(folder, config);
    request.from = first.session.folder / "model";
    return request;
}

std::string model_file(const TrainRequest& request, const char* file) {
    return *read_file(request.session.folder / "model" / file);
}

/// A session that asks to stop after `steps` steps.
TrainRequest stopping(TrainRequest request, int steps) {
    request.session.should_stop = [left = std::make_shared<int>(steps)] { return (*left)-- <= 0; };
    return request;
}

} // namespace

TEST_SUITE_BEGIN("train.training");

TEST_CASE("a training stopped at any step goes on to the same bytes") {
    const TemporaryFolder folder;
    const TrainRequest whole = toy_request(folder.path() / "whole");
    REQUIRE(train(whole));
    const std::string expected = model_bytes(whole.session.folder);
    for (const int stop : {3, 8, 11}) {
        CAPTURE(stop);
        const TrainRequest request = toy_request(folder.path() / ("stopped_" + std::to_string(stop)));
        const auto first = train(stopping(request, stop));
        REQUIRE(first);
        CHECK(*first == PartOutcome::Stopped);
        const auto second = train(request);
        REQUIRE(second);
        CHECK(*second == PartOutcome::Finished);
        CHECK(model_bytes(request.session.folder) == expected);
    }
}

TEST_CASE("a kill after the last checkpoint, and a lost pool, change nothing") {
    const TemporaryFolder folder;
    const TrainRequest whole = toy_request(folder.path() / "whole");
    REQUIRE(train(whole));
    const TrainRequest request = toy_request(folder.path() / "killed");
    REQUIRE(train(stopping(request, 7)));
    const auto checkpoint = request.session.folder / "checkpoints" / "transformer.safetensors";
    const auto kept = folder.path() / "kept.safetensors";
    std::filesystem::copy_file(checkpoint, kept);
    REQUIRE(train(stopping(request, 2)));
    std::filesystem::copy_file(kept, checkpoint,
                               std::filesystem::copy_options::overwrite_existing); // what a kill would have left
    std::filesystem::remove_all(request.session.folder / "pool");
    REQUIRE(train(request));
    CHECK(model_bytes(request.session.folder) == model_bytes(whole.session.folder));
}

TEST_CASE("a checkpoint belongs to its configuration") {
    const TemporaryFolder folder;
    REQUIRE(train(stopping(toy_request(folder.path()), 2)));
    auto other = toy_config();
    other["autoencoder"]["kl_weight"] = .5;
    const auto refused = train(toy_request(folder.path(), other));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("another configuration") != std::string::npos);
}

TEST_CASE("training goes on from a model directory and changes only what it trains") {
    const TemporaryFolder folder;
    const TrainRequest first = toy_request(folder.path() / "first");
    REQUIRE(train(first));
    const TrainRequest further = going_on(first, folder.path() / "further");
    REQUIRE(train(further));
    CHECK(model_file(first, "vae/diffusion_pytorch_model.safetensors") ==
          model_file(further, "vae/diffusion_pytorch_model.safetensors"));
    CHECK(model_file(first, "tokenizer/spiece.model") == model_file(further, "tokenizer/spiece.model"));
    CHECK(model_file(first, "transformer/diffusion_pytorch_model.safetensors") !=
          model_file(further, "transformer/diffusion_pytorch_model.safetensors"));
    const auto student = read_json_file(further.session.folder / "model_few_steps" / "longtake.json");
    REQUIRE(student);
    CHECK(student->at("steps") == 2);
    CHECK(student->at("guidance") == 1);
    auto config = toy_config();
    config["autoencoder"]["steps"] = 2;
    TrainRequest refused = toy_request(folder.path() / "refused", config);
    refused.from = further.from;
    CHECK_FALSE(train(refused));
}

TEST_CASE("a decoder alone is taught: the latents, and what makes them, stay to the bit") {
    const TemporaryFolder folder;
    const TrainRequest first = toy_request(folder.path() / "first");
    REQUIRE(train(first));
    auto config = toy_config();
    config["autoencoder"] = {{"steps", 3}, {"decoder_only", true}, {"batch", 2}};
    config["transformer"]["steps"] = config["few_steps"]["steps"] = 0;
    CHECK_FALSE(train(toy_request(folder.path() / "nothing_to_go_on_from", config)));
    TrainRequest request = toy_request(folder.path() / "decoder", config);
    request.from = first.session.folder / "model";
    REQUIRE(train(stopping(request, 2)));
    const std::string stopped = model_file(request, "vae/diffusion_pytorch_model.safetensors"); // usable already
    CHECK(stopped != model_file(first, "vae/diffusion_pytorch_model.safetensors"));
    REQUIRE(train(request));
    CHECK(model_file(request, "vae/diffusion_pytorch_model.safetensors") != stopped);
    CHECK(model_file(first, "transformer/diffusion_pytorch_model.safetensors") ==
          model_file(request, "transformer/diffusion_pytorch_model.safetensors"));
    CHECK(model_file(first, "vae/config.json") == model_file(request, "vae/config.json"));

    const auto before = load_networks(*request.from, {torch::kCPU, torch::kFloat32}),
               after = load_networks(request.session.folder / "model", {torch::kCPU, torch::kFloat32});
    REQUIRE(before);
    REQUIRE(after);
    const torch::Tensor frames = latent_noise({1, 0, 0}, {1, 3, 5, 32, 32}).clamp(-1, 1),
                        latents = before->vae->encode(frames);
    CHECK(torch::equal(latents, after->vae->encode(frames)));
    CHECK_FALSE(torch::equal(before->vae->decode(latents), after->vae->decode(latents)));
}

TEST_CASE("adapters alone are taught, and merging them is what they do attached") {
    const TemporaryFolder folder;
    const TrainRequest first = toy_request(folder.path() / "first");
    REQUIRE(train(first));
    TrainRequest request = going_on(first, folder.path() / "adapters");
    request.lora_rank = 2;
    REQUIRE(train(request));

    auto networks = load_networks(*request.from, {torch::kCPU, torch::kFloat32});
    REQUIRE(networks);
    WanTransformer& transformer = *networks->text_to_latents->transformer;
    const auto is_attention = [](const std::string& name) { return name.find(".attn") != std::string::npos; };
    LoraAdapters adapters(transformer, 2, 1, 9, is_attention);
    CHECK(adapters.layer_count() == 2 * 2 * 4);
    const torch::NoGradGuard no_gradients;
    const torch::Tensor x = latent_noise({1, 0, 0}, {1, 4, 2, 4, 4}), time = torch::full({1, 2}, 500.F),
                        rows = torch::ones({3, 32});
    const torch::Tensor plain = transformer.forward(x, time, transformer.prepare({rows}));
    adapters.attach();
    CHECK(torch::equal(transformer.forward(x, time, transformer.prepare({rows})), plain)); // B is zero
    REQUIRE(adapters.load(request.session.folder / "adapter.safetensors", "transformer."));
    adapters.attach();
    const torch::Tensor attached = transformer.forward(x, time, transformer.prepare({rows}));
    CHECK_FALSE(torch::equal(attached, plain));
    adapters.detach();
    CHECK(torch::equal(transformer.forward(x, time, transformer.prepare({rows})), plain));
    adapters.merge();
    CHECK(torch::allclose(transformer.forward(x, time, transformer.prepare({rows})), attached, 1e-4, 1e-5));
    const auto merged = load_networks(request.session.folder / "model", {torch::kCPU, torch::kFloat32});
    REQUIRE(merged);
    WanTransformer& written = *merged->text_to_latents->transformer;
    CHECK(torch::allclose(written.forward(x, time, written.prepare({rows})), attached, 1e-2, 1e-2)); // stored in bf16
    LoraAdapters other(transformer, 3, 1, 9, is_attention);
    CHECK_FALSE(other.load(request.session.folder / "adapter.safetensors", "transformer."));
}

TEST_CASE("stills between clips are drawn from a pool that grows") {
    const TemporaryFolder folder;
    auto config = toy_config();
    config["autoencoder"]["steps"] = config["few_steps"]["steps"] = config["transformer"]["still_steps"] = 0;
    config["transformer"]["still_every"] = 2;
    config["transformer"]["new_stills"] = 16;
    const TrainRequest request = toy_request(folder.path(), config);
    REQUIRE(train(request));
    const auto stills = request.session.folder / "pool" / "stills";
    CHECK(std::filesystem::exists(stills /
                                  "clips_5.safetensors")); // 16 at step 0, then 16 more at steps 2 and 4, in files of 8
    CHECK_FALSE(std::filesystem::exists(stills / "clips_6.safetensors"));
}

TEST_CASE("a person's clips are learnt from, and one without its caption is named") {
    const TemporaryFolder folder;
    const TrainRequest first = toy_request(folder.path() / "first");
    REQUIRE(train(first));
    auto config = toy_config();
    config["transformer"]["still_steps"] = config["transformer"]["still_every"] = config["few_steps"]["steps"] = 0;
    TrainRequest request = going_on(first, folder.path() / "own", config);
    request.clips = folder.path() / "clips";
    std::filesystem::create_directories(*request.clips);
    CHECK_FALSE(train(request)); // no clips
    const torch::Tensor frames = torch::arange(20 * 3 * 32 * 32).remainder(251).to(torch::kUInt8).view({20, 3, 32, 32});
    REQUIRE(save_tensors(*request.clips / "a.safetensors", {{"frames", frames}}));
    const auto uncaptioned = train(request);
    REQUIRE_FALSE(uncaptioned);
    CHECK(uncaptioned.error().message.find("a.safetensors has no caption") != std::string::npos);
    REQUIRE(write_file_atomically(*request.clips / "a.txt", "stripes move"));
    REQUIRE(train(request));
    CHECK(model_file(request, "transformer/diffusion_pytorch_model.safetensors") !=
          model_file(first, "transformer/diffusion_pytorch_model.safetensors"));
    CHECK(model_file(request, "vocabulary.yaml") == model_file(first, "vocabulary.yaml")); // it knows what it knew
    CHECK(model_file(request, "longtake.json") == model_file(first, "longtake.json"));
    REQUIRE(save_tensors(*request.clips / "b.safetensors", {{"frames", frames.narrow(0, 0, 9)}}));
    CHECK_FALSE(train(request)); // too short
}

TEST_CASE("diffusers loads the directory and makes the same frames") {
    const TemporaryFolder folder;
    const TrainRequest request = toy_request(folder.path());
    REQUIRE(train(request));
    check_against_diffusers(request.session.folder / "model", latent_noise({7, 0, 0}, {1, 4, 3, 4, 4}));
}

TEST_SUITE_END();
