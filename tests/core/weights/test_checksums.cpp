// SPDX-License-Identifier: Apache-2.0
// Every kind of checksum a model can bring, right and wrong files, and lists that want to leave the folder.
#include "core/weights/checksums.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/base/lfs_pointer.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

constexpr const char* kPointer = "version https://git-lfs.github.com/spec/v1\noid sha256:"
                                 "0000000000000000000000000000000000000000000000000000000000000000\nsize 12345\n";

class ModelFolder {
public:
    const fs::path& path() const { return folder_.path(); }
    void write(const fs::path& name, const std::string& text) const {
        fs::create_directories((path() / name).parent_path());
        REQUIRE(write_file_atomically(path() / name, text));
    }
    std::vector<PublishedChecksum> find() const {
        auto found = find_checksums(path());
        REQUIRE(found);
        return *found;
    }
    ChecksumReport verify() const {
        auto report = verify_checksums(path(), find(), [](int64_t, int64_t) {}, {});
        REQUIRE(report);
        return *report;
    }

private:
    TemporaryFolder folder_;
};

} // namespace

TEST_SUITE("weights.checksums") {
    TEST_CASE("lists of sha256sum in every shape are read") {
        const ModelFolder model;
        for (const char* name : {"vae/a", "vae/b", "c", "d"}) {
            model.write(name, name);
        }
        model.write("SHA256SUMS", sha256_hex("vae/a") + "  vae/a\r\n" +
                                      "# a remark\n\nSHA256 (vae/b) = " + sha256_hex("vae/b") + "\n");
        model.write("c.sha256", sha256_hex("c") + "\n");
        model.write("d.sha256", sha256_hex("d") + " *d\n");
        CHECK(model.find().size() == 4);
        const ChecksumReport report = model.verify();
        CHECK(report.files == 4);
        CHECK(report.bytes == 12);
        CHECK(report.faults.empty());
    }

    TEST_CASE("what a Hugging Face download notes is compared; Git's own hashes are not") {
        const ModelFolder model;
        model.write("transformer/model.safetensors", "weights");
        model.write(".cache/huggingface/download/transformer/model.safetensors.metadata",
                    "commit\n" + sha256_hex("weights") + "\n1700000000.0\n");
        model.write(".cache/huggingface/download/config.json.metadata",
                    "commit\n0123456789012345678901234567890123456789\n1700000000.0\n");
        REQUIRE(model.find().size() == 1);
        CHECK(model.find()[0] ==
              PublishedChecksum{model.path() / "transformer/model.safetensors", sha256_hex("weights"), "Hugging Face"});
        CHECK(model.verify().faults.empty());
        model.write("transformer/model.safetensors", "Weights");
        const ChecksumReport report = model.verify();
        REQUIRE(report.faults.size() == 1);
        CHECK(report.faults[0].find("transformer/model.safetensors is damaged") == 0);
    }

#ifndef _WIN32
    TEST_CASE("blobs of a Hugging Face cache are compared with their names") {
        const ModelFolder cache;
        const std::string name = sha256_hex("weights");
        cache.write("blobs/" + name, "weights");
        fs::create_directories(cache.path() / "snapshots" / "1");
        fs::create_symlink("../../blobs/" + name, cache.path() / "snapshots" / "1" / "model.safetensors");
        const fs::path snapshot = cache.path() / "snapshots" / "1";
        const auto found = find_checksums(snapshot);
        REQUIRE(found);
        REQUIRE(found->size() == 1);
        CHECK(verify_checksums(snapshot, *found, [](int64_t, int64_t) {}, {})->faults.empty());
        cache.write("blobs/" + name, "cut");
        CHECK(verify_checksums(snapshot, *found, [](int64_t, int64_t) {}, {})->faults.size() == 1);
    }
#endif

    TEST_CASE("a missing file, a pointer and a wrong list are told apart") {
        const ModelFolder model;
        model.write("pointer.safetensors", kPointer);
        model.write("wrong", "is");
        model.write("SHA256SUMS", sha256_hex("1") + "  gone\n" + sha256_hex("2") + "  pointer.safetensors\n" +
                                      sha256_hex("should be") + "  wrong\n");
        const ChecksumReport report = model.verify();
        REQUIRE(report.faults.size() == 3);
        CHECK(report.faults[0].find("gone is missing") == 0);
        CHECK(report.faults[1].find("Git LFS pointer") != std::string::npos);
        CHECK(report.faults[2].find("wrong is damaged") == 0);
        CHECK(unfetched_files(model.path()) == std::vector<fs::path>{"pointer.safetensors"});
    }

    TEST_CASE("a list cannot name files outside, and garbage is no list") {
        const ModelFolder model;
        const std::string digits = sha256_hex("x");
        model.write("SHA256SUMS", digits + "  ../../etc/passwd\n" + digits + "  /etc/passwd\n" + digits + "x  a\n" +
                                      digits.substr(1) + "  a\n" + digits + "\nSHA256 (\n" + std::string(200000, 'a') +
                                      "\n\xff\xfe\n");
        CHECK(model.find().empty());
        CHECK_FALSE(find_checksums(model.path() / "nowhere"));
    }

    TEST_CASE("progress reaches the end and a stop is heeded within a piece") {
        const ModelFolder model;
        const std::string large(5 << 20, 'w');
        model.write("large", large);
        model.write("SHA256SUMS", sha256_hex(large) + "  large\n");
        std::stop_source stop;
        int64_t last = 0;
        const auto watch = [&](int64_t done, int64_t total) {
            CHECK(done > last);
            CHECK(total == static_cast<int64_t>(large.size()));
            last = done;
        };
        REQUIRE(verify_checksums(model.path(), model.find(), watch, stop.get_token()));
        CHECK(last == static_cast<int64_t>(large.size()));
        int pieces = 0;
        const auto stopped = verify_checksums(
            model.path(), model.find(), [&](int64_t, int64_t) { ++pieces, stop.request_stop(); }, stop.get_token());
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().code == ErrorCode::Cancelled);
        CHECK(pieces == 1);
    }
}
