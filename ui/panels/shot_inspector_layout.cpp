// SPDX-License-Identifier: Apache-2.0
// Builds ShotInspector's widgets; what they do is in shot_inspector.cpp.
#include "core/project/limits.h"
#include "ui/document/project_document.h"
#include "ui/document/selection.h"
#include "ui/document/shot_states.h"
#include "ui/panels/form.h"
#include "ui/panels/prompt_edit.h"
#include "ui/panels/shot_inspector.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QToolButton>

#include <limits>

namespace longtake::ui {

namespace {

QPlainTextEdit* textBox(int lines, const QString& placeholder) {
    auto* box = new QPlainTextEdit;
    box->setTabChangesFocus(true);
    box->setPlaceholderText(placeholder);
    box->setFixedHeight(box->fontMetrics().lineSpacing() * lines + 18);
    return box;
}

QGridLayout* evenGrid(QWidget* box) {
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kSpace2);
    grid->setVerticalSpacing(kSpace2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

ShotInspector::ShotInspector(const ProjectDocument& document,
                             FilmEditor& editor,
                             const Selection& selection,
                             const ShotStates& states,
                             const Theme& theme,
                             QWidget* parent)
    : QScrollArea(parent)
    , document_(document)
    , editor_(editor)
    , selection_(selection)
    , states_(states)
    , theme_(theme) {
    setObjectName(QStringLiteral("shotInspector"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAcceptDrops(true);
    setMinimumWidth(320);
    build();
    connectFields();
    connect(&document_, &ProjectDocument::changed, this, [this] { refresh(); });
    connect(&selection_, &Selection::shotsChanged, this, [this] { refresh(); });
    connect(&states_, &ShotStates::changed, this, [this] { refresh(); });
    connect(&states_, &ShotStates::shotChanged, this, [this] { showState(); });
    connect(&theme_, &Theme::changed, this, [this] {
        seedDice_->setIcon(theme_.icon(QStringLiteral("dice")));
        addKeyframe_->setIcon(theme_.icon(QStringLiteral("add")));
        removeKeyframe_->setIcon(theme_.icon(QStringLiteral("delete")));
        refresh();
    });
    refresh();
}

void ShotInspector::build() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(kSpace3, kSpace3, kSpace3, kSpace4);
    column->setSpacing(kSpace3);
    empty_ = note(tr("Select a shot on the timeline to write its text."));
    empty_->setObjectName(QStringLiteral("inspectorEmptyLabel"));
    column->addWidget(empty_);
    body_ = new QWidget;
    auto* rows = new QVBoxLayout(body_);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kSpace3);
    rows->addWidget(buildText());
    rows->addWidget(separator());
    rows->addWidget(buildTiming());
    rows->addWidget(buildSeed());
    rows->addWidget(separator());
    rows->addWidget(buildPictures());
    rows->addWidget(separator());
    fold_ = named(new QToolButton, "advancedFold", tr("Advanced"));
    fold_->setText(tr("Advanced"));
    fold_->setCheckable(true);
    fold_->setArrowType(Qt::RightArrow);
    fold_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    rows->addWidget(fold_, 0, Qt::AlignLeft);
    advanced_ = buildAdvanced();
    advanced_->setVisible(false);
    rows->addWidget(advanced_);
    column->addWidget(body_);
    column->addStretch(1);
    for (QAbstractSpinBox* box : page->findChildren<QAbstractSpinBox*>()) {
        box->setMinimumWidth(72); // long special texts may be cut rather than widen the panel
    }
    setWidget(page);
}

QWidget* ShotInspector::buildText() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace1);
    title_ = named(heading(QString()), "shotTitleLabel", QString());
    state_ = named(note(QString()), "shotStateLabel", QString());
    prompt_ = named(new PromptEdit(theme_), "promptEdit", tr("Text of the shot"));
    prompt_->setFixedHeight(116);
    words_ = named(note(QString()), "wordsLabel", QString());
    exactText_ = named(note(QString()), "exactTextLabel", tr("Exact text the shot is made with"));
    exactText_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    tokens_ = named(note(QString()), "tokensLabel", tr("Tokens of the text"));
    tokens_->hide();
    column->addWidget(title_);
    column->addWidget(state_);
    column->addSpacing(kSpace1);
    column->addWidget(prompt_);
    column->addWidget(words_);
    column->addSpacing(kSpace2);
    column->addWidget(caption(tr("Made with exactly this text:")));
    column->addWidget(exactText_);
    column->addWidget(tokens_);
    return box;
}

QWidget* ShotInspector::buildTiming() {
    auto* box = new QWidget;
    QGridLayout* grid = evenGrid(box);
    seconds_ = named(new QDoubleSpinBox, "secondsSpinBox", tr("Length in seconds"));
    seconds_->setRange(0.05, kLongestShot.value);
    seconds_->setSingleStep(0.25);
    seconds_->setSuffix(tr(" s"));
    frames_ = named(new QSpinBox, "framesSpinBox", tr("Length in frames"));
    frames_->setRange(1, static_cast<int>(kMostFrames));
    legal_ = named(note(QString()), "legalFramesLabel", QString());
    seam_ = named(new QComboBox, "seamComboBox", tr("Seam to the shot before"));
    seam_->addItem(tr("Continue"));
    seam_->addItem(tr("Cut"));
    seam_->addItem(tr("Dissolve"));
    dissolve_ = named(new QDoubleSpinBox, "dissolveSpinBox", tr("Length of the dissolve"));
    dissolve_->setRange(0.05, kLongestDissolve.value);
    dissolve_->setSingleStep(0.1);
    dissolve_->setSuffix(tr(" s"));
    blend_ = named(new QSpinBox, "blendSpinBox", tr("How long the text blends over"));
    blend_->setRange(-1, static_cast<int>(kMostBlendLatents));
    blend_->setSpecialValueText(tr("as the model"));
    blend_->setToolTip(tr(
        "How many steps of the picture stream the text takes to change from the shot before to this one; 0: at once"));
    seamCaption_ = caption(QString());
    grid->addWidget(field(tr("&Length"), seconds_), 0, 0);
    grid->addWidget(field(tr("Fr&ames"), frames_), 0, 1);
    grid->addWidget(legal_, 1, 0, 1, 2);
    grid->addWidget(field(tr("Sea&m"), seam_), 2, 0);
    auto* strength = new QWidget;
    auto* column = new QVBoxLayout(strength);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace1);
    column->addWidget(seamCaption_);
    column->addWidget(dissolve_);
    column->addWidget(blend_);
    column->addStretch(1);
    grid->addWidget(strength, 2, 1);
    return box;
}

QWidget* ShotInspector::buildSeed() {
    auto* box = new QWidget;
    QGridLayout* grid = evenGrid(box);
    seed_ = named(new QSpinBox, "seedSpinBox", tr("Seed"));
    seed_->setRange(-1, std::numeric_limits<int>::max());
    seed_->setSpecialValueText(tr("from the film"));
    seed_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    seedLock_ = named(new QToolButton, "seedLockButton", tr("Lock seed"));
    seedLock_->setCheckable(true);
    seedLock_->setToolTip(tr("Locked: this shot keeps its own seed"));
    seedDice_ = named(new QToolButton, "seedDiceButton", tr("New seed"));
    seedDice_->setIcon(theme_.icon(QStringLiteral("dice")));
    seedDice_->setToolTip(tr("Roll a new seed"));
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kSpace1);
    line->addWidget(seed_, 1);
    line->addWidget(seedLock_);
    line->addWidget(seedDice_);
    camera_ = named(new QComboBox, "cameraComboBox", tr("Camera"));
    camera_->setEditable(true);
    camera_->setInsertPolicy(QComboBox::NoInsert);
    camera_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    camera_->setMinimumContentsLength(8);
    camera_->addItem(tr("as the text says"), QString());
    grid->addWidget(field(tr("See&d"), row), 0, 0, 1, 2);
    grid->addWidget(field(tr("&Camera"), camera_), 1, 0, 1, 2);
    return box;
}

QWidget* ShotInspector::buildPictures() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace1);
    auto* row = new QHBoxLayout;
    row->addWidget(caption(tr("Keyframes: drop pictures here")), 1);
    addKeyframe_ = named(new QToolButton, "addKeyframeButton", tr("Add keyframe picture"));
    addKeyframe_->setIcon(theme_.icon(QStringLiteral("add")));
    addKeyframe_->setToolTip(tr("Add keyframe picture"));
    removeKeyframe_ = named(new QToolButton, "removeKeyframeButton", tr("Remove keyframe"));
    removeKeyframe_->setIcon(theme_.icon(QStringLiteral("delete")));
    removeKeyframe_->setToolTip(tr("Remove keyframe"));
    row->addWidget(addKeyframe_);
    row->addWidget(removeKeyframe_);
    column->addLayout(row);
    keyframes_ = named(new QListWidget, "keyframesList", tr("Keyframes"));
    keyframes_->setFixedHeight(72);
    column->addWidget(keyframes_);
    column->addSpacing(kSpace2);
    narration_ = named(textBox(2, tr("What a voice says over this shot")), "narrationEdit", tr("Narration"));
    column->addWidget(field(tr("&Narration"), narration_));
    column->addSpacing(kSpace2);
    notes_ = named(textBox(2, tr("For you alone; never part of the picture")), "notesEdit", tr("Notes"));
    column->addWidget(field(tr("N&otes"), notes_));
    return box;
}

QWidget* ShotInspector::buildAdvanced() {
    auto* box = new QWidget;
    QGridLayout* grid = evenGrid(box);
    negative_ = named(textBox(2, tr("What should not be seen")), "negativeEdit", tr("Negative text"));
    steps_ = named(new QSpinBox, "stepsSpinBox", tr("Sampling steps"));
    steps_->setRange(0, static_cast<int>(kSteps.most));
    steps_->setSpecialValueText(tr("as the film"));
    steps_->setToolTip(tr("How often the picture is refined; more takes longer"));
    guidance_ = named(new QDoubleSpinBox, "guidanceSpinBox", tr("Guidance"));
    guidance_->setRange(-1, kGuidances.most);
    guidance_->setSingleStep(0.5);
    guidance_->setDecimals(1);
    guidance_->setSpecialValueText(tr("as the film"));
    guidance_->setToolTip(tr("How strictly the picture follows the text (CFG scale)"));
    context_ = named(new QSpinBox, "contextSpinBox", tr("Context latents"));
    context_->setRange(0, static_cast<int>(kMostContextLatents));
    context_->setSpecialValueText(tr("as the model"));
    context_->setToolTip(tr("How many of the last latents of the shot before this one are seen when continuing"));
    loop_ = named(new QCheckBox(tr("End meets beginning")), "loopCheckBox", tr("End meets beginning"));
    pinned_ = named(new QCheckBox(tr("Pin: keep the take although out of date")), "pinCheckBox", tr("Pin take"));
    grid->addWidget(field(tr("Ne&gative text"), negative_), 0, 0, 1, 2);
    grid->addWidget(field(tr("S&teps"), steps_), 1, 0);
    grid->addWidget(field(tr("G&uidance"), guidance_), 1, 1);
    grid->addWidget(field(tr("Conte&xt"), context_), 2, 0);
    grid->addWidget(loop_, 3, 0, 1, 2);
    grid->addWidget(pinned_, 4, 0, 1, 2);
    return box;
}

} // namespace longtake::ui
