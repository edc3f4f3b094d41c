// SPDX-License-Identifier: Apache-2.0
// `longtake model` on a whole tiny Wan directory as diffusers writes it, then on the same directory damaged in every
// way.
#include "tests/app/captured_output.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "tests/support/memory.h"
#include "tests/support/reference.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <functional>

using namespace longtake;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

void set_environment(const char* name, const fs::path& value) {
#ifdef _WIN32
    _putenv_s(name, value.string().c_str());
#else
    setenv(name, value.c_str(), 1);
#endif
}

/// Settings and shipped models of this test alone.
class Settings {
public:
    Settings() {
        fs::create_directories(folder_.path() / "resources" / "models");
        set_environment("LONGTAKE_CONFIG", folder_.path() / "config");
        set_environment("LONGTAKE_RESOURCES", folder_.path() / "resources");
    }
    const fs::path& path() const { return folder_.path(); }

private:
    TemporaryFolder folder_;
};

json read_config(const fs::path& path) {
    return json::parse(*read_file(path));
}

/// Changes keys of a JSON file.
void edit(const fs::path& path, const json& change) {
    json config = read_config(path);
    config.update(change);
    REQUIRE(write_file_atomically(path, config.dump()));
}

fs::path only_weights(const fs::path& component) {
    for (const auto& entry : fs::directory_iterator(component)) {
        if (entry.path().extension() == ".safetensors") {
            return entry.path();
        }
    }
    FAIL("no weights in " << component.string());
    return {};
}

struct Damage {
    const char* what;
    std::function<void(const fs::path& model)> apply;
    const char* message_part;
};

const std::vector<Damage>& damages() {
    static const std::vector<Damage> kDamages = {
        {"truncated shard",
         [](const fs::path& model) {
             fs::resize_file(only_weights(model / "transformer"),
                             fs::file_size(only_weights(model / "transformer")) / 2);
         },
         "truncated"},
        {"wrong shape",
         [](const fs::path& model) {
             edit(model / "transformer" / "config.json", {{"ffn_dim", 52}});
         },
         "misshaped blocks.0.ffn.net.0.proj.weight"},
        {"missing tensor",
         [](const fs::path& model) {
             edit(model / "transformer" / "config.json", {{"num_layers", 3}});
         },
         "missing blocks.2."},
        {"unexpected tensor",
         [](const fs::path& model) {
             edit(model / "transformer" / "config.json", {{"num_layers", 1}});
         },
         "unexpected blocks.1."},
        {"pickle",
         [](const fs::path& model) {
             fs::rename(only_weights(model / "transformer"), model / "transformer" / "diffusion_pytorch_model.bin");
         },
         "is a pickle; it was not opened"},
        {"index outside",
         [](const fs::path& model) {
             REQUIRE(write_file_atomically(model / "transformer" / "diffusion_pytorch_model.safetensors.index.json",
                                           R"({"weight_map": {"proj_out.bias": "../../secret.safetensors"}})"));
         },
         "is not a plain file name"},
        {"link outside",
         [](const fs::path& model) {
             fs::rename(only_weights(model / "vae"), model.parent_path() / "outside");
             fs::create_symlink(model.parent_path() / "outside", model / "vae" / "diffusion_pytorch_model.safetensors");
         },
         "leaves the model folder"},
        {"absurd layers",
         [](const fs::path& model) {
             edit(model / "transformer" / "config.json", {{"num_layers", 1000000}});
         },
         "num_layers is 1000000"},
        {"absurd vae",
         [](const fs::path& model) {
             edit(model / "vae" / "config.json", {{"z_dim", 1 << 30}});
         },
         "z_dim"},
        {"scale that is no number",
         [](const fs::path& model) {
             edit(model / "vae" / "config.json", {{"latents_std", {"NaN", 1, 1, 1}}});
         },
         "latents_std"},
        {"absurd encoder",
         [](const fs::path& model) {
             edit(model / "text_encoder" / "config.json", {{"num_layers", 1e9}});
         },
         "num_layers"},
        {"encoder smaller than the vocabulary",
         [](const fs::path& model) {
             edit(model / "text_encoder" / "config.json", {{"vocab_size", 8}});
         },
         "misshaped shared.weight"},
        {"damaged tokenizer",
         [](const fs::path& model) { REQUIRE(write_file_atomically(model / "tokenizer" / "spiece.model", "damaged")); },
         "spiece.model"},
        {"duplicate key in a config",
         [](const fs::path& model) {
             REQUIRE(write_file_atomically(model / "vae" / "config.json", R"({"z_dim": 4, "z_dim": 4})"));
         },
         "appears twice"},
        {"pointer in a file's place",
         [](const fs::path& model) {
             REQUIRE(write_file_atomically(only_weights(model / "vae"),
                                           "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"));
         },
         "Git LFS pointer"},
        {"missing component", [](const fs::path& model) { fs::remove_all(model / "vae"); }, "vae"},
        {"unknown family",
         [](const fs::path& model) {
             edit(model / "model_index.json", {{"_class_name", "SomePipeline"}});
         },
         "SomePipeline"},
    };
    return kDamages;
}

void check_whole_model(const fs::path& made) {
    const fs::path model = made / "plain";
    CHECK(run_captured({"model", "check", model.string()}).code == 0);
    const CapturedRun info = run_captured({"model", "info", model.string(), "--json"});
    CHECK(info.code == 0);
    const json shown = json::parse(info.out);
    CHECK(shown["ok"] == true);
    CHECK(shown["class"] == "WanPipeline");
    CHECK(shown["licence"] == "apache-2.0");
    CHECK(shown["components"].size() == 5);
    CHECK(shown["memory_bytes"]["float32"] == 4 * shown["parameters"].get<int64_t>());
    CHECK(shown["limits"]["latent_channels"] == 4);
    CHECK(run_captured({"model", "add", model.string(), "--name", "toy"}).code == 0);
    CHECK(run_captured({"model", "info", "toy"}).out.find("apache-2.0") != std::string::npos);
    const json list = json::parse(run_captured({"model", "list", "--json"}).out);
    REQUIRE(list["models"].size() == 1);
    CHECK(list["models"][0]["name"] == "toy");
    CHECK(list["models"][0]["ok"] == true);
    CHECK(run_captured({"model", "list"}).out.starts_with("toy "));
    CHECK(run_captured({"model", "remove", "toy"}).code == 0);
    CHECK(json::parse(run_captured({"model", "list", "--json"}).out)["models"].empty());
    CHECK(fs::exists(model / "model_index.json"));
    CHECK(run_captured({"model", "check", (made / "two").string()}).code == 0);
    CHECK(run_captured({"model", "check", (made / "ti2v").string()}).code == 0);
}

/// Damage of any kind: exit 3, one message that names it, nothing allocated, and the list says so too.
void check_damaged_models(const Settings& settings, const fs::path& model) {
    REQUIRE(run_captured({"model", "check", model.string()}).code == 0);
    for (const Damage& damage : damages()) {
        CAPTURE(damage.what);
        const fs::path copy = settings.path() / "damaged" / "model";
        fs::remove_all(copy.parent_path());
        fs::create_directories(copy.parent_path());
        fs::copy(model, copy, fs::copy_options::recursive);
        REQUIRE(run_captured({"model", "add", copy.string(), "--name", "damaged"}).code == 0);
        damage.apply(copy);
        CapturedRun run;
        const int64_t growth = resident_growth([&] { run = run_captured({"model", "check", copy.string()}); });
        CAPTURE(run.err);
        CHECK(run.code == 3);
        CHECK(run.out.empty());
        CHECK(run.err.find(damage.message_part) != std::string::npos);
        CHECK(growth < (int64_t{8} << 20));
        const json checked = json::parse(run_captured({"model", "check", "damaged", "--json"}).out);
        CHECK(checked["ok"] == false);
        CHECK(checked["problem"].get<std::string>().find(damage.message_part) != std::string::npos);
        CHECK(json::parse(run_captured({"model", "list", "--json"}).out)["models"][0]["ok"] == false);
        CHECK(run_captured({"model", "remove", "damaged"}).code == 0);
        CHECK(run_captured({"model", "add", copy.string()}).code == 3);
    }
}

} // namespace

TEST_SUITE("cli.model_command") {
    TEST_CASE("list, info, check, add and remove, on a real directory and on every damaged one") {
        const Settings settings;
        const fs::path made = settings.path() / "made";
        REQUIRE(run_reference("wan_pipeline.py", {made.string(), "5"}) == 0);
        const fs::path model = made / "plain";
        REQUIRE(write_file_atomically(model / "README.md", "---\nlicense: apache-2.0\n---\n"));
        check_whole_model(made);
        check_damaged_models(settings, model);
    }

    TEST_CASE("check compares the files with the checksums beside them, and can be watched") {
        const Settings settings;
        const fs::path made = settings.path() / "made";
        REQUIRE(run_reference("wan_pipeline.py", {made.string(), "5"}) == 0);
        const fs::path model = made / "plain";
        CHECK(run_captured({"model", "check", model.string()}).out.find("no checksums") != std::string::npos);
        const fs::path weights = only_weights(model / "transformer");
        const std::string bytes = *read_file(weights);
        REQUIRE(write_file_atomically(model / "SHA256SUMS",
                                      sha256_hex(bytes) + "  transformer/" + weights.filename().string() + "\n"));
        const CapturedRun whole = run_captured({"model", "check", model.string(), "--progress", "json"});
        CHECK(whole.code == 0);
        CHECK(whole.out.find("1 files as their checksums say") != std::string::npos);
        const json first = json::parse(whole.out.substr(0, whole.out.find('\n')));
        CHECK(first["total"] == bytes.size());

        std::string spoiled = bytes; // a flipped bit in a weight: no header shows it
        spoiled.back() = static_cast<char>(spoiled.back() ^ 1);
        REQUIRE(write_file_atomically(weights, spoiled));
        const CapturedRun damaged = run_captured({"model", "check", model.string()});
        CHECK(damaged.code == 3);
        CHECK(damaged.err.find("is damaged") != std::string::npos);
        CHECK(damaged.err.find(weights.filename().string()) != std::string::npos);
        const json said = json::parse(run_captured({"model", "check", model.string(), "--json"}).out);
        CHECK(said["checksums"]["faults"].size() == 1);
        CHECK(run_captured({"model", "check", model.string(), "--progress", "loud"}).code == 2);
    }

    TEST_CASE("words that make no sense are bad input; a folder that is no model is a model error") {
        const Settings settings;
        for (const std::vector<std::string>& words :
             std::vector<std::vector<std::string>>{{"model", "show", "x"},
                                                   {"model", "list", "x"},
                                                   {"model", "info"},
                                                   {"model", "remove", "none"},
                                                   {"model", "check", ".", "--name", "x"},
                                                   {"model"}}) {
            CAPTURE(words.back());
            CHECK(run_captured(words).code == 2);
        }
        CHECK(run_captured({"model", "check", settings.path().string()}).code == 3);
        CHECK(run_captured({"model", "check", "nowhere"}).code == 3);
        REQUIRE(write_file_atomically(settings.path() / "model.ckpt", "x"));
        const CapturedRun pickle = run_captured({"model", "info", (settings.path() / "model.ckpt").string()});
        CHECK(pickle.code == 3);
        CHECK(pickle.err.find("is a pickle; it was not opened") != std::string::npos);
        const CapturedRun empty = run_captured({"model", "list"});
        CHECK(empty.code == 0);
        CHECK(empty.out.empty());
    }
}
