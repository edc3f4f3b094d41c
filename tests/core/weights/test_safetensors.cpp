// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/weights/mapped_memory.h"
#include "core/weights/safetensors.h"
#include "tests/support/memory.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <torch/torch.h>

#include <array>
#include <fstream>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

constexpr std::array kDtypes = {torch::kFloat64,     torch::kInt64, torch::kUInt64, torch::kComplexFloat,
                                torch::kFloat32,     torch::kInt32, torch::kUInt32, torch::kBFloat16,
                                torch::kFloat16,     torch::kInt16, torch::kUInt16, torch::kFloat8_e4m3fn,
                                torch::kFloat8_e5m2, torch::kInt8,  torch::kUInt8,  torch::kBool};

/// Bit for bit, NaNs included.
bool is_same(const torch::Tensor& a, const torch::Tensor& b) {
    const torch::Tensor x = a.contiguous();
    const torch::Tensor y = b.contiguous();
    return x.scalar_type() == y.scalar_type() && x.sizes() == y.sizes() &&
           std::memcmp(x.data_ptr(), y.data_ptr(), x.nbytes()) == 0;
}

} // namespace

TEST_SUITE("weights.safetensors") {
    TEST_CASE("every dtype, rank 0, empty, non-contiguous and not finite tensors come back bit for bit") {
        const TemporaryFolder folder;
        const auto path = folder.path() / "日本語 t.safetensors";
        NamedTensors tensors;
        for (const torch::ScalarType dtype : kDtypes) {
            const torch::Tensor values = torch::arange(6, torch::kFloat32).remainder(2).reshape({2, 3}).to(dtype);
            tensors.emplace_back(std::string("of.") + c10::toString(dtype), values);
            tensors.emplace_back(std::string("turned.") + c10::toString(dtype), values.t());
        }
        tensors.emplace_back("scalar", torch::tensor(3.5));
        tensors.emplace_back("empty", torch::empty({0, 7}));
        tensors.emplace_back("odd", torch::tensor({std::nanf(""), INFINITY, -0.0F}));
        REQUIRE(save_tensors(path, tensors, {{"format", "pt"}, {"quote\"d", "é\n"}}));
        const auto file = SafetensorsFile::open(path);
        REQUIRE(file);
        CHECK(file->metadata().at("quote\"d") == "é\n");
        CHECK(file->entries().size() == tensors.size());
        for (const auto& [name, tensor] : tensors) {
            CAPTURE(name);
            REQUIRE(file->find(name) != nullptr);
            CHECK(is_same(file->tensor(*file->find(name)), tensor));
        }
        CHECK(file->find("nothing") == nullptr);
        CHECK(folder.entry_count() == 1);
    }

    TEST_CASE("tensors outlive the file object and are views of it") {
        const TemporaryFolder folder;
        REQUIRE(save_tensors(folder.path() / "t", {{"a", torch::ones({1000})}}));
        torch::Tensor kept;
        {
            const auto file = SafetensorsFile::open(folder.path() / "t");
            REQUIRE(file);
            kept = file->tensor(file->entries()[0]);
            CHECK(kept.data_ptr() == file->tensor(file->entries()[0]).data_ptr());
        }
        fs::remove(folder.path() / "t");
        CHECK(kept.sum().item<float>() == 1000.0F);
    }

    TEST_CASE("a view that is released gives its memory back, and its bytes come again") {
        const TemporaryFolder folder;
        constexpr int64_t kCount = int64_t{8} << 20;
        REQUIRE(save_tensors(folder.path() / "t",
                             {{"a", torch::arange(kCount, torch::kFloat32)}, {"b", torch::ones({3})}}));
        const auto file = SafetensorsFile::open(folder.path() / "t");
        REQUIRE(file);
        const torch::Tensor view = file->tensor(*file->find("a"));
        const double sum = view.sum(torch::kFloat64).item<double>();
        CHECK(resident_growth([&] { release_mapped(view); }) < -(kCount * 3)); // of 4 bytes each
        CHECK(view.sum(torch::kFloat64).item<double>() == sum);
        CHECK(view[kCount - 1].item<float>() == static_cast<float>(kCount - 1));

        const torch::Tensor owned = torch::ones({100000}),
                            copy = file->converted(*file->find("a"), torch::kFloat64, torch::kCPU);
        release_mapped(owned);
        release_mapped(copy);
        CHECK(owned.min().item<float>() == 1.0F);
        CHECK(copy[5].item<double>() == 5.0);
    }

    TEST_CASE("misaligned data is copied and right") {
        const TemporaryFolder folder;
        // A legal header whose length is no multiple of 4, and an odd number of bytes in front of an F32.
        const std::string header =
            R"({"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"f":{"dtype":"F32","shape":[2],"data_offsets":[1,9]}})";
        std::string bytes = {static_cast<char>(header.size()), 0, 0, 0, 0, 0, 0, 0};
        const std::array values = {1.5F, -2.0F};
        bytes += header + "x" + std::string(reinterpret_cast<const char*>(values.data()), 8);
        REQUIRE(write_file_atomically(folder.path() / "t", bytes));
        const auto tensors = load_tensors(folder.path() / "t");
        REQUIRE(tensors);
        CHECK(torch::equal((*tensors)[1].second, torch::tensor({1.5F, -2.0F})));
    }

    TEST_CASE("a file cut at every percent is refused without memory, whatever it claims") {
        const TemporaryFolder folder;
        const auto path = folder.path() / "t";
        const std::string header =
            format_safetensors_header({{"a", torch::kUInt8, {int64_t{1} << 32}, 0, uint64_t{1} << 32}}, {});
        const int64_t growth = resident_growth([&] {
            for (int percent = 0; percent < 100; ++percent) {
                REQUIRE(write_file_atomically(path, header));
                fs::resize_file(path, (header.size() + (uint64_t{1} << 32)) * static_cast<uint64_t>(percent) / 100);
                const auto file = SafetensorsFile::open(path);
                REQUIRE_FALSE(file);
                CHECK(file.error().code == ErrorCode::Model);
                CHECK(file.error().message.starts_with(path.string()));
            }
            fs::resize_file(path, header.size() + (uint64_t{1} << 32));
            CHECK(SafetensorsFile::open(path));
        });
        CHECK(growth < (int64_t{16} << 20));
    }

    TEST_CASE("converting gives the pages it read back") {
        const TemporaryFolder folder;
        constexpr int64_t kCount = int64_t{16} << 20;
        REQUIRE(save_tensors(folder.path() / "t", {{"a", torch::ones({kCount})}}));
        const auto file = SafetensorsFile::open(folder.path() / "t");
        REQUIRE(file);
        torch::Tensor half;
        const int64_t growth =
            resident_growth([&] { half = file->converted(file->entries()[0], torch::kBFloat16, torch::kCPU); });
        CHECK(half.sum(torch::kFloat64).item<double>() == static_cast<double>(kCount));
        CHECK(growth < kCount * 2 + (int64_t{16} << 20)); // the result, not the 64 MiB it was read from
    }

    TEST_CASE("the writer holds no second copy") {
        const TemporaryFolder folder;
        const torch::Tensor large = torch::ones({int64_t{32} << 20});
        const int64_t growth = resident_growth([&] {
            REQUIRE(save_tensors(folder.path() / "t", {{"a", large}, {"b", large}}));
        });
        CHECK(growth < (int64_t{16} << 20));
        CHECK(fs::file_size(folder.path() / "t") > (uintmax_t{256} << 20));
    }

    TEST_CASE("the header is padded to 8 bytes and every tensor is aligned") {
        const TemporaryFolder folder;
        for (size_t length = 1; length < 20; ++length) {
            REQUIRE(save_tensors(folder.path() / "t", {{std::string(length, 'b'), torch::ones({3}, torch::kUInt8)},
                                                       {"f", torch::ones({3}, torch::kFloat64)}}));
            const auto file = SafetensorsFile::open(folder.path() / "t");
            REQUIRE(file);
            CHECK(fs::file_size(folder.path() / "t") % 8 == 3);
            CHECK(reinterpret_cast<uintptr_t>(file->tensor(*file->find("f")).data_ptr()) % 8 == 0);
        }
    }

    TEST_CASE("names used twice, reserved names and dtypes the format lacks are refused and leave no file") {
        const TemporaryFolder folder;
        const torch::Tensor one = torch::ones({1});
        CHECK_FALSE(save_tensors(folder.path() / "t", {{"a", one}, {"a", one}}));
        CHECK_FALSE(save_tensors(folder.path() / "t", {{"__metadata__", one}}));
        CHECK_FALSE(save_tensors(folder.path() / "t", {{"a", one.to(torch::kComplexDouble)}}));
        CHECK_FALSE(save_tensors(folder.path() / "t", {{"a", torch::Tensor()}}));
        CHECK(folder.entry_count() == 0);
    }

    TEST_CASE("missing files, folders and pipes are refused") {
        const TemporaryFolder folder;
        CHECK_FALSE(SafetensorsFile::open(folder.path() / "none"));
        CHECK_FALSE(SafetensorsFile::open(folder.path()));
        REQUIRE(write_file_atomically(folder.path() / "empty", ""));
        CHECK_FALSE(SafetensorsFile::open(folder.path() / "empty"));
    }
}
