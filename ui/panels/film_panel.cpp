// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/film_panel.h"

#include "core/project/limits.h"
#include "ui/bridge/qt_convert.h"
#include "ui/document/film_editor.h"
#include "ui/document/project_document.h"
#include "ui/panels/form.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <limits>

namespace longtake::ui {

namespace {

template <typename Box> void showText(Box* box, const std::string& text);

template <> void showText(QLineEdit* box, const std::string& text) {
    if (box->text() != toQt(text)) {
        box->setText(toQt(text));
    }
}

template <> void showText(QPlainTextEdit* box, const std::string& text) {
    if (box->toPlainText() != toQt(text)) {
        box->setPlainText(toQt(text));
    }
}

QPlainTextEdit* textBox(const QString& placeholder) {
    auto* box = new QPlainTextEdit;
    box->setTabChangesFocus(true);
    box->setPlaceholderText(placeholder);
    box->setFixedHeight(box->fontMetrics().lineSpacing() * 3 + 18);
    return box;
}

} // namespace

FilmPanel::FilmPanel(const ProjectDocument& document, FilmEditor& editor, QWidget* parent)
    : QScrollArea(parent)
    , document_(document)
    , editor_(editor) {
    setObjectName(QStringLiteral("filmPanel"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    build();
    connectFields();
    connect(&document_, &ProjectDocument::changed, this, [this] { refresh(); });
    refresh();
}

void FilmPanel::build() {
    title_ = named(new QLineEdit, "titleEdit", tr("Title of the film"));
    model_ = named(new QComboBox, "modelComboBox", tr("Model"));
    model_->setEditable(true);
    model_->setInsertPolicy(QComboBox::NoInsert);
    width_ = named(new QSpinBox, "widthSpinBox", tr("Width in pixels"));
    height_ = named(new QSpinBox, "heightSpinBox", tr("Height in pixels"));
    for (QSpinBox* side : {width_, height_}) {
        side->setRange(static_cast<int>(kSides.least), static_cast<int>(kSides.most));
        side->setSingleStep(static_cast<int>(kSideStep));
        side->setKeyboardTracking(false);
    }
    rate_ = named(new QComboBox, "rateComboBox", tr("Frames per second"));
    rate_->setEditable(true);
    rate_->addItems({QStringLiteral("8"), QStringLiteral("12"), QStringLiteral("16"), QStringLiteral("24"),
                     QStringLiteral("25"), QStringLiteral("30")});
    seed_ = named(new QSpinBox, "filmSeedSpinBox", tr("Seed of the film"));
    seed_->setRange(0, std::numeric_limits<int>::max());
    seed_->setKeyboardTracking(false);
    style_ =
        named(textBox(tr("Added to the text of every shot: light, lens, materials, mood")), "lookEdit", tr("Look"));
    negative_ =
        named(textBox(tr("What should not be seen in any shot")), "filmNegativeEdit", tr("Negative text of the film"));
    steps_ = named(new QSpinBox, "filmStepsSpinBox", tr("Sampling steps of the film"));
    steps_->setRange(0, static_cast<int>(kSteps.most));
    steps_->setSpecialValueText(tr("as the model"));
    guidance_ = named(new QDoubleSpinBox, "filmGuidanceSpinBox", tr("Guidance of the film"));
    guidance_->setRange(-1, kGuidances.most);
    guidance_->setDecimals(1);
    guidance_->setSingleStep(0.5);
    guidance_->setSpecialValueText(tr("as the model"));
    drift_ = named(new QDoubleSpinBox, "driftHelpSpinBox", tr("Drift help"));
    drift_->setRange(0, 1);
    drift_->setSingleStep(0.1);
    drift_->setSpecialValueText(tr("off"));
    drift_->setToolTip(tr("Pulls colours of a long chain back towards its beginning"));

    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(kSpace3, kSpace3, kSpace3, kSpace4);
    column->setSpacing(kSpace3);
    column->addWidget(field(tr("&Title"), title_));
    column->addWidget(field(tr("&Look of the film"), style_));
    column->addWidget(field(tr("Ne&gative text"), negative_));
    column->addWidget(separator());
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kSpace2);
    grid->setVerticalSpacing(kSpace2);
    grid->addWidget(field(tr("&Model"), model_), 0, 0, 1, 2);
    grid->addWidget(field(tr("&Width"), width_), 1, 0);
    grid->addWidget(field(tr("He&ight"), height_), 1, 1);
    grid->addWidget(field(tr("Fr&ames per second"), rate_), 2, 0);
    grid->addWidget(field(tr("See&d"), seed_), 2, 1);
    grid->addWidget(field(tr("Steps"), steps_), 3, 0);
    grid->addWidget(field(tr("G&uidance"), guidance_), 3, 1);
    grid->addWidget(field(tr("Drift help"), drift_), 4, 0);
    column->addLayout(grid);
    column->addStretch(1);
    setWidget(page);
}

void FilmPanel::change(const char* field, const QString& text, const std::function<void(Project&)>& change) {
    if (!isRefreshing_) {
        editor_.changeFilm(text, QStringLiteral("film:%1").arg(QLatin1String(field)), change);
    }
}

void FilmPanel::connectFields() {
    connect(title_, &QLineEdit::textEdited, this, [this](const QString& text) {
        change("title", tr("change title"), [&](Project& film) { film.title = toCore(text); });
    });
    connect(style_, &QPlainTextEdit::textChanged, this, [this] {
        change("style", tr("change look"), [this](Project& film) { film.look.style = toCore(style_->toPlainText()); });
    });
    connect(negative_, &QPlainTextEdit::textChanged, this, [this] {
        change("negative", tr("edit negative text"),
               [this](Project& film) { film.look.negative = toCore(negative_->toPlainText()); });
    });
    const auto takeModel = [this] {
        const int index = model_->findText(model_->currentText());
        const QString name = index >= 0 ? model_->itemData(index).toString() : model_->currentText().trimmed();
        if (!name.isEmpty() && toCore(name) != document_.project().model) {
            change("model", tr("change model"), [&](Project& film) { film.model = toCore(name); });
        }
    };
    connect(model_, &QComboBox::activated, this, takeModel);
    connect(model_->lineEdit(), &QLineEdit::editingFinished, this, takeModel);
    const auto takeSize = [this] {
        change("size", tr("change size"), [this](Project& film) {
            film.size = Size{width_->value(), height_->value()};
        });
    };
    connect(width_, &QSpinBox::valueChanged, this, takeSize);
    connect(height_, &QSpinBox::valueChanged, this, takeSize);
    const auto takeRate = [this] {
        const Result<FrameRate> rate = parse_frame_rate(toCore(rate_->currentText()));
        if (rate && !(*rate == document_.project().frame_rate)) {
            change("rate", tr("change frame rate"), [&](Project& film) { film.frame_rate = *rate; });
        }
        refresh();
    };
    connect(rate_, &QComboBox::activated, this, takeRate);
    connect(rate_->lineEdit(), &QLineEdit::editingFinished, this, takeRate);
    connect(seed_, &QSpinBox::valueChanged, this, [this](int seed) {
        change("seed", tr("change seed of the film"), [seed](Project& film) { film.seed = seed; });
    });
    connect(steps_, &QSpinBox::valueChanged, this,
            [this](int steps) { change("steps", tr("change steps"), [steps](Project& film) { film.steps = steps; }); });
    connect(guidance_, &QDoubleSpinBox::valueChanged, this, [this](double guidance) {
        change("guidance", tr("change guidance"), [guidance](Project& film) { film.guidance = guidance; });
    });
    connect(drift_, &QDoubleSpinBox::valueChanged, this, [this](double share) {
        change("drift", tr("change drift help"), [share](Project& film) { film.drift_help = share; });
    });
}

void FilmPanel::refresh() {
    isRefreshing_ = true;
    const Project& film = document_.project();
    showText(title_, film.title);
    showText(style_, film.look.style);
    showText(negative_, film.look.negative);
    const int model = model_->findData(toQt(film.model));
    if (model >= 0) {
        model_->setCurrentIndex(model);
    } else {
        model_->setEditText(toQt(film.model));
    }
    width_->setValue(static_cast<int>(film.size.width));
    height_->setValue(static_cast<int>(film.size.height));
    if (!rate_->lineEdit()->hasFocus()) {
        rate_->setEditText(toQt(to_string(film.frame_rate)));
    }
    seed_->setValue(static_cast<int>(std::min<int64_t>(film.seed, seed_->maximum())));
    steps_->setValue(static_cast<int>(film.steps));
    guidance_->setValue(film.guidance < 0 ? -1.0 : film.guidance);
    drift_->setValue(film.drift_help);
    isRefreshing_ = false;
}

void FilmPanel::setModels(const std::vector<ModelCard>& models) {
    isRefreshing_ = true;
    model_->clear();
    for (const ModelCard& facts : models) {
        model_->addItem(facts.name, facts.calledInFilms);
    }
    isRefreshing_ = false;
    refresh();
}

} // namespace longtake::ui
