// SPDX-License-Identifier: Apache-2.0
#include "core/film/worker_protocol.h"

#include "core/base/atomic_file.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <random>

using namespace longtake;

namespace {

ModelFacts some_facts() {
    ModelFacts facts;
    facts.name = "starter";
    facts.weights_hash = "abc";
    facts.temporal_compression = 8;
    facts.default_size = Size{160, 96};
    facts.default_frame_rate = FrameRate{24000, 1001};
    facts.default_guidance = 3.5;
    facts.has_any_keyframe = true;
    facts.weight_bytes = int64_t{1} << 33;
    return facts;
}

std::vector<WorkerRequest> all_requests() {
    return {
        request::Load{"starter", "cpu", "float32", 2},
        request::Render{{"j1"},
                        "/a/film.t2vproj",
                        "longtake: 1\n# \"quoted\"\n",
                        {{"s1"}, {"s2"}},
                        3,
                        true,
                        true,
                        2.5,
                        4,
                        SafetyLevel::Strict},
        request::Preview{false, "longtake-preview-1"},
        request::Control{{"j1"}, request::JobAction::Reseed},
        request::Status{},
        request::CountTokens{7, "starter", "a lion \"roars\"\n"},
        request::Quit{},
    };
}

std::vector<WorkerEvent> all_events() {
    return {
        event::Ready{"0.1.0", 42},
        event::Loaded{"starter", "cpu", "float32", 2, 0.25, 123456789012, some_facts()},
        event::Queued{{"j1"}, 2, {{"s1"}}, 12.5},
        event::ShotStarted{{"j1"}, {"s1"}, 2, 24, 33, true},
        event::Step{{"j1"}, {"s1"}, 0, 2, 3, 24, 0.75, 0.8, 16.8, 60},
        event::PreviewReady{{"j1"}, {"s1"}, 7, 4},
        event::FramesDecoded{{"j1"}, {"s1"}, 5, 33},
        event::TakeDone{{"j1"}, {"s1"}, {"t-9"}, 20.5},
        event::ShotFailed{{"j1"}, {"s1"}, {ErrorCode::Device, "out of memory", "smaller"}},
        event::JobChanged{{"j1"}, event::JobState::Cancelled, 1, 2, "the worker ends"},
        event::StatusReport{"starter", {{"j1"}, {"j2"}}, 5},
        event::TokensCounted{7, 513, 512, "roars", ""},
        event::Warning{{"j1"}, "日本語 🎬"},
        event::Failed{{}, {ErrorCode::BadInput, "garbage", ""}},
    };
}

} // namespace

TEST_SUITE("film.worker_protocol") {
    TEST_CASE("docs/worker.md has a row for every message, with every key") {
        const auto page = read_file(std::filesystem::path(std::getenv("LONGTAKE_SOURCE_DIR")) / "docs" / "worker.md");
        REQUIRE(page);
        const size_t events_at = page->find("## Events");
        REQUIRE(events_at != std::string::npos);
        const auto check = [&](const std::string& line, const std::string& section) {
            const auto message = nlohmann::json::parse(line);
            const std::string begin = "\n| `" + message.at("type").get<std::string>() + "` |";
            CAPTURE(begin);
            const size_t row_at = section.find(begin);
            REQUIRE(row_at != std::string::npos);
            const std::string row = section.substr(row_at, section.find('\n', row_at + 1) - row_at);
            for (const auto& [key, value] : message.items()) {
                CAPTURE(key);
                CHECK((key == "v" || key == "type" || row.find("`" + key + "`") != std::string::npos));
            }
        };
        for (const WorkerRequest& request : all_requests()) {
            check(to_line(request), page->substr(0, events_at));
        }
        for (const WorkerEvent& event : all_events()) {
            check(to_line(event), page->substr(events_at));
        }
    }

    TEST_CASE("every message survives the line") {
        for (const WorkerRequest& message : all_requests()) {
            const std::string line = to_line(message);
            CAPTURE(line);
            CHECK(line.find('\n') == std::string::npos);
            const auto read = parse_request(line);
            REQUIRE(read);
            CHECK(*read == message);
        }
        for (const WorkerEvent& message : all_events()) {
            const std::string line = to_line(message);
            CAPTURE(line);
            const auto read = parse_event(line);
            REQUIRE(read);
            CHECK(*read == message);
        }
    }

    TEST_CASE("unknown keys are ignored, absent ones keep their default") {
        const auto read = parse_request(R"({"v":1,"type":"load","model":"starter","new_key":[1]})");
        REQUIRE(read);
        CHECK(std::get<request::Load>(*read) == request::Load{"starter"});
    }

    TEST_CASE("what is no request is refused with a reason") {
        for (const char* line :
             {"", "x", "[]", "{}", R"({"v":2,"type":"quit"})", R"({"v":1,"type":"dance"})", R"({"v":1,"type":"load"})",
              R"({"v":1,"type":"render","job":"j"})",
              R"({"v":1,"type":"render","job":"j","project_path":"p","takes":0})",
              R"({"v":1,"type":"render","job":"j","project_path":"p","takes":1.5})",
              R"({"v":1,"type":"render","job":"j","project_path":"p","safety":"none"})",
              R"({"v":1,"type":"control","job":"j","action":"explode"})", R"({"v":1,"type":"count_tokens","text":"a"})",
              R"({"v":1,"type":"count_tokens","model":"m","text":7})", R"({"v":"1","type":"quit"})",
              R"({"v":1,"type":7})"}) {
            CAPTURE(line);
            const auto read = parse_request(line);
            REQUIRE_FALSE(read);
            CHECK(read.error().code == ErrorCode::BadInput);
            CHECK_FALSE(read.error().message.empty());
        }
    }

    TEST_CASE("a deeply nested line is refused, not followed") {
        CHECK_FALSE(parse_request(std::string(2000000, '[')));
        CHECK_FALSE(parse_request(R"({"v":1,"type":"quit","a":[[[[[[[[[[1]]]]]]]]]]})"));
    }

    TEST_CASE("garbage never crashes the reader") {
        std::mt19937 random(5);
        std::vector<std::string> seeds;
        for (const WorkerRequest& message : all_requests()) {
            seeds.push_back(to_line(message));
        }
        for (int round = 0; round < 3000; ++round) {
            std::string line = seeds[random() % seeds.size()];
            for (int change = 0; change < 3; ++change) {
                line[random() % line.size()] = static_cast<char>(random());
            }
            const auto read = parse_request(line);
            CHECK((read || !read.error().message.empty()));
        }
    }
}
