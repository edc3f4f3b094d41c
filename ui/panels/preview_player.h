// SPDX-License-Identifier: Apache-2.0
// The player: shows the frame under the playhead from the chosen takes, plays by the transport, and shows the shot
// being sampled in its place between its neighbours. The playhead itself lives in Selection.
#pragma once

#include "core/project/project.h"
#include "ui/bridge/preview_mailbox.h"
#include "ui/panels/frame_server.h"
#include "ui/panels/preview_surface.h"
#include "ui/panels/transport.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <map>
#include <utility>
#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;

namespace longtake::ui {

class Actions;
class ProjectDocument;
class Selection;
class ShotStates;

class PreviewPlayer : public QWidget {
    Q_OBJECT
public:
    PreviewPlayer(const ProjectDocument& document,
                  Selection& selection,
                  const ShotStates& states,
                  const Theme& theme,
                  QWidget* parent = nullptr);

    /// Fills the bar under the picture with the window's actions.
    void buildBar(const Actions& actions);
    /// The video file of a shot's chosen take; empty for none.
    void setVideoSource(std::function<QString(const Shot&)> source);
    /// What the sampler is at in a shot: the estimate of one window of it.
    void setLiveStrip(const ShotId& id, LiveStrip strip);
    void clearLiveStrip(const ShotId& id);
    /// Two takes of the current shot side by side or wiped; empty paths end it.
    void compare(Comparison comparison, const QString& otherVideo, const QString& mainLabel, const QString& otherLabel);
    Comparison comparison() const { return comparison_; }
    FrameServer& frames() { return frames_; }
    PreviewSurface& surface() { return *surface_; }
    /// What is shown now at full size; null when there is no picture.
    QImage currentImage() const { return surface_->image(); }

    bool isPlaying() const { return transport_.isPlaying(); }
    int speed() const { return transport_.speed(); }
    void togglePlay();
    void playRange();
    void stop();
    /// J (-1) and L (+1); with the stop key held one frame instead.
    void shuttle(int direction, bool isStopKeyHeld);
    void seek(int64_t frame);
    void step(int64_t frames) { seek(position() + frames); }
    int64_t position() const;
    void setLooping(bool isLooping) { isLooping_ = isLooping; }

Q_SIGNALS:
    void playingChanged(bool isPlaying);
    void fullScreenRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Wanted {
        FrameAddress main;
        FrameAddress outgoing;
        double incomingShare = 1.0;
    };

    void tick();
    void updateRange(bool isMarkedOnly);
    void refresh();
    void showTimecode();
    void askFor(int64_t frame);
    Wanted addressesAt(int64_t frame) const;
    FrameAddress addressIn(const Shot& shot, int64_t shotFrame) const;
    QImage liveImage(const ShotId& id, int64_t shotFrame, QString& badge) const;
    /// What the playhead looks at: the frame itself, and what goes with it.
    struct Seen {
        QImage main;
        SurfacePicture around;
        bool isDecoded = true; ///< else the last frame stays until it is
    };

    Seen pictureAt(int64_t frame) const;
    Seen continuityAt(int64_t frame) const;
    /// Difference and motion of the two pictures; computed once a pair.
    void compareAcross(Seen& seen) const;
    void present(const QImage& image);
    void setPlaying();

    const ProjectDocument& document_;
    Selection& selection_;
    const ShotStates& states_;
    FrameServer frames_;
    Transport transport_;
    QTimer timer_;
    QElapsedTimer clock_;
    std::function<QString(const Shot&)> videoSource_;
    std::map<ShotId, LiveStrip> live_;
    PreviewSurface* surface_;
    QLineEdit* timecode_;
    QLabel* total_;
    QLabel* speed_;
    QWidget* bar_;
    QToolButton* playButton_ = nullptr;
    std::vector<QWidget*> optional_; ///< of the bar; the last is left out first
    Comparison comparison_ = Comparison::Off;
    QString otherVideo_;
    QString mainLabel_;
    QString otherLabel_;
    mutable std::pair<qint64, qint64> seamPair_{0, 0}; ///< the pictures the three below were computed from
    mutable QImage seamDifference_;
    mutable QImage seamMotion_;
    mutable QString motionLabel_;
    std::pair<qint64, int64_t> presented_{0, -1}; ///< image and frame number in the sink
    bool isLooping_ = false;
    bool isRangeOnly_ = false;
};

} // namespace longtake::ui
