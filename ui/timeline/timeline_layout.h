// SPDX-License-Identifier: Apache-2.0
// Shots to rectangles and back: the timeline's geometry as a value without widgets, painting or mouse.
// x runs in pixels from the left edge of the view; frames are film frames. Cards touch: one that dissolves
// in covers the shared frames, the card before it ends where it begins.
#pragma once

#include "core/base/units.h"
#include "core/project/project.h"
#include "core/project/timeline.h"

#include <QRectF>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace longtake::ui {

/// What the geometry needs of one shot: a core TimelineShot with its scene and seam.
struct LaneShot {
    int64_t startFrame = 0;
    int64_t frames = 1;
    int64_t overlapFrames = 0; ///< shared with the shot before (a dissolve)
    SceneId scene;
    SeamKind seam = SeamKind::Cut; ///< towards the shot before
    bool beginsSequence = true;
};

/// The lane's shots of a whole film.
std::vector<LaneShot> laneShots(const Project& project, const Timeline& timeline);

struct SceneBand {
    SceneId scene; ///< empty: shots without a scene
    int firstShot = 0;
    int lastShot = 0;
    QRectF rect;
};

struct RulerTick {
    int64_t frame = 0;
    double x = 0;
    bool isMajor = false; ///< carries a timecode
};

enum class TimelineArea { Nothing, Ruler, Scene, Card, CardEnd, Seam, Strip, Narration };

struct TimelineHit {
    TimelineArea area = TimelineArea::Nothing;
    int shot = -1;     ///< index of the shot hit (for Seam: the shot behind the seam), -1 for none
    int64_t frame = 0; ///< film frame under the point, clamped to the film
};

/// Result of snapping: the frame to use and whether something attracted it.
struct SnappedFrame {
    int64_t frame = 0;
    bool isSnapped = false;
};

class TimelineLayout {
public:
    static constexpr double kRulerHeight = 24;
    static constexpr double kSceneHeight = 22;
    static constexpr double kStripHeight = 6;
    static constexpr double kNarrationHeight = 22;
    static constexpr double kGrip = 6;      ///< half width of what grabs a card's end
    static constexpr double kSeamSize = 20; ///< side of the seam glyph
    static constexpr double kMinPixelsPerFrame = 0.002;
    static constexpr double kMaxPixelsPerFrame = 40;

    void setShots(std::vector<LaneShot> shots);
    void setFrameRate(FrameRate rate) { rate_ = rate; }
    void setViewSize(double width, double height);
    void setScroll(double scrollPixels);
    void setPixelsPerFrame(double pixelsPerFrame);

    const std::vector<LaneShot>& shots() const { return shots_; }
    double pixelsPerFrame() const { return pixelsPerFrame_; }
    double scroll() const { return scroll_; }
    double viewWidth() const { return width_; }
    int64_t totalFrames() const;
    /// The film and, when it is wider than the view, room behind it.
    double contentWidth() const;

    double xOf(int64_t frame) const { return static_cast<double>(frame) * pixelsPerFrame_ - scroll_; }
    /// The film frame whose span holds x, clamped to [0, totalFrames()].
    int64_t frameAt(double x) const;
    /// Zooms by `factor` and scrolls so that the frame under x stays under x.
    void zoomAround(double x, double factor);
    /// Shows the whole film.
    void fit();
    /// Scrolls the least that brings `frame` into the view, with a margin. Returns whether it moved.
    bool reveal(int64_t frame);

    QRectF cardRect(int shot) const;
    QRectF stripRect(int shot) const;
    QRectF narrationRect(int shot) const;
    QRectF seamRect(int shot) const;
    std::vector<SceneBand> sceneBands() const;
    /// First and one past the last shot that touches the view (binary search).
    std::pair<int, int> visibleShots() const;
    std::vector<RulerTick> rulerTicks() const;
    int shotAt(int64_t frame) const;

    TimelineHit hitTest(const QPointF& point) const;
    /// Index before which shots dropped at x would be inserted, 0 .. shots().size().
    int insertionIndexAt(double x) const;
    double insertionX(int index) const;
    /// The frame of the nearest shot boundary or extra candidate within `tolerancePixels` of `frame`.
    SnappedFrame snap(int64_t frame, double tolerancePixels, const std::vector<int64_t>& extra) const;
    /// Length of `shot` if its end were dragged to x, on the model's grid: step * n + 1 frames for the first shot of a
    /// sequence, step * n for one that continues.
    FrameCount lengthAt(int shot, double x, FrameGrid grid) const;

private:
    static constexpr double kTail = 160;  ///< room behind the last shot, where new ones are dropped
    static constexpr double kMargin = 24; ///< left free at the end when the whole film is shown

    int64_t endOfCard(int shot) const;
    double cardTop() const { return kRulerHeight + kSceneHeight; }
    double cardHeight() const;
    void clampScroll();

    std::vector<LaneShot> shots_;
    FrameRate rate_;
    double width_ = 800;
    double height_ = 200;
    double scroll_ = 0;
    double pixelsPerFrame_ = 3;
};

} // namespace longtake::ui
