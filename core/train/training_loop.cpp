// SPDX-License-Identifier: Apache-2.0
#include "core/train/training_loop.h"

#include "core/base/atomic_file.h"
#include "core/base/process.h"

#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace longtake {

namespace {

constexpr int64_t kStepsPerRow = 10;

std::string clock_text(double seconds) {
    char text[32];
    const auto whole = static_cast<int64_t>(seconds);
    std::snprintf(text, sizeof text, "%lld:%02lld:%02lld", static_cast<long long>(whole / 3600),
                  static_cast<long long>(whole / 60 % 60), static_cast<long long>(whole % 60));
    return text;
}

/// Keeps the rows of steps before `steps`: what was logged after the last checkpoint will be logged again.
Result<void> trim_log(const std::filesystem::path& path, int64_t steps) {
    std::ifstream file(path);
    std::string line, kept = "step,seconds,loss,mean_loss,gradient_norm,rate\n";
    std::getline(file, line);
    while (std::getline(file, line)) {
        if (std::strtoll(line.c_str(), nullptr, 10) <= steps) {
            kept += line + "\n";
        }
    }
    file.close();
    return write_file_atomically(path, kept);
}

class PartRun {
public:
    PartRun(const TrainConfig& config, const TrainingSession& session, const TrainingPart& part)
        : config_(config)
        , session_(session)
        , part_(part)
        , checkpoint_(session.folder / "checkpoints" / (part.name + ".safetensors"))
        , log_path_(session.folder / (part.name + ".csv")) {}

    Result<PartOutcome> run() {
        if (auto begun = begin(); !begun) {
            return begun.error();
        }
        while (progress_.steps < part_.steps) {
            if (is_over()) {
                return leave(PartOutcome::Stopped);
            }
            if (auto stepped = step(); !stepped) {
                return stepped.error();
            }
            if (auto kept = keep(); !kept) {
                return kept.error();
            }
        }
        return leave(PartOutcome::Finished);
    }

private:
    Result<void> begin() {
        std::error_code failure;
        std::filesystem::create_directories(checkpoint_.parent_path(), failure);
        const auto found = load_checkpoint(checkpoint_, *part_.optimiser, config_.settings);
        if (!found) {
            return found.error();
        }
        if (*found) {
            progress_ = **found;
            say("goes on from step " + std::to_string(progress_.steps) + " of " + std::to_string(part_.steps));
        }
        steps_before_ = progress_.steps;
        seconds_before_ = progress_.seconds;
        begun_ = last_checkpoint_ = last_validation_ = monotonic_seconds();
        return trim_log(log_path_, progress_.steps);
    }

    bool is_over() const {
        return (session_.minutes > 0 && monotonic_seconds() - begun_ > session_.minutes * 60) ||
               (session_.should_stop && session_.should_stop());
    }

    Result<void> step() {
        const auto loss = part_.learn(progress_.steps);
        if (!loss) {
            return loss.error();
        }
        const double rate = rate_factor(config_, progress_.steps, part_.steps);
        const double norm = part_.optimiser->step(rate);
        if (!std::isfinite(norm) || !std::isfinite(*loss)) {
            if (++failures_ > 20) {
                return Error{ErrorCode::Internal,
                             part_.name + ": the loss stays infinite at step " + std::to_string(progress_.steps),
                             "Lower the learning rates."};
            }
        } else {
            failures_ = 0;
            progress_.loss = progress_.steps == 0 ? *loss : .98 * progress_.loss + .02 * *loss;
        }
        ++progress_.steps;
        progress_.seconds = seconds_before_ + monotonic_seconds() - begun_;
        if (progress_.steps % kStepsPerRow == 0) {
            std::ofstream(log_path_, std::ios::app)
                << progress_.steps << ',' << std::lround(progress_.seconds) << ',' << *loss << ',' << progress_.loss
                << ',' << norm << ',' << rate << '\n';
        }
        if (progress_.steps % (5 * kStepsPerRow) == 0) {
            const double per_step =
                (monotonic_seconds() - begun_) / static_cast<double>(progress_.steps - steps_before_);
            std::ostringstream text;
            text << "step " << progress_.steps << " of " << part_.steps << ", loss " << progress_.loss << ", "
                 << std::lround(1000 * per_step) << " ms a step, "
                 << clock_text(per_step * static_cast<double>(part_.steps - progress_.steps)) << " left";
            say(text.str());
        }
        return {};
    }

    Result<void> keep() {
        const double now = monotonic_seconds();
        if (now - last_checkpoint_ > 60 * config_.checkpoint_minutes) {
            last_checkpoint_ = now;
            if (auto saved = save_checkpoint(checkpoint_, *part_.optimiser, progress_, config_.settings); !saved) {
                return saved;
            }
        }
        if (now - last_validation_ > 60 * config_.validation_minutes) {
            last_validation_ = now;
            return validate();
        }
        return {};
    }

    Result<void> validate() {
        part_.optimiser->use_average();
        const auto report = part_.validate(progress_.steps);
        part_.optimiser->use_current();
        if (!report) {
            return report.error();
        }
        say(*report);
        return {};
    }

    Result<PartOutcome> leave(PartOutcome outcome) {
        if (auto saved = save_checkpoint(checkpoint_, *part_.optimiser, progress_, config_.settings); !saved) {
            return saved.error();
        }
        if (progress_.steps > steps_before_) {
            if (auto looked = validate(); !looked) {
                return looked.error();
            }
        }
        return outcome;
    }

    void say(const std::string& text) const {
        if (session_.log) {
            session_.log(LogLevel::Info, part_.name + ": " + text);
        }
    }

    const TrainConfig& config_;
    const TrainingSession& session_;
    const TrainingPart& part_;
    std::filesystem::path checkpoint_, log_path_;
    TrainingProgress progress_;
    int64_t steps_before_ = 0, failures_ = 0;
    double seconds_before_ = 0, begun_ = 0, last_checkpoint_ = 0, last_validation_ = 0;
};

} // namespace

Result<PartOutcome> run_part(const TrainConfig& config, const TrainingSession& session, const TrainingPart& part) {
    return PartRun(config, session, part).run();
}

} // namespace longtake
