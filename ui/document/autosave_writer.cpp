// SPDX-License-Identifier: Apache-2.0
#include "ui/document/autosave_writer.h"

#include <utility>

namespace longtake::ui {

AutosaveWriter::AutosaveWriter(Write write, Report report)
    : write_(std::move(write))
    , report_(std::move(report))
    , thread_([this](const std::stop_token& stop) { run(stop); }) {}

AutosaveWriter::~AutosaveWriter() = default; // std::jthread asks it to stop and joins

void AutosaveWriter::hand(AutosaveState state) {
    const std::lock_guard lock(mutex_);
    waiting_ = std::move(state);
    changed_.notify_all();
}

Result<void> AutosaveWriter::finish() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !waiting_ && !isWriting_; });
    return last_;
}

void AutosaveWriter::drop() {
    std::unique_lock lock(mutex_);
    waiting_.reset();
    changed_.wait(lock, [this] { return !isWriting_; });
}

void AutosaveWriter::run(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return waiting_.has_value(); })) {
        const AutosaveState state = *std::exchange(waiting_, std::nullopt);
        isWriting_ = true;
        lock.unlock();
        const Result<void> written =
            guard("keeping a copy for recovery", ErrorCode::Internal, [&] { return write_(state); });
        report_(written);
        lock.lock();
        last_ = written;
        isWriting_ = false;
        changed_.notify_all();
    }
}

} // namespace longtake::ui
