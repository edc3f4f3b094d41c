// SPDX-License-Identifier: Apache-2.0
// Writes what should survive a crash on a thread of its own, so that a slow disk never holds up the window. One write
// at a time; what was handed over while it ran is written next, and only the newest of that: an older state is of no
// use.
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/project/utc_time.h"

#include <QString>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

namespace longtake::ui {

/// The film as it was when it was handed over, and what an autosave says about it.
struct AutosaveState {
    Project project;
    QString filePath; ///< empty: never saved
    bool isReadOnly = false;
    std::string baseHash; ///< of the saved film it was edited from
    WallTime time{};
};

class AutosaveWriter {
public:
    using Write = std::function<Result<void>(const AutosaveState&)>;
    /// Called on the writer's thread after each write.
    using Report = std::function<void(const Result<void>&)>;

    AutosaveWriter(Write write, Report report);
    /// Writes what is still waiting, then ends: quitting loses nothing.
    ~AutosaveWriter();

    /// Returns at once. Takes the place of a state that still waits.
    void hand(AutosaveState state);
    /// Waits until everything handed over is written; how the last write ended.
    Result<void> finish();
    /// Forgets what waits, and waits for the write that runs: afterwards nothing is written until the next hand().
    void drop();

private:
    void run(const std::stop_token& stop);

    Write write_;
    Report report_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<AutosaveState> waiting_;
    bool isWriting_ = false;
    Result<void> last_;
    std::jthread thread_; ///< last: it ends before what it uses
};

} // namespace longtake::ui
