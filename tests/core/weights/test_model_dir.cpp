// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/weights/model_dir.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include <fstream>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

/// A model folder with one transformer in two shards and a single-file vae.
class ModelFolder {
public:
    ModelFolder() {
        write("model_index.json", Json{{"_class_name", "ToyPipeline"},
                                       {"boundary_ratio", nullptr},
                                       {"transformer", {"diffusers", "ToyTransformer"}},
                                       {"transformer_2", {nullptr, nullptr}},
                                       {"vae", {"diffusers", "ToyVae"}}}
                                      .dump());
        save("transformer/diffusion_pytorch_model-00001-of-00002.safetensors", "a");
        save("transformer/diffusion_pytorch_model-00002-of-00002.safetensors", "b");
        save("vae/diffusion_pytorch_model.safetensors", "c");
        index({{"a", "diffusion_pytorch_model-00001-of-00002.safetensors"},
               {"b", "diffusion_pytorch_model-00002-of-00002.safetensors"}});
    }

    fs::path path(const std::string& name) const { return folder_.path() / "model" / name; }

    void write(const std::string& name, const std::string& text) const {
        fs::create_directories(path(name).parent_path());
        REQUIRE(write_file_atomically(path(name), text));
    }

    void save(const std::string& name, const std::string& tensor) const {
        fs::create_directories(path(name).parent_path());
        REQUIRE(save_tensors(path(name), {{tensor, torch::zeros({2})}}));
    }

    void index(const std::map<std::string, std::string>& weight_map) const {
        write("transformer/diffusion_pytorch_model.safetensors.index.json",
              Json{{"metadata", {{"total_size", 16}}}, {"weight_map", weight_map}}.dump());
    }

    Result<WeightFiles> weights(const std::string& component) const {
        const auto directory = ModelDirectory::open(path(""));
        REQUIRE(directory);
        return directory->component_weights(component);
    }

    const fs::path& outside() const { return folder_.path(); }

private:
    TemporaryFolder folder_;
};

void check_refused(const Result<WeightFiles>& weights, const std::string& part) {
    REQUIRE_FALSE(weights);
    CAPTURE(weights.error().message);
    CHECK(weights.error().code == ErrorCode::Model);
    CHECK(weights.error().message.find(part) != std::string::npos);
    CHECK_FALSE(weights.error().hint.empty());
}

} // namespace

TEST_SUITE("weights.model_dir") {
    TEST_CASE("components, class and scalars come from model_index.json") {
        const ModelFolder model;
        const auto directory = ModelDirectory::open(model.path(""));
        REQUIRE(directory);
        CHECK(directory->class_name() == "ToyPipeline");
        REQUIRE(directory->components().size() == 2);
        CHECK(directory->find("vae")->class_name == "ToyVae");
        CHECK(directory->find("transformer_2") == nullptr);
        CHECK(directory->index().contains("boundary_ratio"));
    }

    TEST_CASE("shards of an index and a single file are found") {
        const ModelFolder model;
        CHECK(model.weights("transformer")->names() == std::vector<std::string>{"a", "b"});
        CHECK(model.weights("vae")->names() == std::vector<std::string>{"c"});
    }

    TEST_CASE("variants are taken when there is no plain file: bf16 before fp16, single or sharded") {
        const ModelFolder model;
        model.save("encoder/model.fp16.safetensors", "half");
        CHECK(model.weights("encoder")->names() == std::vector<std::string>{"half"});
        model.save("encoder/model.bf16-00001-of-00001.safetensors", "brain");
        model.write("encoder/model.safetensors.index.bf16.json",
                    R"({"weight_map": {"brain": "model.bf16-00001-of-00001.safetensors"}})");
        CHECK(model.weights("encoder")->names() == std::vector<std::string>{"brain"});
        model.save("encoder/model.safetensors", "plain");
        CHECK(model.weights("encoder")->names() == std::vector<std::string>{"plain"});
    }

    TEST_CASE("shard names that are no plain file names are refused") {
        const ModelFolder model;
        for (const char* name : {"../../etc/x.safetensors", "/etc/passwd", "..", ".", "", "a/b.safetensors",
                                 "a\\b.safetensors", "C:x.safetensors"}) {
            model.index({{"a", name}});
            check_refused(model.weights("transformer"), "not a plain file name");
        }
        model.write("transformer/diffusion_pytorch_model.safetensors.index.json", R"({"weight_map": {"a": 3}})");
        check_refused(model.weights("transformer"), "not a plain file name");
    }

    TEST_CASE("links that leave the folder are refused, links inside it are not") {
        const ModelFolder model;
        const fs::path shard = model.path("vae/diffusion_pytorch_model.safetensors");
        const fs::path moved = model.outside() / "outside.safetensors";
        fs::rename(shard, moved);
        fs::create_symlink(moved, shard);
        check_refused(model.weights("vae"), "leaves the model folder");
        fs::remove(shard);
        fs::create_symlink(model.path("transformer/diffusion_pytorch_model-00001-of-00002.safetensors"), shard);
        CHECK(model.weights("vae"));
        fs::remove(shard);
        fs::create_symlink(model.path("nowhere"), shard);
        check_refused(model.weights("vae"), "missing");
        fs::remove_all(model.path("vae"));
        fs::create_directory(model.outside() / "elsewhere");
        fs::rename(moved, model.outside() / "elsewhere" / "diffusion_pytorch_model.safetensors");
        fs::create_directory_symlink(model.outside() / "elsewhere", model.path("vae"));
        check_refused(model.weights("vae"), "leaves the model folder");
    }

    TEST_CASE("a Hugging Face cache snapshot, all links to its blobs, is read") {
        const TemporaryFolder cache;
        const fs::path snapshot = cache.path() / "snapshots" / "0a1b";
        const fs::path blobs = cache.path() / "blobs";
        fs::create_directories(snapshot / "vae");
        fs::create_directories(blobs);
        REQUIRE(
            write_file_atomically(blobs / "11", R"({"_class_name": "ToyPipeline", "vae": ["diffusers", "ToyVae"]})"));
        REQUIRE(save_tensors(blobs / "22", {{"c", torch::zeros({2})}}));
        fs::create_symlink("../../blobs/11", snapshot / "model_index.json");
        fs::create_symlink("../../../blobs/22", snapshot / "vae" / "diffusion_pytorch_model.safetensors");
        const auto directory = ModelDirectory::open(snapshot);
        REQUIRE(directory);
        CHECK(directory->component_weights("vae"));
    }

    TEST_CASE("pickles are refused unopened, by name and by content") {
        const ModelFolder model;
        fs::remove(model.path("vae/diffusion_pytorch_model.safetensors"));
        model.write("vae/diffusion_pytorch_model.bin", "would run");
        check_refused(model.weights("vae"), "is a pickle; it was not opened");
        model.index({{"a", "diffusion_pytorch_model-00001-of-00002.bin"}});
        check_refused(model.weights("transformer"), "is a pickle");
        const std::string zip = std::string("PK\x03\x04\x00\x00\x08\x08", 8) + std::string(64, 'x');
        model.write("vae/diffusion_pytorch_model.safetensors", zip);
        check_refused(model.weights("vae"), "PyTorch pickle");
        for (const char* name : {"model.ckpt", "model.pt", "model.pth"}) {
            model.write(name, "x");
            const auto opened = ModelDirectory::open(model.path(name));
            REQUIRE_FALSE(opened);
            CHECK(opened.error().message.find("is a pickle") != std::string::npos);
        }
    }

    TEST_CASE("a missing shard, a shard without its tensor, an empty folder and a folder that is no model are named") {
        const ModelFolder model;
        model.index({{"a", "diffusion_pytorch_model-00002-of-00002.safetensors"}});
        check_refused(model.weights("transformer"),
                      "tensor a is not in diffusion_pytorch_model-00002-of-00002.safetensors");
        model.index({{"a", "gone.safetensors"}});
        check_refused(model.weights("transformer"), "gone.safetensors is missing");
        model.index({});
        check_refused(model.weights("transformer"), "no weight_map");
        check_refused(model.weights("tokenizer"), "no weights in");
        const auto opened = ModelDirectory::open(model.path("vae"));
        REQUIRE_FALSE(opened);
        CHECK(opened.error().message.find("no model_index.json") != std::string::npos);
    }

    TEST_CASE("a malformed model_index.json is refused with its path") {
        const ModelFolder model;
        for (const char* text :
             {"", "[]", "{", R"({"_class_name": 3})", R"({"vae": ["diffusers", "X"]})",
              R"({"_class_name": "A", "_class_name": "B"})", R"({"_class_name": "A", "../x": ["diffusers", "X"]})"}) {
            model.write("model_index.json", text);
            const auto opened = ModelDirectory::open(model.path(""));
            CAPTURE(text);
            REQUIRE_FALSE(opened);
            CHECK(opened.error().code == ErrorCode::Model);
            CHECK(opened.error().message.find("model_index.json") != std::string::npos);
        }
    }
}
