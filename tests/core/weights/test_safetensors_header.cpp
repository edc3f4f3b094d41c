// SPDX-License-Identifier: Apache-2.0
// The header rules, one by one, under mutation, and against the reference library's verdicts.
#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/weights/json.h"
#include "core/weights/safetensors_header.h"
#include "tests/support/memory.h"
#include "tests/support/reference.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <random>

using namespace longtake;

namespace {

constexpr int kMutations = 6000;

std::string length_bytes(uint64_t length) {
    std::string bytes(8, '\0');
    for (size_t i = 0; i < 8; ++i) {
        bytes[i] = static_cast<char>(length >> (8 * i));
    }
    return bytes;
}

std::string file_of(const std::string& header, size_t data_size) {
    return length_bytes(header.size()) + header + std::string(data_size, 'd');
}

Result<SafetensorsHeader> parse(const std::string& file) {
    return parse_safetensors_header(std::as_bytes(std::span(file.data(), file.size())), "w.safetensors");
}

std::string problem_of(const std::string& file) {
    const auto header = parse(file);
    if (header) {
        return "accepted";
    }
    CHECK(header.error().code == ErrorCode::Model);
    CHECK(header.error().message.starts_with("w.safetensors: "));
    CHECK_FALSE(header.error().hint.empty());
    return header.error().message;
}

void check_refused(const std::string& header, size_t data_size, const std::string& part) {
    const std::string problem = problem_of(file_of(header, data_size));
    CAPTURE(header.substr(0, 200));
    CAPTURE(problem);
    CHECK(problem.find(part) != std::string::npos);
}

/// A file as the writer makes it, with a few tensors of any dtype and rank.
std::string random_file(std::mt19937_64& random) {
    const std::array kDtypes = {torch::kFloat32, torch::kBFloat16,      torch::kFloat16, torch::kFloat64,
                                torch::kInt64,   torch::kUInt8,         torch::kBool,    torch::kInt32,
                                torch::kUInt16,  torch::kFloat8_e4m3fn, torch::kInt8,    torch::kUInt64};
    std::vector<TensorEntry> tensors;
    uint64_t offset = 0;
    for (uint64_t i = random() % 5; i > 0; --i) {
        TensorEntry entry{"layer." + std::to_string(i) + (random() % 4 == 0 ? ".\"é\\" : ".weight"),
                          kDtypes[random() % kDtypes.size()],
                          {},
                          offset,
                          0};
        uint64_t bytes = c10::elementSize(entry.dtype);
        for (uint64_t rank = random() % 4; rank > 0; --rank) {
            entry.shape.push_back(static_cast<int64_t>(random() % 4));
            bytes *= static_cast<uint64_t>(entry.shape.back());
        }
        offset = entry.end = offset + bytes;
        tensors.push_back(entry);
    }
    const std::map<std::string, std::string> metadata =
        random() % 2 == 0 ? std::map<std::string, std::string>{{"format", "pt"}} : std::map<std::string, std::string>{};
    std::string file = format_safetensors_header(tensors, metadata);
    for (uint64_t i = 0; i < offset; ++i) {
        file += static_cast<char>(random());
    }
    return file;
}

/// Damage of the kinds that happen and the kinds that are made: bytes, digits, structure, length, size.
std::string mutated(std::string file, std::mt19937_64& random) {
    const size_t header_end =
        std::min(file.size(), size_t{8} + static_cast<uint8_t>(file[0]) + 256 * static_cast<uint8_t>(file[1]));
    for (uint64_t edits = random() % 3 + 1; edits > 0; --edits) {
        const size_t at = 8 + random() % std::max<size_t>(1, header_end - 8);
        switch (random() % 8) {
        case 0: file[at % file.size()] = static_cast<char>(random()); break;
        case 1: file[random() % 8] = static_cast<char>(random()); break;
        case 2: file.resize(file.size() - random() % std::min<size_t>(file.size(), 9)); break;
        case 3: file += std::string(random() % 9, '\0'); break;
        case 4: {
            const size_t digit = file.find_first_of("0123456789", at);
            if (digit != std::string::npos) {
                file[digit] = static_cast<char>('0' + random() % 10);
            }
            break;
        }
        case 5: file[at % file.size()] = "{}[]:,\" 0-."[random() % 11]; break;
        case 6: { // the same length, two bytes exchanged
            std::swap(file[at % file.size()], file[(at + random() % 7) % file.size()]);
            break;
        }
        default: {
            const size_t from = 8 + random() % std::max<size_t>(1, header_end - 8);
            const std::string piece = file.substr(from % file.size(), random() % 30);
            file.replace(at % file.size(), std::min(piece.size(), file.size() - at % file.size()), piece);
        }
        }
        if (file.empty()) {
            return file;
        }
    }
    return file;
}

/// Rules of ours beside the reference's: what we refuse for these reasons it may accept.
bool is_rule_of_ours(const std::string& problem) {
    const std::array kParts = {
        "does not begin with {", "appears twice",     "nested deeper", "dimensions", "more than",     "NUL byte",
        "longer than",           "the unknown dtype", "is not a text", "overflows",  "PyTorch pickle"};
    return std::any_of(kParts.begin(), kParts.end(),
                       [&](const char* part) { return problem.find(part) != std::string::npos; });
}

/// The header's tensors in the form the script reports.
Json described(const SafetensorsHeader& header, const std::string& file) {
    Json all = Json::object();
    for (const TensorEntry& entry : header.tensors) {
        all[entry.name] = {safetensors_dtype_name(entry.dtype), entry.shape,
                           sha256_hex(file.substr(header.data_start + entry.begin, entry.end - entry.begin))};
    }
    return all;
}

} // namespace

TEST_SUITE("weights.safetensors_header") {
    TEST_CASE("a header is read: names, dtypes, shapes, offsets in byte order, metadata") {
        const auto header =
            parse(file_of(R"({"b":{"dtype":"BF16","shape":[2,1],"data_offsets":[8,12]},"__metadata__":{"k":"v"},)"
                          R"("a":{"shape":[],"data_offsets":[0,8],"dtype":"I64"}}  )",
                          12));
        REQUIRE(header);
        REQUIRE(header->tensors.size() == 2);
        CHECK(header->tensors[0].name == "a");
        CHECK(header->tensors[0].shape.empty());
        CHECK((header->tensors[1].dtype == torch::kBFloat16));
        CHECK(header->tensors[1].begin == 8);
        CHECK(header->metadata == std::map<std::string, std::string>{{"k", "v"}});
    }

    TEST_CASE("empty files, empty tensors and unknown fields are legal") {
        CHECK(problem_of(file_of("{}", 0)) == "accepted");
        CHECK(problem_of(file_of(R"({"a":{"dtype":"F32","shape":[0,5],"data_offsets":[0,0]}})", 0)) == "accepted");
        CHECK(problem_of(file_of(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"note":[1,{}]}})", 4)) ==
              "accepted");
    }

    TEST_CASE("impossible lengths are refused at once, without memory") {
        const int64_t growth = resident_growth([] {
            for (const uint64_t length : {uint64_t{1} << 63, ~uint64_t{0}, uint64_t{100'000'001}, ~uint64_t{0} - 7}) {
                CHECK(problem_of(length_bytes(length) + "{}").find("claims a header") != std::string::npos);
            }
            CHECK(problem_of(length_bytes(0)).find("does not begin with {") != std::string::npos);
            CHECK(problem_of("1234567").find("7 bytes") != std::string::npos);
            CHECK(problem_of("").find("0 bytes") != std::string::npos);
            CHECK(problem_of(length_bytes(100) + "{}").find("truncated") != std::string::npos);
        });
        CHECK(growth < (1 << 20));
    }

    TEST_CASE("offsets must cover the data exactly") {
        const auto two = [](const std::string& a, const std::string& b) {
            return R"({"a":{"dtype":"U8","shape":[4],"data_offsets":)" + a +
                   R"(},"b":{"dtype":"U8","shape":[4],"data_offsets":)" + b + "}}";
        };
        CHECK(problem_of(file_of(two("[0,4]", "[4,8]"), 8)) == "accepted");
        check_refused(two("[0,4]", "[0,4]"), 4, "\"b\" [0, 4) leave a hole or overlap");
        check_refused(two("[0,4]", "[3,7]"), 7, "leave a hole or overlap");
        check_refused(two("[0,4]", "[5,9]"), 9, "leave a hole or overlap");
        check_refused(two("[1,5]", "[5,9]"), 9, "\"a\" [1, 5) leave a hole");
        check_refused(two("[0,4]", "[4,0]"), 8, "leave a hole or overlap");
        check_refused(two("[0,3]", "[3,7]"), 7, "\"a\" needs 4 bytes for its shape [4], but has 3");
        check_refused(two("[0,4]", "[4,8]"), 7, "truncated");
        check_refused(two("[0,4]", "[4,8]"), 9, "1 bytes after its last tensor");
        check_refused(two("[0,4]", "[4]"), 8, "two data_offsets");
        check_refused(two("[0,4]", "[4,8,8]"), 8, "malformed data_offsets");
        check_refused(two("[0,4]", "[4,-8]"), 8, "malformed data_offsets");
        check_refused(two("[0,4]", "[4,8.0]"), 8, "malformed data_offsets");
        check_refused(two("[0,4]", "[4,18446744073709551616]"), 8, "malformed data_offsets");
    }

    TEST_CASE("shapes and dtypes are checked, and name the tensor") {
        const auto one = [](const std::string& dtype, const std::string& shape) {
            return R"({"net.w":{"dtype":)" + dtype + R"(,"shape":)" + shape + R"(,"data_offsets":[0,4]}})";
        };
        check_refused(one("\"F99\"", "[1]"), 4, "\"net.w\" has the unknown dtype \"F99\"");
        check_refused(one("7", "[1]"), 4, "malformed dtype");
        check_refused(one("\"F32\"", "[-1]"), 4, "malformed shape");
        check_refused(one("\"F32\"", "[1.0]"), 4, "malformed shape");
        check_refused(one("\"F32\"", "[[1]]"), 4, "malformed shape");
        check_refused(one("\"F32\"", "1"), 4, "malformed shape");
        check_refused(one("\"F32\"", "[4294967296,4294967296]"), 4, "size of tensor \"net.w\" overflows");
        check_refused(one("\"F32\"", "[9223372036854775807,0,9223372036854775807]"), 4, "overflows");
        check_refused(one("\"F32\"", "[9223372036854775808]"), 4, "overflows");
        check_refused(one("\"F32\"", "[1,1,1,1,1,1,1,1,1]"), 4, "more than 8 dimensions");
        check_refused(R"({"w":{"dtype":"F32","data_offsets":[0,4]}})", 4, "\"w\" lacks dtype, shape");
        check_refused(R"({"w":[1]})", 0, "\"w\" is not described by an object");
        check_refused(R"({"w":3})", 0, "\"w\" is not described by an object");
    }

    TEST_CASE("duplicate names, deep nesting, too many tensors, long names and NUL bytes are refused") {
        const std::string tensor = R"({"dtype":"F32","shape":[0],"data_offsets":[0,0]})";
        check_refused(R"({"a":)" + tensor + R"(,"a":)" + tensor + "}", 0, "\"a\" appears twice");
        check_refused(R"({"a":{"dtype":"F32","dtype":"F32","shape":[0],"data_offsets":[0,0]}})", 0, "appears twice");
        check_refused(R"({"a":{"x":)" + std::string(5, '[') + std::string(5, ']') + "}}", 0, "nested deeper than 4");
        check_refused(R"({")" + std::string(513, 'n') + R"(":)" + tensor + "}", 0, "longer than 512 bytes");
        CHECK(problem_of(file_of(R"({")" + std::string(512, 'n') + R"(":)" + tensor + "}", 0)) == "accepted");
        check_refused(R"({"a\u0000b":)" + tensor + "}", 0, "NUL byte");
        check_refused(std::string("{}\0{", 4), 0, "NUL byte");
        check_refused(R"({"__metadata__":{"a":1}})", 0, "metadata \"a\" is not a text");
        check_refused(R"({"__metadata__":{"a":{}}})", 0, "metadata \"a\" is not a text");
        check_refused(R"({"__metadata__":["a"]})", 0, "not described by an object");
        check_refused(" {}", 0, "does not begin with {");
        check_refused("[]", 0, "does not begin with {");
        check_refused("{\"\xff\":1}", 0, "not valid JSON");
        check_refused("{} x", 0, "not valid JSON");
        std::string many = "{";
        for (int i = 0; i <= 200'000; ++i) {
            many += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":" + tensor;
        }
        check_refused(many + "}", 0, "more than 200000 tensors");
    }

    TEST_CASE("a hundred million brackets cost neither time nor memory") {
        std::string header(100'000'000, '[');
        header.replace(0, 5, R"({"a":)");
        const std::string file = file_of(header, 0);
        const int64_t growth =
            resident_growth([&] { CHECK(problem_of(file).find("\"a\" is not described") != std::string::npos); });
        CHECK(growth < (1 << 20));
    }

    TEST_CASE("a file cut at any point is refused") {
        std::mt19937_64 random(1);
        std::string file;
        while (file.size() < 400) {
            file = random_file(random);
        }
        CHECK(problem_of(file) == "accepted");
        for (size_t length = 0; length < file.size(); ++length) {
            CHECK(problem_of(file.substr(0, length)) != "accepted");
        }
    }

    TEST_CASE("mutated files: what we accept, the reference accepts and reads alike; what only we refuse breaks a rule "
              "of ours") {
        const TemporaryFolder folder;
        std::mt19937_64 random(20261121);
        std::vector<std::string> files;
        std::string packed;
        for (int i = 0; i < kMutations; ++i) {
            const std::string file = random_file(random);
            files.push_back(i % 10 == 0 ? file : mutated(file, random));
            packed += length_bytes(files.back().size()) + files.back();
        }
        REQUIRE(write_file_atomically(folder.path() / "cases", packed));
        REQUIRE(run_reference("safetensors_verdicts.py",
                              {(folder.path() / "cases").string(), (folder.path() / "verdicts.json").string()}) == 0);
        const auto verdicts = read_json_file(folder.path() / "verdicts.json");
        REQUIRE(verdicts);
        REQUIRE(verdicts->size() == files.size());
        int both = 0;
        int neither = 0;
        for (size_t i = 0; i < files.size(); ++i) {
            CAPTURE(files[i]);
            const auto header = parse(files[i]);
            const Json& verdict = (*verdicts)[i];
            if (header) {
                CHECK(described(*header, files[i]) == verdict);
                ++both;
            } else if (verdict.is_null()) {
                ++neither;
            } else {
                CAPTURE(header.error().message);
                CHECK(is_rule_of_ours(header.error().message));
            }
        }
        CHECK(both >= kMutations / 10);
        CHECK(neither >= kMutations / 4);
    }
}
