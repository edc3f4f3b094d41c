// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timeline_layout.h"

#include "ui/timeline/timecode.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace longtake::ui {

std::vector<LaneShot> laneShots(const Project& project, const Timeline& timeline) {
    std::vector<LaneShot> lane;
    lane.reserve(timeline.shots.size());
    for (size_t i = 0; i < timeline.shots.size(); ++i) {
        const TimelineShot& timed = timeline.shots[i];
        lane.push_back({timed.start_frame, timed.frames, timed.overlap_frames, project.shots[i].scene,
                        seam_before(project, i), timed.sequence_frame == 0});
    }
    return lane;
}

void TimelineLayout::setShots(std::vector<LaneShot> shots) {
    shots_ = std::move(shots);
    clampScroll();
}

void TimelineLayout::setViewSize(double width, double height) {
    width_ = std::max(1.0, width);
    height_ = std::max(1.0, height);
    clampScroll();
}

void TimelineLayout::setScroll(double scrollPixels) {
    scroll_ = scrollPixels;
    clampScroll();
}

void TimelineLayout::setPixelsPerFrame(double pixelsPerFrame) {
    pixelsPerFrame_ = std::clamp(pixelsPerFrame, kMinPixelsPerFrame, kMaxPixelsPerFrame);
    clampScroll();
}

double TimelineLayout::contentWidth() const {
    const double film = static_cast<double>(totalFrames()) * pixelsPerFrame_;
    return film + kMargin <= width_ + 0.5 ? film : film + kTail;
}

void TimelineLayout::clampScroll() {
    scroll_ = std::clamp(scroll_, 0.0, std::max(0.0, contentWidth() - width_));
}

int64_t TimelineLayout::totalFrames() const {
    return shots_.empty() ? 0 : shots_.back().startFrame + shots_.back().frames;
}

int64_t TimelineLayout::frameAt(double x) const {
    const double frame = std::floor((x + scroll_) / pixelsPerFrame_ + 1e-9);
    return std::clamp<int64_t>(static_cast<int64_t>(frame), 0, totalFrames());
}

void TimelineLayout::zoomAround(double x, double factor) {
    const double frame = (x + scroll_) / pixelsPerFrame_;
    pixelsPerFrame_ = std::clamp(pixelsPerFrame_ * factor, kMinPixelsPerFrame, kMaxPixelsPerFrame);
    setScroll(frame * pixelsPerFrame_ - x);
}

void TimelineLayout::fit() {
    const double frames = static_cast<double>(std::max<int64_t>(1, totalFrames()));
    setPixelsPerFrame(std::max(1.0, width_ - kMargin) / frames);
    setScroll(0);
}

bool TimelineLayout::reveal(int64_t frame) {
    const double before = scroll_;
    const double margin = std::min(48.0, width_ / 4);
    const double x = xOf(frame);
    if (x < margin) {
        setScroll(scroll_ + x - margin);
    } else if (x > width_ - margin) {
        setScroll(scroll_ + x - (width_ - margin));
    }
    return scroll_ != before;
}

double TimelineLayout::cardHeight() const {
    return std::max(24.0, height_ - cardTop() - kStripHeight - kNarrationHeight);
}

int64_t TimelineLayout::endOfCard(int shot) const {
    const auto next = static_cast<size_t>(shot) + 1;
    return next < shots_.size() ? shots_[next].startFrame : totalFrames();
}

QRectF TimelineLayout::cardRect(int shot) const {
    const double left = xOf(shots_[static_cast<size_t>(shot)].startFrame);
    return {left, cardTop(), xOf(endOfCard(shot)) - left, cardHeight()};
}

QRectF TimelineLayout::stripRect(int shot) const {
    const QRectF card = cardRect(shot);
    return {card.left(), card.bottom(), card.width(), kStripHeight};
}

QRectF TimelineLayout::narrationRect(int shot) const {
    const QRectF strip = stripRect(shot);
    return {strip.left(), strip.bottom(), strip.width(), kNarrationHeight};
}

QRectF TimelineLayout::seamRect(int shot) const {
    const QRectF card = cardRect(shot);
    return {card.left() - kSeamSize / 2, card.center().y() - kSeamSize / 2, kSeamSize, kSeamSize};
}

std::vector<SceneBand> TimelineLayout::sceneBands() const {
    std::vector<SceneBand> bands;
    for (int i = 0; i < static_cast<int>(shots_.size()); ++i) {
        const LaneShot& shot = shots_[static_cast<size_t>(i)];
        if (bands.empty() || bands.back().scene != shot.scene) {
            bands.push_back({shot.scene, i, i, QRectF(xOf(shot.startFrame), kRulerHeight, 0, kSceneHeight)});
        }
        bands.back().lastShot = i;
        bands.back().rect.setRight(xOf(endOfCard(i)));
    }
    return bands;
}

std::pair<int, int> TimelineLayout::visibleShots() const {
    const auto endsBefore = [this](const LaneShot& shot, double x) { return xOf(shot.startFrame + shot.frames) < x; };
    const auto first = std::lower_bound(shots_.begin(), shots_.end(), -kSeamSize, endsBefore);
    const auto startsAfter = [this](double x, const LaneShot& shot) { return x < xOf(shot.startFrame); };
    const auto last = std::upper_bound(first, shots_.end(), width_ + kSeamSize, startsAfter);
    return {static_cast<int>(first - shots_.begin()), static_cast<int>(last - shots_.begin())};
}

std::vector<RulerTick> TimelineLayout::rulerTicks() const {
    const int64_t second = nominalRate(rate_);
    const std::array<int64_t, 14> steps = {1,
                                           second / 2 > 0 ? second / 2 : 1,
                                           second,
                                           2 * second,
                                           5 * second,
                                           10 * second,
                                           15 * second,
                                           30 * second,
                                           60 * second,
                                           120 * second,
                                           300 * second,
                                           600 * second,
                                           1800 * second,
                                           3600 * second};
    constexpr double kMajorSpacing = 96;
    const auto major = std::find_if(steps.begin(), steps.end(), [this](int64_t step) {
        return static_cast<double>(step) * pixelsPerFrame_ >= kMajorSpacing;
    });
    const int64_t majorStep = major == steps.end() ? steps.back() : *major;
    int64_t minorStep = majorStep;
    for (int64_t divisor : {10, 5, 4, 2}) {
        if (majorStep % divisor == 0 && static_cast<double>(majorStep / divisor) * pixelsPerFrame_ >= 8) {
            minorStep = majorStep / divisor;
            break;
        }
    }
    std::vector<RulerTick> ticks;
    const int64_t first = static_cast<int64_t>(scroll_ / pixelsPerFrame_) / minorStep * minorStep;
    for (int64_t frame = first; xOf(frame) <= width_; frame += minorStep) {
        ticks.push_back({frame, xOf(frame), frame % majorStep == 0});
    }
    return ticks;
}

int TimelineLayout::shotAt(int64_t frame) const {
    const auto after = std::upper_bound(shots_.begin(), shots_.end(), frame,
                                        [](int64_t at, const LaneShot& shot) { return at < shot.startFrame; });
    return after == shots_.begin() ? (shots_.empty() ? -1 : 0) : static_cast<int>(after - shots_.begin()) - 1;
}

TimelineHit TimelineLayout::hitTest(const QPointF& point) const {
    TimelineHit hit;
    hit.frame = frameAt(point.x());
    if (point.y() < kRulerHeight) {
        hit.area = TimelineArea::Ruler;
        return hit;
    }
    const bool isInFilm =
        !shots_.empty() && point.x() >= xOf(0) - kSeamSize / 2 && point.x() < xOf(totalFrames()) + kGrip;
    if (!isInFilm) {
        return hit;
    }
    hit.shot = shotAt(hit.frame);
    if (point.y() < cardTop()) {
        hit.area = TimelineArea::Scene;
        return hit;
    }
    for (int candidate : {hit.shot, hit.shot + 1}) {
        const bool hasSeam = candidate > 0 && candidate < static_cast<int>(shots_.size());
        if (hasSeam && seamRect(candidate).contains(point)) {
            return {TimelineArea::Seam, candidate, hit.frame};
        }
    }
    const QRectF card = cardRect(hit.shot);
    if (point.y() >= card.bottom()) {
        hit.area = point.y() < card.bottom() + kStripHeight ? TimelineArea::Strip : TimelineArea::Narration;
        return hit;
    }
    hit.area = TimelineArea::Card;
    if (card.right() - point.x() <= kGrip) {
        hit.area = TimelineArea::CardEnd;
    } else if (hit.shot > 0 && point.x() - card.left() <= kGrip / 2) {
        hit.area = TimelineArea::CardEnd;
        hit.shot -= 1;
    }
    return hit;
}

int TimelineLayout::insertionIndexAt(double x) const {
    const auto count = static_cast<int>(shots_.size());
    int index = shotAt(frameAt(x));
    if (index >= 0 && x >= cardRect(index).center().x()) {
        ++index;
    }
    return std::clamp(index, 0, count);
}

double TimelineLayout::insertionX(int index) const {
    return index < static_cast<int>(shots_.size()) ? xOf(shots_[static_cast<size_t>(index)].startFrame)
                                                   : xOf(totalFrames());
}

SnappedFrame TimelineLayout::snap(int64_t frame, double tolerancePixels, const std::vector<int64_t>& extra) const {
    SnappedFrame best{frame, false};
    double bestDistance = tolerancePixels / pixelsPerFrame_;
    const auto consider = [&](int64_t candidate) {
        const double distance = static_cast<double>(std::llabs(candidate - frame));
        if (distance <= bestDistance) {
            bestDistance = distance;
            best = {candidate, true};
        }
    };
    for (const LaneShot& shot : shots_) {
        consider(shot.startFrame);
    }
    consider(totalFrames());
    for (int64_t candidate : extra) {
        consider(candidate);
    }
    return best;
}

FrameCount TimelineLayout::lengthAt(int shot, double x, FrameGrid grid) const {
    const LaneShot& timed = shots_[static_cast<size_t>(shot)];
    const auto next = static_cast<size_t>(shot) + 1;
    const int64_t covered = next < shots_.size() ? shots_[next].overlapFrames : 0;
    const int64_t end = std::llround((x + scroll_) / pixelsPerFrame_);
    const int64_t asked = std::max<int64_t>(1, end - timed.startFrame + covered);
    if (timed.beginsSequence) {
        return grid.snap(FrameCount{asked});
    }
    return grid.snap_continuing(FrameCount{asked});
}

} // namespace longtake::ui
