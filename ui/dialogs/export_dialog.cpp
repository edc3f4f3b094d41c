// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/export_dialog.h"

#include "ui/bridge/qt_convert.h"
#include "ui/document/film_session.h"
#include "ui/document/project_document.h"
#include "ui/document/selection.h"
#include "ui/document/shot_states.h"
#include "ui/panels/form.h"
#include "ui/timeline/timecode.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QStyle>

namespace longtake::ui {

namespace {

struct ExportPreset {
    const char* name;
    const char* purpose;
    int crf; ///< negative: as the takes are stored, so that unchanged shots are copied
    double scale;
    const char* speed;
};

constexpr ExportPreset kPresets[] = {
    {QT_TRANSLATE_NOOP("ExportDialog", "Master"),
     QT_TRANSLATE_NOOP("ExportDialog", "as rendered, unchanged shots are copied"), -1, 1.0, "medium"},
    {QT_TRANSLATE_NOOP("ExportDialog", "Web"), QT_TRANSLATE_NOOP("ExportDialog", "plays everywhere, good quality"), 20,
     1.0, "medium"},
    {QT_TRANSLATE_NOOP("ExportDialog", "Small"), QT_TRANSLATE_NOOP("ExportDialog", "for messages and drafts"), 28, 1.0,
     "slow"},
};

using enum ExportScope;

constexpr size_t kMostNumbers = 8; ///< numbers and spans of them that a line shows

/// "2–5, 8": ascending numbers as people write them.
QString numbersText(const std::vector<int>& numbers) {
    QStringList spans;
    for (size_t i = 0; i < numbers.size();) {
        size_t end = i;
        while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1) {
            ++end;
        }
        if (static_cast<size_t>(spans.size()) == kMostNumbers) {
            spans.append(QStringLiteral("…"));
            break;
        }
        spans.append(i == end ? QString::number(numbers[i])
                              : QStringLiteral("%1–%2").arg(numbers[i]).arg(numbers[end]));
        i = end + 1;
    }
    return spans.join(QStringLiteral(", "));
}

Size scaledTo(Size size, int64_t height) {
    const int64_t width = (size.width * height / size.height + 1) / 2 * 2;
    return {width, height};
}

} // namespace

ExportDialog::ExportDialog(const ProjectDocument& document,
                           const FilmSession& session,
                           const Selection& selection,
                           const ShotStates& states,
                           QWidget* parent)
    : QDialog(parent)
    , document_(document)
    , session_(session)
    , selection_(selection)
    , states_(states)
    , presets_(named(new QListWidget, "exportPresets", tr("Presets")))
    , what_(named(new QComboBox, "exportWhat", tr("What to export")))
    , size_(named(new QComboBox, "exportSize", tr("Size of the picture")))
    , quality_(named(new QSpinBox, "exportQuality", tr("Quality")))
    , file_(named(new QLineEdit, "exportFile", tr("File")))
    , price_(note(QString())) {
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export film"));
    for (const ExportPreset& preset : kPresets) {
        auto* item = new QListWidgetItem(QStringLiteral("%1\n%2").arg(tr(preset.name), tr(preset.purpose)), presets_);
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(tr(preset.name), tr(preset.purpose)));
    }
    presets_->setWordWrap(true);
    presets_->setFixedWidth(230);
    presets_->setSpacing(2);
    presets_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    what_->addItems({tr("Whole film"), tr("From In to Out"), tr("Each shot as a file")});
    const bool hasMarks = selection_.markIn() || selection_.markOut();
    what_->setCurrentIndex(static_cast<int>(hasMarks ? MarkedRange : WholeFilm));
    const Size film = document_.project().size;
    size_->addItem(tr("As the film (%1)").arg(toQt(to_string(film))), QSize(toQt(film)));
    for (int64_t height : {480, 720, 1080, 2160}) {
        const Size larger = scaledTo(film, height);
        size_->addItem(toQt(to_string(larger)), toQt(larger));
    }
    quality_->setRange(0, 51);
    quality_->setToolTip(tr("Constant rate factor: lower is better and larger; 18 looks like the original"));
    quality_->setSpecialValueText(tr("as rendered"));
    QString folder = document_.folder();
    if (folder.isEmpty()) {
        folder = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
    }
    file_->setText(QDir(folder).filePath(document_.displayTitle() + QStringLiteral(".mp4")));
    auto* browse = named(new QPushButton(tr("&Browse…")), "exportBrowse", tr("Choose file"));
    auto* fileRow = new QWidget;
    auto* line = new QHBoxLayout(fileRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(file_, 1);
    line->addWidget(browse);
    price_->setObjectName(QStringLiteral("exportPrice"));
    price_->setMinimumHeight(price_->fontMetrics().lineSpacing() * 5);
    price_->setAlignment(Qt::AlignTop);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    renderFirst_ = buttons->addButton(tr("&Render first, then export"), QDialogButtonBox::ActionRole);
    renderFirst_->setObjectName(QStringLiteral("exportRenderFirst"));
    export_ = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    export_->setObjectName(QStringLiteral("exportStart"));
    export_->setProperty("primary", true);
    auto* form = new QGridLayout;
    form->setSpacing(kSpace3);
    form->addWidget(field(tr("&What"), what_), 0, 0);
    form->addWidget(field(tr("&Size"), size_), 0, 1);
    form->addWidget(field(tr("&Quality"), quality_), 1, 0);
    form->addWidget(field(tr("&File"), fileRow), 2, 0, 1, 2);
    form->addWidget(price_, 3, 0, 1, 2);
    form->setRowStretch(4, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace4);
    row->addWidget(presets_);
    row->addLayout(form, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace4, kSpace4, kSpace4, kSpace4);
    column->setSpacing(kSpace4);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    resize(720, 380);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(renderFirst_, &QPushButton::clicked, this, [this] {
        rendersFirst_ = true;
        accept();
    });
    connect(browse, &QPushButton::clicked, this, [this] { chooseFile(); });
    connect(presets_, &QListWidget::currentRowChanged, this, [this] { takePreset(); });
    connect(what_, &QComboBox::currentIndexChanged, this, [this] { update(); });
    connect(size_, &QComboBox::currentIndexChanged, this, [this] { update(); });
    connect(quality_, &QSpinBox::valueChanged, this, [this] { update(); });
    connect(file_, &QLineEdit::textChanged, this, [this] { update(); });
    connect(&states_, &ShotStates::changed, this, [this] { update(); });
    connect(&states_, &ShotStates::shotChanged, this, [this] { update(); });
    connect(&session_, &FilmSession::takesChanged, this, [this] { update(); });
    presets_->setCurrentRow(0);
}

void ExportDialog::takePreset() {
    const ExportPreset& preset = kPresets[std::max(0, presets_->currentRow())];
    quality_->setValue(std::max(0, preset.crf));
    update();
}

void ExportDialog::chooseFile() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Export film"), file_->text(), tr("Films (*.mp4)"));
    if (!path.isEmpty()) {
        file_->setText(path);
    }
}

ExportScope ExportDialog::scope() const {
    return static_cast<ExportScope>(what_->currentIndex());
}

FrameRange ExportDialog::range() const {
    const int64_t last = std::max<int64_t>(0, document_.timeline().total_frames - 1);
    if (scope() != MarkedRange) {
        return {0, last};
    }
    return {std::min(last, selection_.markIn().value_or(0)), std::min(last, selection_.markOut().value_or(last))};
}

ExportOrder ExportDialog::order() const {
    ExportOrder order;
    order.target = file_->text();
    order.scope = scope();
    order.range = range();
    const QSize size = size_->currentData().toSize();
    order.size = Size{size.width(), size.height()};
    if (quality_->value() > 0) {
        order.settings = EncoderSettings{};
        order.settings->crf = quality_->value();
        order.settings->preset = kPresets[std::max(0, presets_->currentRow())].speed;
    }
    return order;
}

/// Which shots of the export do not show what the film asks for, and what rendering them would take.
QStringList ExportDialog::stateLines(bool& isMissing) {
    std::vector<int> missing;
    std::vector<int> outdated;
    double seconds = 0;
    unfinished_.clear();
    const FrameRange exported = range();
    const auto& shots = document_.project().shots;
    for (size_t i = 0; i < shots.size(); ++i) {
        const TimelineShot& place = document_.timeline().shots[i];
        if (place.start_frame > exported.last || place.start_frame + place.frames <= exported.first) {
            continue;
        }
        const ShotStatus status = states_.of(shots[i].id);
        const bool hasPicture = !session_.videoOf(shots[i]).isEmpty();
        if (hasPicture && (status.isPinned || status.state == RenderState::Fresh)) {
            continue;
        }
        (hasPicture ? outdated : missing).push_back(static_cast<int>(i) + 1);
        seconds += status.costSeconds;
        unfinished_.push_back(shots[i].id);
    }
    isMissing = !missing.empty();
    QStringList lines;
    if (!missing.empty()) {
        lines.append(tr("Shots without a picture: %1").arg(numbersText(missing)));
    }
    if (!outdated.empty()) {
        lines.append(tr("Shots out of date: %1").arg(numbersText(outdated)));
    }
    if (!unfinished_.empty()) {
        const QString count = tr("%n shot(s) can be rendered first", nullptr, static_cast<int>(unfinished_.size()));
        lines.append(seconds > 0 ? tr("%1, in about %2").arg(count, clockText(seconds)) : count);
    }
    return lines;
}

QString ExportDialog::sizeLine(int64_t frames) const {
    qint64 takeBytes = 0;
    for (const Shot& shot : document_.project().shots) {
        takeBytes += QFileInfo(session_.videoOf(shot)).size();
    }
    const double share =
        static_cast<double>(frames) / static_cast<double>(std::max<int64_t>(1, document_.timeline().total_frames));
    // Six steps of the rate factor halve the size; the takes are stored at the master's quality.
    const double shrink = quality_->value() == 0 ? 1.0 : std::pow(0.5, (quality_->value() - 12) / 6.0);
    const QSize size = size_->currentData().toSize();
    const Size film = document_.project().size;
    const double area =
        static_cast<double>(size.width()) * size.height() / static_cast<double>(film.width * film.height);
    return tr("About %1")
        .arg(locale().formattedDataSize(
            static_cast<qint64>(static_cast<double>(takeBytes) * share * shrink * std::sqrt(area))));
}

void ExportDialog::update() {
    const FrameRange exported = range();
    const int64_t frames = document_.timeline().total_frames == 0 ? 0 : exported.last - exported.first + 1;
    bool isMissing = false;
    QStringList lines = stateLines(isMissing);
    QString length = tr("%1 · %2 frames").arg(timecode(frames, document_.project().frame_rate)).arg(frames);
    if (!isMissing) {
        length = QStringLiteral("%1 · %2").arg(length, sizeLine(frames));
    }
    lines.prepend(length);
    if (QFileInfo::exists(file_->text()) && scope() != EachShot) {
        lines.append(tr("The file exists and will be replaced when the new one is whole."));
    }
    price_->setText(lines.join(QLatin1Char('\n')));
    const bool canStart = file_->text().endsWith(QLatin1String(".mp4"), Qt::CaseInsensitive) && frames > 0;
    renderFirst_->setVisible(!unfinished_.empty());
    renderFirst_->setEnabled(canStart);
    export_->setEnabled(canStart && !isMissing);
    const auto setPrimary = [](QPushButton* button, bool isPrimary) {
        if (button->property("primary").toBool() != isPrimary) {
            button->setProperty("primary", isPrimary);
            button->style()->polish(button); // the style sheet looks at it only now
        }
    };
    setPrimary(export_, !isMissing);
    setPrimary(renderFirst_, isMissing);
    (isMissing ? renderFirst_ : export_)->setDefault(true);
}

} // namespace longtake::ui
