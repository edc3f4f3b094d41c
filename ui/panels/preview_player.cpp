// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/preview_player.h"

#include "core/media/image_ops.h"
#include "core/media/measures/flow_picture.h"
#include "core/project/timeline.h"
#include "ui/bridge/qt_convert.h"
#include "ui/document/project_document.h"
#include "ui/document/selection.h"
#include "ui/document/shot_states.h"
#include "ui/main_window/actions.h"
#include "ui/timeline/timecode.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace longtake::ui {

namespace {

constexpr int kReadAhead = 12; ///< frames decoded ahead of the playhead while playing

} // namespace

PreviewPlayer::PreviewPlayer(const ProjectDocument& document,
                             Selection& selection,
                             const ShotStates& states,
                             const Theme& theme,
                             QWidget* parent)
    : QWidget(parent)
    , document_(document)
    , selection_(selection)
    , states_(states)
    , surface_(new PreviewSurface(theme, this))
    , timecode_(new QLineEdit(this))
    , total_(new QLabel(this))
    , speed_(new QLabel(this))
    , bar_(new QWidget(this)) {
    setObjectName(QStringLiteral("previewPlayer"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(surface_, 1);
    layout->addWidget(bar_);
    bar_->setLayoutDirection(Qt::LeftToRight); // as on every machine that plays tape
    bar_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    timecode_->setObjectName(QStringLiteral("timecodeEdit"));
    timecode_->setAccessibleName(tr("Position"));
    timecode_->setToolTip(tr("Position as timecode; type to go there"));
    timecode_->setFixedWidth(96);
    timecode_->setAlignment(Qt::AlignCenter);
    total_->setObjectName(QStringLiteral("totalLabel"));
    total_->setProperty("muted", true);
    speed_->setObjectName(QStringLiteral("speedLabel"));
    speed_->setProperty("muted", true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, [this] { tick(); });
    connect(timecode_, &QLineEdit::editingFinished, this, [this] {
        const auto frame = frameFromTimecode(timecode_->text(), document_.project().frame_rate);
        if (frame && timecode_->isModified()) {
            seek(*frame);
        }
        showTimecode();
    });
    connect(surface_, &PreviewSurface::fullScreenRequested, this, &PreviewPlayer::fullScreenRequested);
    connect(&frames_, &FrameServer::frameReady, this, [this] {
        if (!isPlaying()) {
            refresh();
        }
    });
    connect(&document_, &ProjectDocument::changed, this, [this] { refresh(); });
    connect(&document_, &ProjectDocument::replaced, this, [this] {
        live_.clear();
        stop();
        refresh();
    });
    connect(&states_, &ShotStates::changed, this, [this] { refresh(); });
    connect(&selection_, &Selection::playheadChanged, this, [this] { refresh(); });
    refresh();
}

void PreviewPlayer::buildBar(const Actions& actions) {
    auto* row = new QHBoxLayout(bar_);
    row->setContentsMargins(kSpace2, kSpace1, kSpace2, kSpace1);
    row->setSpacing(kSpace1);
    const auto button = [&](const char* id) {
        auto* made = new QToolButton(bar_);
        made->setDefaultAction(actions.action(QLatin1String(id)));
        made->setObjectName(QStringLiteral("%1 button").arg(QLatin1String(id)));
        made->setIconSize({kIconSize, kIconSize});
        made->setToolButtonStyle(Qt::ToolButtonIconOnly);
        made->setFocusPolicy(Qt::TabFocus);
        row->addWidget(made);
        return made;
    };
    row->addStretch(1);
    QToolButton* previousCut = button("play.previous_cut");
    button("play.previous_frame");
    playButton_ = button("play.toggle");
    button("play.next_frame");
    QToolButton* nextCut = button("play.next_cut");
    row->addSpacing(kSpace2);
    row->addWidget(timecode_);
    row->addWidget(total_);
    row->addWidget(speed_);
    row->addSpacing(kSpace2);
    optional_ = {previousCut, nextCut};
    for (const char* id :
         {"play.loop", "view.compare_wipe", "view.compare_side", "view.continuity", "view.full_screen"}) {
        optional_.push_back(button(id));
    }
    optional_.push_back(total_);
    row->addStretch(1);
}

void PreviewPlayer::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // A narrow player keeps what it is for; the rest stands in the menus too.
    for (QWidget* part : optional_) {
        part->show();
    }
    for (auto part = optional_.rbegin(); part != optional_.rend() && bar_->layout()->minimumSize().width() > width();
         ++part) {
        (*part)->hide();
        bar_->layout()->invalidate();
    }
}

void PreviewPlayer::setVideoSource(std::function<QString(const Shot&)> source) {
    videoSource_ = std::move(source);
    refresh();
}

int64_t PreviewPlayer::position() const {
    return selection_.playhead();
}

void PreviewPlayer::setLiveStrip(const ShotId& id, LiveStrip strip) {
    LiveStrip& live = live_[id];
    // A long shot is made in several windows: what the earlier ones came to stays before the one that is made now.
    const auto before = static_cast<size_t>(std::max<int64_t>(0, strip.firstFrame - live.firstFrame));
    if (!live.frames.empty() && before > 0) {
        live.frames.resize(std::min(before, live.frames.size()));
        live.frames.resize(before, live.frames.back());
        strip.firstFrame = live.firstFrame;
        strip.frames.insert(strip.frames.begin(), live.frames.begin(), live.frames.end());
    }
    live = std::move(strip);
    refresh();
}

void PreviewPlayer::clearLiveStrip(const ShotId& id) {
    live_.erase(id);
    refresh();
}

void PreviewPlayer::compare(Comparison comparison,
                            const QString& otherVideo,
                            const QString& mainLabel,
                            const QString& otherLabel) {
    comparison_ = comparison;
    otherVideo_ = otherVideo;
    mainLabel_ = mainLabel;
    otherLabel_ = otherLabel;
    refresh();
}

void PreviewPlayer::updateRange(bool isMarkedOnly) {
    const int64_t last = std::max<int64_t>(0, document_.timeline().total_frames - 1);
    const int64_t first = isMarkedOnly ? selection_.markIn().value_or(0) : 0;
    transport_.setRange(first, isMarkedOnly ? std::min(last, selection_.markOut().value_or(last)) : last);
    transport_.setFrameRate(document_.project().frame_rate.per_second());
    transport_.setLooping(isLooping_);
    transport_.seek(position());
}

void PreviewPlayer::togglePlay() {
    if (isPlaying()) {
        stop();
        return;
    }
    updateRange(isRangeOnly_ = false);
    transport_.play();
    setPlaying();
}

void PreviewPlayer::playRange() {
    updateRange(isRangeOnly_ = true);
    transport_.play();
    setPlaying();
}

void PreviewPlayer::stop() {
    transport_.stop();
    setPlaying();
}

void PreviewPlayer::shuttle(int direction, bool isStopKeyHeld) {
    if (isStopKeyHeld) {
        stop();
        step(direction);
        return;
    }
    if (!isPlaying()) {
        updateRange(isRangeOnly_ = false);
    }
    transport_.shuttle(direction);
    setPlaying();
}

void PreviewPlayer::seek(int64_t frame) {
    const int64_t last = std::max<int64_t>(0, document_.timeline().total_frames - 1);
    const int64_t shown = std::clamp<int64_t>(frame, 0, last);
    transport_.seek(shown);
    selection_.setPlayhead(shown);
}

void PreviewPlayer::setPlaying() {
    if (isPlaying() && !timer_.isActive()) {
        clock_.start();
        timer_.start(static_cast<int>(1000.0 / std::clamp(document_.project().frame_rate.per_second(), 1.0, 60.0) / 2));
    } else if (!isPlaying()) {
        timer_.stop();
    }
    const int speed = transport_.speed();
    speed_->setText(speed == 0 || speed == 1 ? QString() : QStringLiteral("%1×").arg(speed));
    Q_EMIT playingChanged(isPlaying());
}

void PreviewPlayer::tick() {
    transport_.setLooping(isLooping_);
    transport_.advance(static_cast<double>(clock_.nsecsElapsed()) / 1e9);
    clock_.start();
    if (transport_.frame() != position()) {
        selection_.setPlayhead(transport_.frame());
    }
    if (!transport_.isPlaying()) {
        setPlaying();
    }
}

FrameAddress PreviewPlayer::addressIn(const Shot& shot, int64_t shotFrame) const {
    return {videoSource_ ? videoSource_(shot) : QString(), shotFrame};
}

PreviewPlayer::Wanted PreviewPlayer::addressesAt(int64_t frame) const {
    Wanted wanted;
    const auto seen = film_frame_at(document_.timeline(), frame);
    if (!seen) {
        return wanted;
    }
    const auto& shots = document_.project().shots;
    wanted.main = addressIn(shots[seen->shot], seen->shot_frame);
    if (seen->outgoing) {
        wanted.outgoing = addressIn(shots[seen->outgoing->shot], seen->outgoing->shot_frame);
        wanted.incomingShare = seen->outgoing->incoming_share;
    }
    return wanted;
}

void PreviewPlayer::askFor(int64_t frame) {
    std::vector<FrameAddress> addresses;
    const int direction = transport_.speed() < 0 ? -1 : 1;
    const int count = isPlaying() ? kReadAhead : 2;
    for (int i = 0; i < count; ++i) {
        const Wanted wanted = addressesAt(frame + i * direction);
        addresses.push_back(wanted.main);
        addresses.push_back(wanted.outgoing);
        if (i == 0 && comparison_ == Comparison::Continuity) {
            const auto seen = film_frame_at(document_.timeline(), frame);
            if (seen && seen->shot > 0) {
                const auto& shots = document_.project().shots;
                addresses.push_back(addressIn(shots[seen->shot], 0));
                addresses.push_back(
                    addressIn(shots[seen->shot - 1], document_.timeline().shots[seen->shot - 1].frames - 1));
            }
        }
        if (comparison_ == Comparison::Wipe || comparison_ == Comparison::SideBySide) {
            addresses.push_back({otherVideo_, wanted.main.index});
        }
    }
    frames_.want(std::move(addresses));
}

QImage PreviewPlayer::liveImage(const ShotId& id, int64_t shotFrame, QString& badge) const {
    const auto live = live_.find(id);
    if (live == live_.end() || live->second.frames.empty()) {
        return {};
    }
    const auto count = static_cast<int64_t>(live->second.frames.size());
    const int64_t index = shotFrame - live->second.firstFrame;
    if (index < 0) {
        return {};
    }
    badge = live->second.progress;
    return live->second.frames[static_cast<size_t>(std::min(index, count - 1))];
}

PreviewPlayer::Seen PreviewPlayer::continuityAt(int64_t frame) const {
    Seen picture;
    picture.around.comparison = Comparison::Continuity;
    const auto seen = film_frame_at(document_.timeline(), frame);
    if (!seen || seen->shot == 0) {
        picture.around.comparison = Comparison::Off;
        picture.around.placeholder = tr("The first shot has no seam before it.");
        return picture;
    }
    const auto& shots = document_.project().shots;
    picture.main =
        frames_.find(addressIn(shots[seen->shot - 1], document_.timeline().shots[seen->shot - 1].frames - 1));
    picture.around.other = frames_.find(addressIn(shots[seen->shot], 0));
    picture.around.mainLabel = tr("Last frame of shot %1").arg(seen->shot);
    picture.around.otherLabel = tr("First frame of shot %1").arg(seen->shot + 1);
    compareAcross(picture);
    return picture;
}

void PreviewPlayer::compareAcross(Seen& seen) const {
    const QImage& other = seen.around.other;
    const auto pair = std::pair(seen.main.cacheKey(), other.cacheKey());
    if (pair != seamPair_) {
        seamPair_ = pair;
        seamDifference_ = differenceOf(seen.main, other);
        seamMotion_ = {};
        motionLabel_ = tr("Motion");
        if (!seamDifference_.isNull()) {
            if (const Result<FlowPicture> flow = flow_picture(toFrame(seen.main), toFrame(other))) {
                seamMotion_ = toImage(flow->picture);
                motionLabel_ = tr("Motion: %1 pixels").arg(locale().toString(flow->mean_motion, 'f', 1));
            }
        }
    }
    seen.around.difference = seamDifference_;
    seen.around.motion = seamMotion_;
    seen.around.motionLabel = motionLabel_;
}

PreviewPlayer::Seen PreviewPlayer::pictureAt(int64_t frame) const {
    if (comparison_ == Comparison::Continuity) {
        return continuityAt(frame);
    }
    Seen picture;
    const auto seen = film_frame_at(document_.timeline(), frame);
    if (!seen) {
        picture.around.placeholder = tr("The film has no shots yet.");
        return picture;
    }
    const Shot& shot = document_.project().shots[seen->shot];
    picture.main = liveImage(shot.id, seen->shot_frame, picture.around.badge);
    if (!picture.main.isNull()) {
        picture.around.isEstimate = true;
        return picture;
    }
    const Wanted wanted = addressesAt(frame);
    picture.main = frames_.find(wanted.main);
    const QImage outgoing = frames_.find(wanted.outgoing);
    if (!picture.main.isNull() && picture.main.size() == outgoing.size()) {
        picture.main = toImage(crossfade(toFrame(outgoing), toFrame(picture.main), wanted.incomingShare));
    }
    if (comparison_ != Comparison::Off) {
        picture.around.comparison = comparison_;
        picture.around.other = frames_.find({otherVideo_, wanted.main.index});
        picture.around.mainLabel = mainLabel_;
        picture.around.otherLabel = otherLabel_;
    }
    if (wanted.main.path.isEmpty()) {
        const QString prompt = toQt(shot.prompt);
        picture.around.placeholder = prompt.isEmpty() ? tr("Shot %1 has no text yet.").arg(seen->shot + 1) : prompt;
    } else {
        picture.isDecoded = !picture.main.isNull();
    }
    return picture;
}

void PreviewPlayer::present(const QImage& image) {
    const std::pair shown(image.cacheKey(), position());
    if (shown == presented_) {
        return;
    }
    presented_ = shown;
    const double frameMicroseconds = 1e6 / std::max(0.001, document_.project().frame_rate.per_second());
    const auto at = [frameMicroseconds](int64_t frame) {
        return qRound64(static_cast<double>(frame) * frameMicroseconds);
    };
    surface_->sink().setVideoFrame(toVideoFrame(image, at(position()), at(position() + 1)));
}

void PreviewPlayer::refresh() {
    surface_->setAspect(toQt(document_.project().size));
    askFor(position());
    const Seen seen = pictureAt(position());
    if (seen.isDecoded) {
        present(seen.main);
    }
    surface_->show(seen.around);
    showTimecode();
}

void PreviewPlayer::showTimecode() {
    const FrameRate rate = document_.project().frame_rate;
    if (!timecode_->hasFocus() || !timecode_->isModified()) {
        timecode_->setText(timecode(position(), rate));
    }
    total_->setText(QStringLiteral("/ %1").arg(timecode(document_.timeline().total_frames, rate)));
}

} // namespace longtake::ui
