// SPDX-License-Identifier: Apache-2.0
// longtake generate as a program: what it writes, that it repeats itself, what it refuses and how it stops.
#include "app/cli/child_process.h"
#include "app/cli/generate_options.h"
#include "app/cli/progress_line.h"
#include "core/base/atomic_file.h"
#include "core/nn/noise.h"
#include "core/weights/safetensors.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tiny_wan.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#ifndef _WIN32
#include <spawn.h>
#include <sys/wait.h>
extern char** environ;
#endif

namespace longtake {

namespace {

namespace fs = std::filesystem;

fs::path program() {
    const char* folder = std::getenv("LONGTAKE_BIN_DIR");
    REQUIRE(folder != nullptr);
    return fs::path(folder) / "longtake";
}

ChildOutput longtake(const std::vector<std::string>& words) {
    const auto output = run_child(program(), words);
    REQUIRE(output);
    return *output;
}

torch::Tensor tensor_of(const fs::path& file, const std::string& name) {
    const auto tensors = load_tensors(file);
    REQUIRE(tensors);
    REQUIRE(tensors->size() == 1);
    CHECK((*tensors)[0].first == name);
    return (*tensors)[0].second;
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A model, made once per test case, and the words that make a small clip with it.
struct Workplace {
    TemporaryFolder folder;
    fs::path model = write_tiny_wan(folder.path());

    std::vector<std::string> words(const std::vector<std::string>& more) const {
        std::vector<std::string> all = {
            "generate", "--model", model.string(), "--prompt", "a red fox", "--size", "32x16",
            "--frames", "5",       "--steps",      "3",        "--threads", "1"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    std::string path(const std::string& name) const { return (folder.path() / name).string(); }
};

#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__)
/// Exit status of the program when it may have so much address space.
int run_limited(int64_t mebibytes, std::vector<std::string> words, const fs::path& messages = "/dev/null") {
    const std::string shell =
        "ulimit -v " + std::to_string(mebibytes * 1024) + " && exec \"$0\" \"$@\" 2>'" + messages.string() + "'";
    words.insert(words.begin(), {"-c", shell, program().string()});
    const auto output = run_child("/bin/sh", words);
    REQUIRE(output);
    return output->exit_status;
}

/// What the program needs to start at all.
int64_t least_mebibytes() {
    int64_t mebibytes = 400;
    while (run_limited(mebibytes, {"--help"}) != 0) {
        mebibytes += 25;
        REQUIRE(mebibytes < 100'000);
    }
    return mebibytes;
}
#endif

Result<GenerateOptions> options_of(const std::vector<std::string>& words) {
    std::vector<Option> known = GenerateOptions::described();
    const auto arguments = Arguments::parse(words, known, 0, 0);
    REQUIRE(arguments);
    return GenerateOptions::read(*arguments);
}

std::string refusal(const std::vector<std::string>& words) {
    const auto options = options_of(words);
    REQUIRE_FALSE(options);
    CHECK(options.error().code == ErrorCode::BadInput);
    return options.error().message + "\n" + options.error().hint;
}

} // namespace

TEST_SUITE("cli.generate") {
    TEST_CASE("latents and frames have the promised names and shapes, and repeat to the byte") {
        const Workplace place;
        for (const std::string run : {"1", "2"}) {
            const auto done = longtake(place.words({"--seed", "7", "--latents-out", place.path("l" + run),
                                                    "--frames-out", place.path("f" + run), "--json"}));
            REQUIRE(done.exit_status == 0);
            const Json report = Json::parse(done.standard_output);
            for (const char* key : {"load", "text", "denoise", "decode", "encode", "write", "first_preview", "total"}) {
                CHECK(report["timings_s"][key].get<double>() >= 0);
            }
            CHECK(report["peak_rss_bytes"].get<int64_t>() > 0);
            CHECK(report["device"] == "cpu");
            CHECK(report["dtype"] == "fp32");
            CHECK(report["steps"] == 3);
            CHECK(report["frames"] == 5);
        }
        const torch::Tensor latents = tensor_of(place.path("l1"), "latents");
        const torch::Tensor frames = tensor_of(place.path("f1"), "frames");
        CHECK(latents.sizes() == at::IntArrayRef({1, 4, 2, 2, 4}));
        CHECK(frames.sizes() == at::IntArrayRef({5, 3, 16, 32}));
        CHECK(frames.min().item<float>() >= 0);
        CHECK(frames.max().item<float>() <= 1);
        CHECK(torch::equal(latents, tensor_of(place.path("l2"), "latents")));
        CHECK(torch::equal(frames, tensor_of(place.path("f2"), "frames")));
        REQUIRE(longtake(place.words({"--seed", "8", "--latents-out", place.path("l3")})).exit_status == 0);
        CHECK_FALSE(torch::equal(latents, tensor_of(place.path("l3"), "latents")));
    }

    TEST_CASE("given noise replaces the seed; the seed's own noise gives the seed's clip") {
        const Workplace place;
        const torch::Tensor noise = latent_noise({7, 0, 0}, {1, 4, 2, 2, 4});
        REQUIRE(save_tensors(place.path("noise"), {{"noise", noise}}));
        REQUIRE(longtake(place.words({"--noise", place.path("noise"), "--latents-out", place.path("a")})).exit_status ==
                0);
        REQUIRE(longtake(place.words({"--seed", "7", "--latents-out", place.path("b")})).exit_status == 0);
        CHECK(torch::equal(tensor_of(place.path("a"), "latents"), tensor_of(place.path("b"), "latents")));
    }

    TEST_CASE("a preview strip appears for every step") {
        const Workplace place;
#ifndef _WIN32
        setenv("LONGTAKE_CACHE", place.path("cache").c_str(), 1);
#endif
        REQUIRE(longtake(place.words({"--preview-dir", place.path("previews")})).exit_status == 0);
        for (const char* name : {"step-0001.png", "step-0002.png", "step-0003.png"}) {
            const auto bytes = read_file(fs::path(place.path("previews")) / name);
            REQUIRE(bytes);
            CHECK(bytes->starts_with("\x89PNG"));
        }
    }

    TEST_CASE("solver, shift and guidance mode change the clip") {
        const Workplace place;
        const auto clip = [&](std::vector<std::string> more) {
            more.insert(more.end(), {"--latents-out", place.path("clip")});
            REQUIRE(longtake(place.words(more)).exit_status == 0);
            return tensor_of(place.path("clip"), "latents").clone();
        };
        const torch::Tensor plain = clip({});
        for (const std::vector<std::string>& more :
             std::vector<std::vector<std::string>>{{"--solver", "euler"},
                                                   {"--solver", "dpmpp"},
                                                   {"--shift", "9"},
                                                   {"--guidance-mode", "apg"},
                                                   {"--guidance-mode", "zero"},
                                                   {"--guidance-mode", "rescale"},
                                                   {"--guidance", "1"},
                                                   {"--negative", "blur"}}) {
            CAPTURE(more[0] + " " + more[1]);
            CHECK_FALSE(torch::allclose(clip(more), plain, 1e-4, 1e-5));
        }
    }

    TEST_CASE("wrong words end with 2, wrong models with 3") {
        const Workplace place;
        const std::string out = place.path("out");
        CHECK(longtake(place.words({})).exit_status == 2); // nothing to write
        CHECK(longtake(place.words({"--latents-out", place.path("no/such/folder/l")})).exit_status == 2);
        CHECK(longtake({"generate", "--prompt", "p", "--latents-out", out}).exit_status == 2);
        CHECK(longtake({"generate", "--model", place.path("nowhere"), "--prompt", "p", "--latents-out", out})
                  .exit_status == 3);
        CHECK(longtake({"generate", "--model", place.model.string(), "--prompt", "p", "--size", "33x16",
                        "--latents-out", out})
                  .exit_status == 2);
        CHECK(longtake(
                  {"generate", "--model", place.model.string(), "--prompt", "p", "--frames", "6", "--latents-out", out})
                  .exit_status == 2);
        CHECK(longtake(place.words({"--device", "cuda:77", "--latents-out", out})).exit_status == 4);
        REQUIRE(save_tensors(place.path("bad"), {{"noise", torch::zeros({1, 4, 2, 2, 5})}}));
        CHECK(longtake(place.words({"--noise", place.path("bad"), "--latents-out", out})).exit_status == 2);
        REQUIRE(save_tensors(place.path("other"), {{"latents", torch::zeros({1, 4, 2, 2, 4})}}));
        CHECK(longtake(place.words({"--noise", place.path("other"), "--latents-out", out})).exit_status == 2);
        CHECK(longtake(place.words({"--noise", place.path("absent"), "--latents-out", out})).exit_status == 2);
        CHECK_FALSE(fs::exists(out));
        fs::remove(place.model / "vae" / "diffusion_pytorch_model.safetensors");
        CHECK(longtake(place.words({"--latents-out", out})).exit_status == 3);
    }

#ifndef _WIN32
    TEST_CASE("SIGTERM and Ctrl-C end with 5 and leave no file") {
        const Workplace place;
        for (const int signal : {SIGTERM, SIGINT}) {
            std::vector<std::string> all =
                place.words({"--latents-out", place.path("out"), "--preview-dir", place.path("previews")});
            all.insert(all.begin(), program().string());
            *(std::find(all.begin(), all.end(), "--steps") + 1) = "1000";
            std::vector<char*> pointers;
            for (std::string& word : all) {
                pointers.push_back(word.data());
            }
            pointers.push_back(nullptr);
            pid_t child = 0;
            REQUIRE(posix_spawn(&child, program().c_str(), nullptr, nullptr, pointers.data(), environ) == 0);
            while (!fs::exists(fs::path(place.path("previews")) / "step-0002.png")) {
                if (waitpid(child, nullptr, WNOHANG) != 0) {
                    FAIL("the program ended by itself");
                }
            }
            kill(child, signal);
            int status = 0;
            REQUIRE(waitpid(child, &status, 0) == child);
            CHECK(WIFEXITED(status));
            CHECK(WEXITSTATUS(status) == 5);
            CHECK_FALSE(fs::exists(place.path("out")));
            CHECK_FALSE(fs::exists(fs::path(place.path("previews")) / "step-1000.png"));
            fs::remove_all(place.path("previews"));
        }
    }
#endif

#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__)
    TEST_CASE("little memory is an error, never a crash, and leaves nothing behind") {
        const Workplace place;
        const int64_t enough_to_start = least_mebibytes();
#ifdef LONGTAKE_HAS_CLIPS
        const fs::path out = place.folder.path() / "out" / "clip.mp4";
        const char* option = "-o";
#else
        const fs::path out = place.folder.path() / "out" / "latents.safetensors";
        const char* option = "--latents-out";
#endif
        for (const int64_t more : {25, 60, 100, 140, 180, 260}) {
            CAPTURE(more);
            fs::create_directory(out.parent_path());
            setenv("LONGTAKE_CACHE", place.path("cache" + std::to_string(more)).c_str(),
                   1); // kernels are measured each time
            std::vector<std::string> words = place.words({option, out.string()});
            *(std::find(words.begin(), words.end(), "--size") + 1) = "160x96";
            const int status = run_limited(enough_to_start + more, words);
            CHECK((status == 0 || status == 4));
            CHECK(fs::exists(out) == (status == 0));
            fs::remove(out);
            CHECK(fs::is_empty(out.parent_path()));
        }
    }

    TEST_CASE("a picture or a file too large for the memory there is ends with exit 4, a clear message and no file") {
        const Workplace place;
        const int64_t mebibytes = least_mebibytes() + 150;
        const fs::path out = place.folder.path() / "out" / "frames.safetensors", messages = place.path("messages");
        fs::create_directory(out.parent_path());
        const auto check = [&](const std::string& size) {
            std::vector<std::string> words = place.words({"--frames-out", out.string()});
            *(std::find(words.begin(), words.end(), "--size") + 1) = size;
            CHECK(run_limited(mebibytes, words, messages) == 4);
            std::ostringstream text;
            text << std::ifstream(messages).rdbuf();
            CAPTURE(text.str());
            CHECK(mentions(text.str(), "out of memory"));
            CHECK(fs::is_empty(out.parent_path()));
        };
        check("960x640");
        fs::resize_file(place.model / "vae" / "diffusion_pytorch_model.safetensors",
                        uintmax_t{64} << 30); // sparse; mapping it is refused
        check("32x16");
    }
#endif

    TEST_CASE("options are checked before anything is loaded") {
        const std::vector<std::string> least = {"--model", "m", "--prompt", "p", "--latents-out", "l"};
        const auto with = [&](std::vector<std::string> more) {
            more.insert(more.end(), least.begin(), least.end());
            return more;
        };
        REQUIRE(options_of(least));
        CHECK(options_of(with({"--seed", "9223372036854775807"}))->seed == 9223372036854775807U);
        CHECK(options_of(with({"--negative", ""}))->negative.empty());
        CHECK(mentions(refusal({"--model", "m", "--latents-out", "l"}), "--prompt is missing"));
        CHECK(mentions(refusal(with({"--size", "64"})), "64"));
        CHECK(mentions(refusal(with({"--frames", "0"})), "--frames"));
        CHECK(mentions(refusal(with({"--steps", "0"})), "--steps"));
        CHECK(mentions(refusal(with({"--steps", "x"})), "--steps"));
        CHECK(mentions(refusal(with({"--guidance", "-1"})), "--guidance"));
        CHECK(mentions(refusal(with({"--guidance", "nan"})), "--guidance"));
        CHECK(mentions(refusal(with({"--guidance-mode", "most"})), "apg"));
        CHECK(mentions(refusal(with({"--seed", "-1"})), "--seed"));
        CHECK(mentions(refusal(with({"--fps", "0"})), "0"));
    }

    TEST_CASE("a prompt the safety level refuses is refused before anything is loaded") {
        const auto with = [](const char* prompt, const char* level) {
            return std::vector<std::string>{"--model",       "m", "--prompt", prompt,
                                            "--latents-out", "l", "--safety", level};
        };
        CHECK(options_of(with("a gory battle", "open")));
        CHECK(options_of(with("a gory battle", "careful")));
        CHECK(mentions(refusal(with("a gory battle", "strict")), "cruelty (gory)"));
        CHECK(mentions(refusal(with("a naked child", "open")), "minors"));
        CHECK(options_of(with("a red fox", "strict")));
        CHECK(mentions(refusal(with("a red fox", "none")), "--safety none"));
    }

    TEST_CASE("a clip the model cannot make is refused with the nearest it can") {
        GenerateOptions options;
        ModelLimits limits;
        CHECK(plan_clip(options, limits)->size == Size{832, 480});
        options.size = {830, 475};
        auto refused = plan_clip(options, limits);
        REQUIRE_FALSE(refused);
        CHECK(mentions(refused.error().message, "multiples of 16"));
        CHECK(mentions(refused.error().hint, "832x480"));
        options.size = {3, 480};
        CHECK(mentions(plan_clip(options, limits).error().hint, "16x480"));
        options.size.reset();
        options.frames = {80};
        refused = plan_clip(options, limits);
        REQUIRE_FALSE(refused);
        CHECK(mentions(refused.error().message, "4 n + 1"));
        CHECK(mentions(refused.error().hint, "77 and 81"));
        options.frames = {1};
        CHECK(plan_clip(options, limits));
    }

    TEST_CASE("progress says how long it will take") {
        CHECK(progress_text("denoising", 0, 20, 0) == "denoising 0/20");
        CHECK(progress_text("denoising", 3, 20, 3.75) == "denoising 3/20, 1.25 s each, 21 s left");
        CHECK(progress_text("denoising", 20, 20, 25) == "denoising 20/20");
        CHECK(duration_text(59.6) == "1:00 min");
        CHECK(duration_text(125) == "2:05 min");
        CHECK(duration_text(3727) == "1:02:07 h");
    }
}

} // namespace longtake
