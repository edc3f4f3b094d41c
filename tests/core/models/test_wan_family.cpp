// SPDX-License-Identifier: Apache-2.0
// Whole Wan directories as diffusers writes them: loaded through the family table, compared part by part, and spoiled
// in every way a download can be.
#include "core/models/family.h"

#include "core/base/process.h"
#include "core/models/prompt_reader.h"
#include "core/nn/noise.h"
#include "tests/core/models/wan_cases.h"

#include <fstream>
#include <functional>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

constexpr const char* kPrompt = "a fox crosses a snowy bridge at dusk";

/// The directories of tests/parity/wan_pipeline.py, made once for the suite.
const fs::path& reference_folder() {
    static const TemporaryFolder folder;
    static const bool is_made = run_reference("wan_pipeline.py", {(folder.path()).string(), "40"}) == 0;
    REQUIRE(is_made);
    return folder.path();
}

std::unique_ptr<VideoModel> load(const fs::path& folder) {
    auto model = load_video_model(folder, {});
    REQUIRE_MESSAGE(model, (model ? "" : model.error().message));
    return *std::move(model);
}

std::map<std::string, torch::Tensor> answers(const fs::path& folder) {
    auto loaded = load_tensors(folder / "io.safetensors");
    REQUIRE(loaded);
    return {loaded->begin(), loaded->end()};
}

torch::Tensor decode(VideoModel& model, const torch::Tensor& latents) {
    CausalCache cache;
    std::vector<torch::Tensor> frames;
    for (int64_t t = 0; t < latents.size(2); ++t) {
        frames.push_back(model.decode_next(latents.slice(2, t, t + 1), cache));
    }
    return torch::cat(frames, 2);
}

void edit_json(const fs::path& path, const std::function<void(Json&)>& edit) {
    auto json = read_json_file(path);
    REQUIRE(json);
    edit(*json);
    REQUIRE(write_json_file(path, *json));
}

/// The error of a copy of the plain directory after `spoil`; loading and inspecting must agree.
std::string error_after(const std::function<void(const fs::path&)>& spoil) {
    const TemporaryFolder copy;
    fs::copy(reference_folder() / "plain", copy.path() / "model", fs::copy_options::recursive);
    spoil(copy.path() / "model");
    const auto loaded = load_video_model(copy.path() / "model", {});
    const auto inspected = inspect_video_model(copy.path() / "model");
    REQUIRE_FALSE(loaded);
    REQUIRE_FALSE(inspected);
    CHECK(loaded.error().code == ErrorCode::Model);
    CHECK(loaded.error().message == inspected.error().message);
    CHECK_FALSE(loaded.error().hint.empty());
    return loaded.error().message;
}

/// Adds a tensor of 2 GiB to the autoencoder's file, which takes no room on the disk, and cuts its end off.
void add_large_tensor(const fs::path& model, const std::string& name, int64_t missing_bytes) {
    constexpr int64_t kBytes = int64_t{2} << 30;
    const fs::path path = model / "vae" / "diffusion_pytorch_model.safetensors";
    uint64_t length = 0;
    std::string text;
    {
        std::ifstream file(path, std::ios::binary);
        file.read(reinterpret_cast<char*>(&length), sizeof length);
        text.resize(length);
        file.read(text.data(), static_cast<std::streamsize>(length));
    }
    Json header = Json::parse(text);
    const int64_t begin = static_cast<int64_t>(fs::file_size(path)) - 8 - static_cast<int64_t>(length);
    header[name] = {{"dtype", "F32"}, {"shape", {kBytes / 4}}, {"data_offsets", {begin, begin + kBytes}}};
    text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' ');
    length = text.size();
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(&length), sizeof length);
    file << text;
    file.close();
    fs::resize_file(path, static_cast<uintmax_t>(8 + static_cast<int64_t>(length) + begin + kBytes - missing_bytes));
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("models.wan_family") {
    TEST_CASE("a directory gives what the diffusers pipeline gives, part by part") {
        for (const char* kind : {"plain", "two", "ti2v"}) {
            CAPTURE(kind);
            const auto model = load(reference_folder() / kind);
            const auto truth = answers(reference_folder() / kind);
            const auto text = model->encode_text(kPrompt);
            REQUIRE(text);
            CHECK(static_cast<int64_t>(text->token_ids.size()) == truth.at("rows").size(0));
            CHECK(relative_error(text->rows, truth.at("rows")) < 1e-5);
            CHECK(relative_error(model->denoise(truth.at("x"), torch::full({3}, 950.0), *text),
                                 truth.at("velocity_high")) < 1e-5);
            CHECK(relative_error(model->denoise(truth.at("x"), torch::full({3}, 40.0), *text),
                                 truth.at("velocity_low")) < 1e-5);
            CHECK((decode(*model, truth.at("latents")) - truth.at("frames")).abs().max().item<double>() < 1e-4);
            CHECK(model->make_scheduler() != nullptr);
        }
    }

    TEST_CASE("what a model can do follows from its directory") {
        const auto plain = load(reference_folder() / "plain");
        CHECK_FALSE(plain->has_per_frame_timesteps());
        CHECK(plain->limits().handover == Handover::Replacement);
        CHECK(plain->limits().spatial_compression == 4);
        CHECK(plain->limits().size_multiple == Size{8, 8});
        CHECK(plain->limits().default_size.width % 8 == 0);
        CHECK(plain->token_count(plain->latent_shape(FrameCount{9}, Size{24, 16})) == 3 * 2 * 3);
        CHECK_THROWS(
            plain->denoise(torch::zeros({1, 4, 3, 4, 6}), torch::tensor({0.0, 1.0, 1.0}), *plain->encode_text("x")));

        const auto ti2v = load(reference_folder() / "ti2v");
        CHECK(ti2v->has_per_frame_timesteps());
        CHECK(ti2v->limits().has_first_keyframe);
        CHECK(ti2v->limits().frame_rate == FrameRate{24, 1});
        CHECK(ti2v->limits().decoder_receptive_latents > 2);
        const torch::Tensor frames = latent_noise({8, 0, 0}, {1, 3, 9, 32, 48}).clamp(-1, 1);
        CHECK(ti2v->encode_frames(frames).sizes() == at::IntArrayRef({1, 4, 3, 4, 6}));
    }

    TEST_CASE("a prompt is counted without the model as the model reads it") {
        const auto model = load(reference_folder() / "plain");
        const auto reader = load_prompt_reader(reference_folder() / "plain");
        REQUIRE(reader);
        std::string endless = "  a &amp; b";
        for (int i = 0; i < 600; ++i) {
            endless += " word";
        }
        for (const std::string& prompt : {std::string(), std::string(kPrompt), endless}) {
            CAPTURE(prompt);
            const auto text = model->encode_text(prompt);
            const PromptReading reading = (*reader)(prompt);
            CHECK(reading.tokens == static_cast<int64_t>(text->token_ids.size()) + text->dropped_tokens);
            CHECK(reading.dropped_text.empty() == (text->dropped_tokens == 0));
            CHECK(reading.limit == 512);
        }
        CHECK_FALSE(load_prompt_reader(reference_folder() / "nothing here"));
    }

    TEST_CASE("a model card overrides what the family assumes") {
        const TemporaryFolder copy;
        fs::copy(reference_folder() / "ti2v", copy.path() / "model", fs::copy_options::recursive);
        std::ofstream(copy.path() / "model" / "longtake.json")
            << R"({"native_frames": 33, "fps": "12", "size": "256x128", "steps": 7, "guidance": 3.5, "handover": "direct", "context_latents": 3, "blend_latents": 1})";
        const auto model = load(copy.path() / "model");
        const ModelLimits& limits = model->limits();
        CHECK(limits.native_frames == FrameCount{33});
        CHECK(limits.frame_rate == FrameRate{12, 1});
        CHECK(limits.default_size == Size{256, 128});
        CHECK(limits.default_steps == 7);
        CHECK(limits.default_guidance == 3.5);
        CHECK(limits.handover == Handover::Direct);
        CHECK(limits.context_latents == 3);
        CHECK(limits.blend_latents == 1);
    }

    TEST_CASE("a model is refused before anything is allocated for its weights") {
        const auto growth_after = [](const std::string& name, int64_t missing_bytes, const std::string& reason) {
            error_after(
                [](const fs::path& model) { fs::remove(model / "vae" / "config.json"); }); // what any refusal takes
            const int64_t before = peak_resident_bytes();
            const std::string error =
                error_after([&](const fs::path& model) { add_large_tensor(model, name, missing_bytes); });
            CHECK_MESSAGE(contains(error, reason), error);
            return peak_resident_bytes() - before;
        };
        constexpr int64_t kMost = int64_t{64} << 20; // of 2 GiB
        CHECK(growth_after("decoder.extra", 0, "decoder.extra") < kMost);
        CHECK(growth_after("decoder.extra", 1, "truncated") < kMost);
    }

    TEST_CASE("a spoiled directory gives one clear error that names the file or field") {
        CHECK(contains(error_after([](const fs::path& f) {
                           fs::resize_file(f / "transformer" / "diffusion_pytorch_model.safetensors", 3000);
                       }),
                       "diffusion_pytorch_model.safetensors"));
        CHECK(contains(
            error_after([](const fs::path& f) { fs::remove(f / "vae" / "diffusion_pytorch_model.safetensors"); }),
            "vae"));
        CHECK(contains(error_after([](const fs::path& f) { fs::remove(f / "transformer" / "config.json"); }),
                       "config.json"));
        CHECK(contains(error_after([](const fs::path& f) { fs::remove_all(f / "tokenizer"); }), "tokenizer"));
        CHECK(contains(error_after([](const fs::path& f) {
                           edit_json(f / "transformer" / "config.json", [](Json& json) { json["ffn_dim"] = 40; });
                       }),
                       "ffn.net.0.proj.weight"));
        CHECK(contains(error_after([](const fs::path& f) {
                           edit_json(f / "transformer" / "config.json", [](Json& json) { json["num_layers"] = 3; });
                       }),
                       "missing blocks.2"));
        CHECK(contains(error_after([](const fs::path& f) {
                           edit_json(f / "transformer" / "config.json", [](Json& json) { json["num_layers"] = 1; });
                       }),
                       "unexpected blocks.1"));
        CHECK(contains(error_after([](const fs::path& f) {
                           edit_json(f / "vae" / "config.json", [](Json& json) { json["z_dim"] = 1e9; });
                       }),
                       "z_dim"));
        CHECK(contains(error_after([](const fs::path& f) {
                           edit_json(f / "model_index.json", [](Json& json) { json["boundary_ratio"] = 0.9; });
                       }),
                       "transformer_2"));
        CHECK(contains(error_after([](const fs::path& f) {
                           edit_json(f / "model_index.json", [](Json& json) { json["_class_name"] = "FluxPipeline"; });
                       }),
                       "FluxPipeline"));
        CHECK(contains(
            error_after([](const fs::path& f) { std::ofstream(f / "longtake.json") << R"({"size": "33x32"})"; }),
            "longtake.json"));
        CHECK(contains(error_after([](const fs::path& f) {
                           edit_json(f / "scheduler" / "scheduler_config.json",
                                     [](Json& json) { json["_class_name"] = "NoSuchScheduler"; });
                       }),
                       "NoSuchScheduler"));
    }
}
