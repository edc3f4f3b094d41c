// SPDX-License-Identifier: Apache-2.0
// `longtake render` and `longtake worker` killed (SIGKILL) at random moments, again and again, on one film: the film
// opens, no take that was announced is lost, and what comes out in the end has the bytes of a render nobody disturbed.
// A handful of moments in an ordinary run; LONGTAKE_KILLS asks for more.
#include "core/base/atomic_file.h"
#include "core/cache/take_store.h"
#include "core/film/worker_protocol.h"
#include "core/project/project_file.h"
#include "core/project/project_path.h"
#include "tests/app/killed_process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tiny_wan.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <random>
#include <set>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

using std::chrono::microseconds;
using std::chrono::steady_clock;

constexpr microseconds kForever = std::chrono::minutes(5);

int wanted_kills() {
    const char* asked = std::getenv("LONGTAKE_KILLS");
    return asked == nullptr ? 6 : std::atoi(asked);
}

/// Latents and frames of each shot's take by their checksums.
using Bytes = std::map<std::string, std::pair<std::string, std::string>>;

/// Three shots: two of one stream, one of its own.
class KilledFilm {
public:
    KilledFilm() {
        write_tiny_wan(folder_.path());
        setenv("LONGTAKE_CACHE", (folder_.path() / "cache").c_str(), 1);
        begin_again();
        undisturbed_ = render_whole();
    }

    void begin_again() {
        std::error_code ignored;
        fs::remove_all(data_folder_of(film_), ignored);
        REQUIRE(write_file_atomically(film_, "longtake: 1\n"
                                             "film: {size: 128x96, steps: 5, guidance: 3}\n"
                                             "model: model\n"
                                             "shots:\n"
                                             "- {id: a, prompt: a lion walks, length: 9 frames}\n"
                                             "- {id: b, prompt: the lion stops, length: 8 frames}\n"
                                             "- {id: c, prompt: a whale, length: 9 frames, seam: cut}\n"));
        announced_.clear();
    }

    /// Starts a render, kills it `delay` after `lines` lines. False: it ended before that.
    bool render_and_kill(int lines, microseconds delay, bool by_worker) {
        KilledProcess process(program(), by_worker ? std::vector<std::string>{"worker"} : render_words());
        if (by_worker) {
            // As many threads as render_words() asks for: kernels, and so the last bits of frames, follow from them.
            process.say(to_line(request::Load{(folder_.path() / "model").string(), "auto", "auto", 1}));
            request::Render render;
            render.job = {"job"};
            render.project_path = film_.string();
            render.checkpoint_s = 0;
            process.say(to_line(render));
        }
        for (int n = 0; n < lines; ++n) {
            const auto line = process.next_line(kForever);
            if (!line) {
                return false;
            }
            hear(*line, process);
        }
        const auto deadline = steady_clock::now() + delay;
        while (const auto line =
                   process.next_line(std::chrono::duration_cast<microseconds>(deadline - steady_clock::now()))) {
            hear(*line, process);
        }
        process.kill_now();
        // What it had said before it died was said.
        while (const auto line = process.next_line(microseconds(1000))) {
            hear(*line, process);
        }
        return true;
    }

    /// The film opens, every announced take is there and whole, and nothing was set aside.
    void check() const {
        const auto film = load_project(film_);
        REQUIRE_MESSAGE(film, film.error().message);
        CHECK(film->project.shots.size() == 3);
        TakeStore store(data_folder_of(film_));
        const auto index = store.load();
        REQUIRE(index);
        CHECK(index->quarantined().empty());
        for (const TakeId& take : announced_) {
            CAPTURE(take.value);
            REQUIRE(index->find(take) != nullptr);
            const auto verified = store.verify(take);
            CHECK_MESSAGE(verified, verified.error().message);
        }
        for (const Shot& shot : film->project.shots) {
            CHECK((shot.chosen_take.is_empty() || index->find(shot.chosen_take) != nullptr));
        }
    }

    /// Renders what is left; one take a shot, the bytes of the undisturbed render, nothing left behind.
    void check_end() {
        const Bytes bytes = render_whole();
        CHECK(bytes == undisturbed_);
        const std::string leftover = find_leftover();
        CHECK_MESSAGE(leftover.empty(), leftover);
        const fs::path checkpoints = data_folder_of(film_) / "checkpoints";
        std::error_code ignored;
        CHECK((!fs::exists(checkpoints) || fs::is_empty(checkpoints, ignored)));
    }

    int lines() const { return lines_; }
    microseconds gap() const { return gap_; }
    size_t resumed() const { return resumed_; }
    size_t announced() const { return announced_.size(); }

private:
    static fs::path program() { return fs::path(std::getenv("LONGTAKE_BIN_DIR")) / "longtake"; }
    std::vector<std::string> render_words() const {
        return {"render", film_.string(), "--progress", "json", "--checkpoint", "0", "--threads", "1"};
    }

    std::string find_leftover() const {
        for (const fs::path& folder : {film_.parent_path(), data_folder_of(film_), data_folder_of(film_) / "takes"}) {
            for (const auto& entry : fs::directory_iterator(folder)) {
                if (entry.path().extension() == ".part" || entry.path().extension() == ".gone") {
                    return entry.path().string();
                }
            }
        }
        return {};
    }

    void hear(const std::string& line, const KilledProcess& process) {
        const auto event = parse_event(line);
        if (!event) {
            return; // cut off by the kill
        }
        if (const auto* take = std::get_if<event::TakeDone>(&*event)) {
            announced_.insert(take->take);
        } else if (const auto* started = std::get_if<event::ShotStarted>(&*event)) {
            resumed_ += started->is_resumed ? 1 : 0;
        } else if (const auto* job = std::get_if<event::JobChanged>(&*event);
                   job != nullptr && job->state != event::JobState::Running) {
            process.say(to_line(request::Quit{})); // a worker that has done its job
        }
    }

    Bytes render_whole() {
        KilledProcess process(program(), render_words());
        int lines = 0;
        const auto begin = steady_clock::now();
        while (const auto line = process.next_line(kForever)) {
            hear(*line, process);
            ++lines;
        }
        REQUIRE(process.wait() == 0);
        if (lines > lines_) {
            lines_ = lines;
            gap_ = std::chrono::duration_cast<microseconds>(steady_clock::now() - begin) / lines;
        }
        check();
        const auto film = load_project(film_);
        const auto index = TakeStore(data_folder_of(film_)).load();
        Bytes bytes;
        for (const Shot& shot : film->project.shots) {
            REQUIRE(index->of_shot(shot.id).size() == 1);
            const Receipt* take = index->find(shot.chosen_take);
            REQUIRE(take != nullptr);
            bytes[shot.id.value] = {take->latents_sha256, take->files.at(kFramesFile).sha256};
        }
        return bytes;
    }

    TemporaryFolder folder_;
    fs::path film_ = folder_.path() / "film.t2vproj";
    std::set<TakeId> announced_;
    Bytes undisturbed_;
    int lines_ = 0;
    microseconds gap_{0};
    size_t resumed_ = 0;
};

} // namespace

TEST_SUITE("kill.render") {
    TEST_CASE("killed at random moments: no lost take, no broken film, and in the end the same bytes") {
        KilledFilm film;
        std::mt19937 random(41);
        int kills = 0;
        int films = 0;
        film.begin_again();
        while (kills < wanted_kills()) {
            // Each run goes on where the one before was killed, so a film takes several kills.
            const int lines = static_cast<int>(random() % static_cast<uint32_t>(film.lines() / 3));
            const microseconds delay(static_cast<int64_t>(random() % static_cast<uint64_t>(2 * film.gap().count())));
            CAPTURE(kills);
            CAPTURE(lines);
            CAPTURE(delay.count());
            if (film.render_and_kill(lines, delay, random() % 4 == 0)) {
                ++kills;
                film.check();
            } else {
                film.check_end();
                film.begin_again();
                ++films;
            }
        }
        film.check_end();
        MESSAGE(kills << " kills over " << films + 1 << " films, " << film.resumed()
                      << " shots went on from a checkpoint");
    }
}
