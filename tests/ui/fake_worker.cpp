// SPDX-License-Identifier: Apache-2.0
// A renderer without a model, for the tests of the window: speaks the worker's protocol and makes real takes of plain
// colours, fast. `--die-in-step N MARKER` kills it there once (MARKER remembers), `--step-ms N` slows it down,
// `--fail SHOT` makes one shot fail.
#include "core/base/atomic_file.h"
#include "core/cache/take_store.h"
#include "core/film/preview_memory.h"
#include "core/film/worker_protocol.h"
#include "core/media/image_ops.h"
#include "core/media/video_encoder.h"
#include "core/project/project_text.h"
#include "core/project/timeline.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <filesystem>
#include <iostream>
#include <mutex>
#include <optional>
#include <sstream>
#include <thread>

using namespace longtake;

namespace {

struct Options {
    int steps = 8;
    int step_ms = 1;
    int die_in_step = 0;
    std::string marker;
    std::string failing_shot;
};

class FakeWorker {
public:
    explicit FakeWorker(Options options)
        : options_(std::move(options)) {}

    int run() {
        say(event::Ready{"fake", 1});
        std::thread renderer([this] { work(); });
        for (std::string line; std::getline(std::cin, line);) {
            const Result<WorkerRequest> request = parse_request(line);
            if (!request) {
                say(event::Failed{{}, request.error()});
            } else if (std::holds_alternative<request::Quit>(*request)) {
                break;
            } else {
                std::visit([this](const auto& asked) { take(asked); }, *request);
            }
        }
        is_quitting_ = true;
        wake_.notify_all();
        renderer.join();
        return 0;
    }

private:
    void say(const WorkerEvent& event) {
        const std::lock_guard lock(output_);
        std::cout << to_line(event) << '\n' << std::flush;
    }

    void take(const request::Load& load) { say(event::Loaded{load.model, "cpu", "float32", 1, 0.1, 1 << 20, {}}); }
    void take(const request::Render& render) {
        {
            const std::lock_guard lock(state_);
            jobs_.push_back(render);
        }
        wake_.notify_all();
    }
    void take(const request::Preview& preview) {
        const std::lock_guard lock(state_);
        previews_.reset();
        if (auto opened = PreviewMemory::open(preview.memory_name)) {
            previews_.emplace(std::move(*opened));
        }
    }
    void take(const request::Control& control) {
        const std::lock_guard lock(state_);
        switch (control.action) {
        case request::JobAction::Pause: is_paused_ = true; break;
        case request::JobAction::Resume: is_paused_ = false; break;
        case request::JobAction::Cancel: is_cancelled_ = true; break;
        case request::JobAction::StopAfterShot: stops_after_shot_ = true; break;
        default: break;
        }
        wake_.notify_all();
    }
    void take(const request::Status&) { say(event::StatusReport{"fake", {}, 0}); }
    /// A token a word, twelve at most.
    void take(const request::CountTokens& count) {
        constexpr int64_t kLimit = 12;
        std::istringstream text(count.text);
        event::TokensCounted answer{count.serial, 1, kLimit, {}, count.model == "broken" ? "no tokenizer" : ""};
        for (std::string word; text >> word;) {
            answer.dropped += ++answer.tokens > kLimit ? " " + word : "";
        }
        say(answer);
    }
    void take(const request::Quit&) {}

    void work() {
        for (;;) {
            request::Render job;
            {
                std::unique_lock lock(state_);
                wake_.wait(lock, [this] { return is_quitting_ || !jobs_.empty(); });
                if (is_quitting_) {
                    return;
                }
                job = jobs_.front();
                jobs_.pop_front();
                is_cancelled_ = false;
                is_paused_ = false;
                stops_after_shot_ = false;
            }
            render(job);
        }
    }

    bool is_stopped() {
        std::unique_lock lock(state_);
        wake_.wait(lock, [this] { return !is_paused_ || is_cancelled_ || is_quitting_; });
        return is_cancelled_ || is_quitting_;
    }

    void render(const request::Render& job) {
        std::string text = job.film;
        if (text.empty()) {
            text = *read_file(job.project_path);
        }
        const ProjectText film = read_project_text(text, job.project_path);
        const Timeline timeline = make_timeline(*film.project, FrameGrid{4});
        say(event::Queued{job.job, 0, job.shots, 1.0});
        say(event::JobChanged{job.job, event::JobState::Running, 0, 0, {}});
        int64_t made = 0;
        int64_t failed = 0;
        for (const ShotId& shot : job.shots) {
            const auto index = film.project->index_of(shot);
            if (!index) {
                continue;
            }
            if (shot.value == options_.failing_shot) {
                ++failed;
                say(event::ShotFailed{job.job, shot, {ErrorCode::Device, "out of memory", "Choose a smaller size."}});
                continue;
            }
            for (int64_t variation = 0; variation < job.takes; ++variation) {
                if (!sample(job, shot, timeline.shots[*index].frames)) {
                    say(event::JobChanged{job.job, event::JobState::Cancelled, made, failed, {}});
                    return;
                }
                store(job, *film.project, *index, timeline.shots[*index].frames);
                ++made;
            }
            if (stops_after_shot_) {
                break;
            }
        }
        const auto end = failed > 0 ? event::JobState::Failed : event::JobState::Done;
        say(event::JobChanged{job.job, end, made, failed, {}});
    }

    bool sample(const request::Render& job, const ShotId& shot, int64_t frames) {
        say(event::ShotStarted{job.job, shot, 1, options_.steps, frames, false});
        for (int step = 1; step <= options_.steps; ++step) {
            if (is_stopped()) {
                return false;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(options_.step_ms));
            const double left = (options_.steps - step) * options_.step_ms / 1000.0;
            say(event::Step{job.job, shot, 0, 1, step, options_.steps, 1.0, options_.step_ms / 1000.0, left, left});
            preview(job, shot, step);
            if (step == options_.die_in_step && !std::filesystem::exists(options_.marker)) {
                (void)write_file_atomically(options_.marker, "died");
                std::raise(SIGKILL);
            }
        }
        return true;
    }

    void preview(const request::Render& job, const ShotId& shot, int step) {
        const std::lock_guard lock(state_);
        if (!previews_) {
            return;
        }
        PreviewStrip strip;
        strip.frame_count = 4;
        strip.width = 16;
        strip.height = 12;
        strip.rgb.assign(static_cast<size_t>(4 * 16 * 12 * 3), static_cast<uint8_t>(step * 20));
        if (const Result<uint64_t> serial = previews_->write(strip)) {
            say(event::PreviewReady{job.job, shot, static_cast<int64_t>(*serial), 0});
        }
    }

    void store(const request::Render& job, const Project& film, size_t index, int64_t frames) {
        const ShotId shot = film.shots[index].id;
        TakeStore store(data_folder_of(job.project_path));
        Receipt receipt;
        receipt.shot = shot;
        receipt.serial = store.load()->next_serial();
        receipt.recipe.prompt = film.shots[index].prompt;
        receipt.recipe.seed = receipt.serial;
        receipt.recipe.steps = options_.steps;
        receipt.recipe.size = film.size;
        receipt.recipe.frames = FrameCount{frames};
        receipt.key = shot_key(receipt.recipe);
        Result<NewTake> take = store.begin(receipt.key);
        (void)write_file_atomically(take->file(kLatentsFile), "no latents");
        Result<VideoEncoder> encoder = VideoEncoder::create(take->file(kFramesFile), film.size, film.frame_rate);
        const auto pixels = static_cast<size_t>(film.size.width * film.size.height * 3);
        for (int64_t i = 0; i < frames; ++i) {
            const Frame frame(film.size, std::vector<uint8_t>(
                                             pixels, static_cast<uint8_t>(40 + 20 * index + static_cast<size_t>(i))));
            (void)encoder->write(frame);
            if (i == 0) {
                (void)write_image(take->file(kThumbFile), frame);
            }
        }
        (void)encoder->finish();
        const Result<Receipt> stored = store.commit(std::move(*take), receipt);
        if (stored) {
            say(event::TakeDone{job.job, shot, stored->take, 0.01});
        } else {
            say(event::ShotFailed{job.job, shot, stored.error()});
        }
    }

    Options options_;
    std::mutex output_;
    std::mutex state_;
    std::condition_variable wake_;
    std::deque<request::Render> jobs_;
    std::optional<PreviewMemory> previews_;
    std::atomic<bool> is_quitting_ = false;
    std::atomic<bool> stops_after_shot_ = false;
    bool is_paused_ = false;
    bool is_cancelled_ = false;
};

} // namespace

int main(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string option = argv[i];
        if (option == "--die-in-step") {
            options.die_in_step = std::stoi(argv[++i]);
            options.marker = argv[++i];
        } else if (option == "--step-ms") {
            options.step_ms = std::stoi(argv[++i]);
        } else if (option == "--fail") {
            options.failing_shot = argv[++i];
        }
    }
    return FakeWorker(options).run();
}
