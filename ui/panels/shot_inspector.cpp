// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/shot_inspector.h"

#include "core/project/full_prompt.h"
#include "core/project/limits.h"
#include "core/project/timeline.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/token_counter.h"
#include "ui/document/film_editor.h"
#include "ui/document/project_document.h"
#include "ui/document/selection.h"
#include "ui/document/shot_states.h"
#include "ui/panels/form.h"
#include "ui/panels/prompt_edit.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timecode.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDragEnterEvent>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>
#include <QUrl>

#include <algorithm>
#include <limits>

namespace longtake::ui {

namespace {

/// What all shots share, or nothing when they differ.
template <typename Read>
auto shared(const std::vector<const Shot*>& shots, Read read) -> std::optional<decltype(read(*shots.front()))> {
    const auto first = read(*shots.front());
    const bool isSame = std::all_of(shots.begin(), shots.end(), [&](const Shot* shot) { return read(*shot) == first; });
    return isSame ? std::optional(first) : std::nullopt;
}

void showNumber(QSpinBox* box, std::optional<int64_t> value) {
    box->setValue(value ? static_cast<int>(std::clamp<int64_t>(*value, box->minimum(), box->maximum()))
                        : box->minimum());
}

} // namespace

std::vector<const Shot*> ShotInspector::shownShots() const {
    std::vector<const Shot*> shots;
    for (const ShotId& id : selection_.shots()) {
        if (const Shot* shot = document_.project().find(id)) {
            shots.push_back(shot);
        }
    }
    return shots;
}

QString ShotInspector::cameraText(const Shot& shot) const {
    const QString camera = toQt(shot.camera);
    const auto known =
        std::find_if(cameras_.begin(), cameras_.end(), [&](const CameraChoice& choice) { return choice.id == camera; });
    return known == cameras_.end() ? camera : known->text;
}

void ShotInspector::change(const char* field, const QString& text, const std::function<void(Shot&)>& change) {
    if (isRefreshing_ || selection_.shots().empty()) {
        return;
    }
    const QString key = QStringLiteral("%1:%2:%3")
                            .arg(QLatin1String(field), toQt(selection_.current().value))
                            .arg(selection_.shots().size());
    editor_.changeShots(selection_.shots(), text, key, change);
}

void ShotInspector::focusPrompt() {
    ensureWidgetVisible(prompt_);
    prompt_->setFocus(Qt::ShortcutFocusReason);
    prompt_->moveCursor(QTextCursor::End);
}

void ShotInspector::focusNarration() {
    ensureWidgetVisible(narration_);
    narration_->setFocus(Qt::ShortcutFocusReason);
    narration_->moveCursor(QTextCursor::End);
}

void ShotInspector::connectFields() {
    connect(prompt_, &PromptEdit::edited, this, [this](const QString& text) {
        change("prompt", tr("edit text"), [&](Shot& shot) { shot.prompt = toCore(text); });
    });
    connect(prompt_, &PromptEdit::left, this, &ShotInspector::backToTimeline);
    connect(negative_, &QPlainTextEdit::textChanged, this, [this] {
        change("negative", tr("edit negative text"),
               [this](Shot& shot) { shot.negative = toCore(negative_->toPlainText()); });
    });
    connect(narration_, &QPlainTextEdit::textChanged, this, [this] {
        change("narration", tr("edit narration"),
               [this](Shot& shot) { shot.narration = toCore(narration_->toPlainText()); });
    });
    connect(notes_, &QPlainTextEdit::textChanged, this, [this] {
        change("notes", tr("edit notes"), [this](Shot& shot) { shot.notes = toCore(notes_->toPlainText()); });
    });
    connect(seconds_, &QDoubleSpinBox::valueChanged, this, [this](double seconds) {
        change("length", tr("change length"), [seconds](Shot& shot) { shot.length = Seconds{seconds}; });
    });
    connect(frames_, &QSpinBox::valueChanged, this, [this](int frames) {
        change("length", tr("change length"), [frames](Shot& shot) { shot.length = FrameCount{frames}; });
    });
    connect(seam_, &QComboBox::activated, this, [this](int index) {
        change("seam", tr("change seam"), [index](Shot& shot) { shot.seam.kind = static_cast<SeamKind>(index); });
    });
    connect(dissolve_, &QDoubleSpinBox::valueChanged, this, [this](double seconds) {
        change("dissolve", tr("change dissolve"), [seconds](Shot& shot) { shot.seam.dissolve_s = seconds; });
    });
    connect(blend_, &QSpinBox::valueChanged, this, [this](int latents) {
        change("blend", tr("change blend"), [latents](Shot& shot) {
            shot.seam.blend_latents = latents < 0 ? std::nullopt : std::optional<int64_t>(latents);
        });
    });
    connect(context_, &QSpinBox::valueChanged, this, [this](int latents) {
        change("context", tr("change context"), [latents](Shot& shot) { shot.seam.context_latents = latents; });
    });
    connect(seed_, &QSpinBox::valueChanged, this,
            [this](int seed) { change("seed", tr("change seed"), [seed](Shot& shot) { shot.seed = seed; }); });
    connect(seedDice_, &QToolButton::clicked, this, [this] {
        change("dice", tr("new seed"),
               [](Shot& shot) { shot.seed = QRandomGenerator::global()->bounded(std::numeric_limits<int>::max()); });
    });
    connect(seedLock_, &QToolButton::clicked, this, [this](bool isLocked) {
        const int64_t shown = seed_->value();
        const int64_t seed = shown >= 0 ? shown : QRandomGenerator::global()->bounded(std::numeric_limits<int>::max());
        change("lock", isLocked ? tr("lock seed") : tr("unlock seed"),
               [isLocked, seed](Shot& shot) { shot.seed = isLocked ? std::optional<int64_t>(seed) : std::nullopt; });
    });
    const auto takeCamera = [this] {
        const int index = camera_->findText(camera_->currentText());
        const QString value = index >= 0 ? camera_->itemData(index).toString() : camera_->currentText();
        change("camera", tr("change camera"), [&](Shot& shot) { shot.camera = toCore(value); });
    };
    connect(camera_, &QComboBox::activated, this, takeCamera);
    connect(camera_->lineEdit(), &QLineEdit::editingFinished, this, takeCamera);
    connect(steps_, &QSpinBox::valueChanged, this, [this](int steps) {
        change("steps", tr("change steps"),
               [steps](Shot& shot) { shot.steps = steps == 0 ? std::nullopt : std::optional<int64_t>(steps); });
    });
    connect(guidance_, &QDoubleSpinBox::valueChanged, this, [this](double guidance) {
        change("guidance", tr("change guidance"), [guidance](Shot& shot) {
            shot.guidance = guidance < 0 ? std::nullopt : std::optional<double>(guidance);
        });
    });
    connect(loop_, &QCheckBox::clicked, this, [this](bool isOn) {
        change("loop", tr("end meets beginning"), [isOn](Shot& shot) { shot.is_loop = isOn; });
    });
    connect(pinned_, &QCheckBox::clicked, this, [this](bool isOn) {
        change("pin", isOn ? tr("pin take") : tr("unpin take"), [isOn](Shot& shot) { shot.is_pinned = isOn; });
    });
    connect(addKeyframe_, &QToolButton::clicked, this, [this] { Q_EMIT imageChoiceRequested(selection_.current()); });
    connect(removeKeyframe_, &QToolButton::clicked, this, [this] {
        const int row = keyframes_->currentRow();
        const ShotId id = selection_.current();
        editor_.changeShots({id}, tr("remove keyframe"), {}, [row](Shot& shot) {
            if (row >= 0 && row < static_cast<int>(shot.keyframes.size())) {
                shot.keyframes.erase(shot.keyframes.begin() + row);
            }
        });
    });
    connect(fold_, &QToolButton::toggled, this, [this](bool isOpen) {
        advanced_->setVisible(isOpen);
        fold_->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    });
}

void ShotInspector::refresh() {
    const std::vector<const Shot*> shots = shownShots();
    empty_->setVisible(shots.empty());
    body_->setVisible(!shots.empty());
    if (shots.empty()) {
        return;
    }
    isRefreshing_ = true;
    const auto index = document_.project().index_of(shots.front()->id);
    title_->setText(shots.size() == 1 ? tr("Shot %1").arg(index.value_or(0) + 1)
                                      : tr("%n shots", nullptr, static_cast<int>(shots.size())));
    showState();
    refreshText(shots);
    refreshTiming(shots);
    refreshAdvanced(shots);
    isRefreshing_ = false;
}

void ShotInspector::showState() {
    const std::vector<const Shot*> shots = shownShots();
    state_->setText(shots.size() == 1 ? stateText(states_.of(shots.front()->id)) : QString());
}

void ShotInspector::refreshText(const std::vector<const Shot*>& shots) {
    QStringList names;
    for (const Character& character : document_.project().characters) {
        names.append(toQt(character.name));
    }
    prompt_->setCharacters(names);
    const auto text = shared(shots, [](const Shot& shot) { return shot.prompt; });
    prompt_->showText(text ? toQt(*text) : QString());
    prompt_->setPlaceholderText(text ? tr("What happens in this shot? @ names a character.")
                                     : tr("Several texts. Typing replaces all of them."));
    const int count = static_cast<int>(
        prompt_->toPlainText().split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts).size());
    QString words = tr("%n word(s)", nullptr, count);
    if (prompt_->unknownCount() > 0) {
        words += QStringLiteral(" · ") + tr("%n word(s) this model was not taught", nullptr, prompt_->unknownCount());
    }
    words_->setText(words);
    words_->setVisible(text.has_value());
    const Shot& shot = *shots.front();
    sampledText_ = toQt(full_prompt(document_.project(), shot, toCore(cameraText(shot))));
    sampledNegative_ = toQt(full_negative(document_.project(), shot));
    exactText_->setText(sampledNegative_.isEmpty() ? sampledText_
                                                   : tr("%1\nWithout: %2").arg(sampledText_, sampledNegative_));
    showTokens();
    const auto showPlain = [](QPlainTextEdit* box, const QString& value) {
        if (box->toPlainText() != value) {
            box->setPlainText(value);
        }
    };
    showPlain(negative_, toQt(shared(shots, [](const Shot& one) { return one.negative; }).value_or("")));
    showPlain(narration_, toQt(shared(shots, [](const Shot& one) { return one.narration; }).value_or("")));
    showPlain(notes_, toQt(shared(shots, [](const Shot& one) { return one.notes; }).value_or("")));
}

void ShotInspector::setTokenCounter(TokenCounter& counter) {
    tokenCounter_ = &counter;
    connect(tokenCounter_, &TokenCounter::changed, this, [this] { showTokens(); });
    showTokens();
}

void ShotInspector::showTokens() {
    if (tokenCounter_ == nullptr) {
        return;
    }
    tokenCounter_->want(sampledNegative_.isEmpty() ? QStringList{sampledText_}
                                                   : QStringList{sampledText_, sampledNegative_});
    QStringList lines;
    bool isCut = false;
    const auto add = [&](const QString& text, bool isNegative) {
        const std::optional<TokenReading> reading = tokenCounter_->reading(text);
        if (!reading) {
            return;
        }
        const bool isThisCut = !reading->dropped.isEmpty();
        isCut = isCut || isThisCut;
        if (!reading->failure.isEmpty()) {
            lines.append(tr("The tokens could not be counted: %1").arg(reading->failure));
        } else if (isThisCut) {
            lines.append((isNegative ? tr("Without: %L1 of %L2 tokens. The model does not read the end: “%3”")
                                     : tr("%L1 of %L2 tokens. The model does not read the end: “%3”"))
                             .arg(reading->tokens)
                             .arg(reading->limit)
                             .arg(reading->dropped));
        } else if (!isNegative) {
            lines.append(tr("%L1 of %L2 tokens").arg(reading->tokens).arg(reading->limit));
        }
    };
    add(sampledText_, false);
    if (!sampledNegative_.isEmpty()) {
        add(sampledNegative_, true);
    }
    tokens_->setText(lines.join(QLatin1Char('\n')));
    tokens_->setToolTip(tr("The pieces a text is cut into for the model"));
    tokens_->setVisible(!lines.isEmpty());
    if (tokens_->property("warning").toBool() != isCut) {
        tokens_->setProperty("warning", isCut);
        tokens_->style()->unpolish(tokens_);
        tokens_->style()->polish(tokens_);
    }
}

void ShotInspector::refreshTiming(const std::vector<const Shot*>& shots) {
    const Project& film = document_.project();
    const Shot& shot = *shots.front();
    const auto index = film.index_of(shot.id).value_or(0);
    const int64_t asked = asked_frames(shot.length, film.frame_rate).value;
    if (!seconds_->hasFocus()) {
        seconds_->setValue(static_cast<double>(asked) / film.frame_rate.per_second());
    }
    if (!frames_->hasFocus()) {
        frames_->setValue(static_cast<int>(asked));
    }
    const int64_t legal = document_.timeline().shots[index].frames;
    legal_->setText(legal == asked ? tr("%1 frames will be made").arg(legal)
                                   : tr("%1 frames will be made: the nearest the model can").arg(legal));
    seam_->setEnabled(index > 0 || shots.size() > 1);
    const auto seam = shared(shots, [](const Shot& one) { return one.seam.kind; });
    seam_->setCurrentIndex(index == 0 && shots.size() == 1 ? static_cast<int>(SeamKind::Cut)
                           : seam                          ? static_cast<int>(*seam)
                                                           : -1);
    const bool isDissolve = seam == SeamKind::Dissolve && seam_->isEnabled();
    const bool isContinue = seam == SeamKind::Continue && seam_->isEnabled();
    dissolve_->setVisible(isDissolve);
    blend_->setVisible(isContinue);
    seamCaption_->setVisible(isDissolve || isContinue);
    seamCaption_->setText(isDissolve ? tr("Length") : tr("Text blend"));
    dissolve_->setValue(shot.seam.dissolve_s);
    showNumber(blend_, shared(shots, [](const Shot& one) { return one.seam.blend_latents; }).value_or(std::nullopt));
    const auto seed = shared(shots, [](const Shot& one) { return one.seed; });
    seedLock_->setChecked(seed && seed->has_value());
    seedLock_->setIcon(theme_.icon(seedLock_->isChecked() ? QStringLiteral("lock") : QStringLiteral("unlock")));
    seed_->setEnabled(seedLock_->isChecked());
    showNumber(seed_, seed && seed->has_value() ? *seed : std::nullopt);
    const QString camera = toQt(shared(shots, [](const Shot& one) { return one.camera; }).value_or(""));
    const int known = camera_->findData(camera);
    if (known >= 0) {
        camera_->setCurrentIndex(known);
    } else {
        camera_->setEditText(camera);
    }
}

void ShotInspector::refreshAdvanced(const std::vector<const Shot*>& shots) {
    const Shot& shot = *shots.front();
    showNumber(steps_, shared(shots, [](const Shot& one) { return one.steps; }).value_or(std::nullopt));
    guidance_->setValue(
        shared(shots, [](const Shot& one) { return one.guidance; }).value_or(std::nullopt).value_or(-1.0));
    showNumber(context_, shared(shots, [](const Shot& one) { return one.seam.context_latents; }));
    loop_->setChecked(shared(shots, [](const Shot& one) { return one.is_loop; }).value_or(false));
    pinned_->setChecked(shared(shots, [](const Shot& one) { return one.is_pinned; }).value_or(false));
    pinned_->setEnabled(!shot.chosen_take.is_empty());
    refreshKeyframes(shot);
}

void ShotInspector::refreshKeyframes(const Shot& shot) {
    const int row = keyframes_->currentRow();
    keyframes_->clear();
    for (const Keyframe& keyframe : shot.keyframes) {
        const QString place = keyframe.place == KeyframePlace::First ? tr("first")
                              : keyframe.place == KeyframePlace::Last
                                  ? tr("last")
                                  : tr("at %1 s").arg(QLocale().toString(keyframe.at_s, 'f', 2));
        keyframes_->addItem(tr("%1: %2").arg(place, toQt(keyframe.image)));
    }
    keyframes_->setCurrentRow(std::min(row, keyframes_->count() - 1));
    keyframes_->setVisible(keyframes_->count() > 0);
    removeKeyframe_->setEnabled(keyframes_->count() > 0);
}

void ShotInspector::setCameras(const std::vector<CameraChoice>& cameras) {
    cameras_ = cameras;
    isRefreshing_ = true;
    camera_->clear();
    camera_->addItem(tr("as the text says"), QString());
    for (const CameraChoice& choice : cameras_) {
        camera_->addItem(choice.name, choice.id);
        camera_->setItemData(camera_->count() - 1, choice.text, Qt::ToolTipRole);
    }
    isRefreshing_ = false;
    refresh();
}

void ShotInspector::setModel(const ModelCard& facts) {
    facts_ = facts;
    prompt_->setVocabulary(facts.vocabulary);
    refresh();
}

void ShotInspector::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && !selection_.current().is_empty()) {
        event->acceptProposedAction();
    }
}

void ShotInspector::dropEvent(QDropEvent* event) {
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            Q_EMIT imageDropped(selection_.current(), url.toLocalFile());
        }
    }
    event->acceptProposedAction();
}

} // namespace longtake::ui
