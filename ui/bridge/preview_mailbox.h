// SPDX-License-Identifier: Apache-2.0
// Where the worker leaves its live pictures: a small shared memory the window owns. The newest strip wins; what was not
// fetched in time is gone.
#pragma once

#include "core/film/preview_memory.h"

#include <QImage>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace longtake::ui {

/// What the sampler last thought of a shot: small frames beginning at `firstFrame` of the shot.
struct LiveStrip {
    std::vector<QImage> frames;
    int64_t firstFrame = 0;
    QString progress; ///< "step 14 of 24"
};

class PreviewMailbox {
public:
    /// Makes the memory; without it (a system that has none) there are no live pictures and name() is empty.
    PreviewMailbox();

    QString name() const { return name_; }
    /// The newest strip that was not fetched yet.
    std::optional<LiveStrip> fetch();

private:
    QString name_;
    std::unique_ptr<PreviewMemory> memory_;
    uint64_t seen_ = 0;
};

} // namespace longtake::ui
