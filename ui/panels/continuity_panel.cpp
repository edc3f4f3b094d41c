// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/continuity_panel.h"

#include "ui/bridge/qt_convert.h"
#include "ui/document/film_session.h"
#include "ui/document/project_document.h"
#include "ui/document/selection.h"
#include "ui/panels/form.h"
#include "ui/panels/shot_list_model.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timecode.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QTableView>

#include <algorithm>
#include <array>

namespace longtake::ui {

namespace {

constexpr double kGoodRatio = 1.2; ///< a continuing seam up to here is not seen
constexpr double kLegendHeight = 18;

SeamKind kindOf(const std::string& kind) {
    return kind == "continue" ? SeamKind::Continue : kind == "cut" ? SeamKind::Cut : SeamKind::Dissolve;
}

struct Curve {
    QString name;
    double FrameFigures::*figure;
    QColor color;
    Qt::PenStyle style;
};

} // namespace

SeamModel::SeamModel(const ProjectDocument& document, QObject* parent)
    : QAbstractTableModel(parent)
    , document_(document) {}

void SeamModel::setSeams(std::vector<SeamFigures> seams) {
    std::stable_sort(seams.begin(), seams.end(), [](const SeamFigures& a, const SeamFigures& b) {
        const bool aContinues = a.kind == "continue";
        const bool bContinues = b.kind == "continue";
        return aContinues != bContinues ? aContinues : a.ratio > b.ratio;
    });
    beginResetModel();
    seams_ = std::move(seams);
    endResetModel();
}

int SeamModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(seams_.size());
}

int SeamModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SeamModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) {
        return {};
    }
    const SeamFigures& seam = seamAt(index.row());
    const QLocale locale;
    switch (index.column()) {
    case Where: return timecode(seam.frame, document_.project().frame_rate);
    case Kind: return seamText(kindOf(seam.kind));
    case Ratio:
        return seam.kind == "continue" && seam.ratio > kGoodRatio
                   ? tr("%1 visible").arg(locale.toString(seam.ratio, 'f', 2))
                   : locale.toString(seam.ratio, 'f', 2);
    case Warped: return locale.toString(seam.warped_ratio, 'f', 2);
    case Jump: return locale.toString(seam.lab_jump, 'f', 1);
    default: return {};
    }
}

QVariant SeamModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const bool isTip = role == Qt::ToolTipRole;
    switch (section) {
    case Where: return isTip ? tr("First frame behind the seam") : tr("Place");
    case Kind: return tr("Seam");
    case Ratio:
        return isTip ? tr("Change across the seam against the change around it; 1 is as smooth as the shot itself")
                     : tr("Ratio");
    case Warped: return isTip ? tr("The same for what motion does not explain") : tr("Residual");
    case Jump: return isTip ? tr("Jump of the mean colour (CIE Lab)") : tr("Colour");
    default: return {};
    }
}

DriftCurves::DriftCurves(const Selection& selection, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , selection_(selection)
    , theme_(theme) {
    setObjectName(QStringLiteral("driftCurves"));
    setAccessibleName(tr("Drift along the film"));
    setMinimumHeight(90);
    setLayoutDirection(Qt::LeftToRight); // time runs to the right in every script
    connect(&selection_, &Selection::playheadChanged, this, qOverload<>(&QWidget::update));
}

void DriftCurves::setFilm(std::shared_ptr<const MeasuredFilm> film) {
    film_ = std::move(film);
    update();
}

void DriftCurves::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Palette& palette = theme_.palette();
    painter.fillRect(rect(), palette.raised);
    if (!film_ || film_->series.frames.size() < 2) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& frames = film_->series.frames;
    const QRectF plot = QRectF(rect()).adjusted(8, kLegendHeight + 4, -8, -6);
    const double step = plot.width() / static_cast<double>(frames.size() - 1);
    painter.setPen(QPen(palette.line, 1, Qt::DashLine));
    for (const SeamFigures& seam : film_->report.seams) {
        const double x = plot.left() + static_cast<double>(seam.frame) * step;
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    const std::array<Curve, 3> curves = {Curve{tr("Light"), &FrameFigures::lightness, palette.text, Qt::SolidLine},
                                         Curve{tr("Saturation"), &FrameFigures::saturation, palette.busy, Qt::DashLine},
                                         Curve{tr("Sharpness"), &FrameFigures::sharpness, palette.stale, Qt::DotLine}};
    double legend = plot.left();
    for (const Curve& curve : curves) {
        double least = frames.front().*curve.figure;
        double most = least;
        for (const FrameFigures& frame : frames) {
            least = std::min(least, frame.*curve.figure);
            most = std::max(most, frame.*curve.figure);
        }
        const double range = std::max(1e-9, most - least);
        QPolygonF line;
        for (size_t i = 0; i < frames.size(); ++i) {
            line.append(QPointF(plot.left() + static_cast<double>(i) * step,
                                plot.bottom() - (frames[i].*curve.figure - least) / range * plot.height()));
        }
        painter.setPen(QPen(curve.color, 1.5, curve.style));
        painter.drawPolyline(line);
        painter.drawLine(QPointF(legend, 11), QPointF(legend + 18, 11));
        painter.setPen(palette.muted);
        painter.drawText(QPointF(legend + 23, 15), curve.name);
        legend += 41 + QFontMetricsF(painter.font()).horizontalAdvance(curve.name);
    }
    const double x = plot.left() + static_cast<double>(selection_.playhead()) * step;
    painter.fillRect(QRectF(x - 0.75, plot.top(), 1.5, plot.height()), palette.accent);
}

void DriftCurves::mousePressEvent(QMouseEvent* event) {
    if (film_ && film_->series.frames.size() > 1) {
        const double share = std::clamp((event->position().x() - 8) / std::max(1, width() - 16), 0.0, 1.0);
        Q_EMIT seekRequested(qRound64(share * static_cast<double>(film_->series.frames.size() - 1)));
    }
}

ContinuityPanel::ContinuityPanel(const ProjectDocument& document,
                                 const FilmSession& session,
                                 const Selection& selection,
                                 const Theme& theme,
                                 QWidget* parent)
    : QWidget(parent)
    , document_(document)
    , session_(session)
    , measure_(new FilmMeasure(this))
    , model_(new SeamModel(document, this))
    , curves_(new DriftCurves(selection, theme))
    , table_(named(new QTableView, "seamTable", tr("Seams, the worst first")))
    , summary_(note(tr("Measure the film to see where its colours drift and which seams can be seen.")))
    , start_(named(new QPushButton(tr("&Measure film")), "measureButton", tr("Measure film"))) {
    setObjectName(QStringLiteral("continuityPanel"));
    table_->setModel(model_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setShowGrid(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table_->setMinimumWidth(420);
    auto* top = new QHBoxLayout;
    top->addWidget(summary_, 1);
    top->addWidget(start_);
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace3);
    row->addWidget(curves_, 3);
    row->addWidget(table_, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace3, kSpace2, kSpace3, kSpace2);
    column->setSpacing(kSpace2);
    column->addLayout(top);
    column->addLayout(row, 1);
    connect(start_, &QPushButton::clicked, this, [this] { measure(); });
    connect(measure_, &FilmMeasure::progressed, this,
            [this](double share) { summary_->setText(tr("Measuring: %1 %").arg(qRound(share * 100))); });
    connect(measure_, &FilmMeasure::failed, this, [this](const QString& message, const QString& hint) {
        start_->setEnabled(true);
        summary_->setText(hint.isEmpty() ? message : QStringLiteral("%1 %2").arg(message, hint));
    });
    connect(measure_, &FilmMeasure::finished, this,
            [this](const std::shared_ptr<const MeasuredFilm>& film) { show(film); });
    connect(curves_, &DriftCurves::seekRequested, this, &ContinuityPanel::seekRequested);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (index.isValid()) {
            Q_EMIT seekRequested(model_->seamAt(index.row()).frame);
        }
    });
    connect(table_, &QTableView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT inspectRequested(model_->seamAt(index.row()).frame); });
    connect(&document_, &ProjectDocument::replaced, this, [this] { showEmpty(); });
    showEmpty();
}

void ContinuityPanel::showEmpty() {
    measured_.clear();
    model_->setSeams({});
    curves_->setFilm(nullptr);
    curves_->hide();
    table_->hide();
    summary_->setText(tr("Measure the film to see where its colours drift and which seams can be seen."));
}

void ContinuityPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (const auto now = segments(); !now.empty() && now != measured_) {
        measure();
    }
}

std::vector<std::filesystem::path> ContinuityPanel::segments() const {
    std::vector<std::filesystem::path> segments;
    for (const Shot& shot : document_.project().shots) {
        const QString video = session_.videoOf(shot);
        if (video.isEmpty()) {
            return {};
        }
        segments.push_back(toPath(video));
    }
    return segments;
}

void ContinuityPanel::measure() {
    measured_ = segments();
    if (measured_.empty()) {
        summary_->setText(tr("Every shot needs a picture first: render the missing ones."));
        return;
    }
    start_->setEnabled(false);
    measure_->start(document_.timeline(), seamPlaces(document_.project(), document_.timeline()), measured_,
                    document_.project().size, document_.project().frame_rate);
}

void ContinuityPanel::show(const std::shared_ptr<const MeasuredFilm>& film) {
    start_->setEnabled(true);
    curves_->show();
    table_->show();
    model_->setSeams(film->report.seams);
    curves_->setFilm(film);
    std::vector<double> ratios;
    for (const SeamFigures& seam : film->report.seams) {
        if (seam.kind == "continue") {
            ratios.push_back(seam.ratio);
        }
    }
    const QString seams =
        ratios.empty() ? tr("No continuing seams.")
                       : tr("Continuing seams: ratio %1 in the middle.").arg(locale().toString(median(ratios), 'f', 2));
    summary_->setText(tr("%1 Colour drift %2, sharpness ×%3, flicker %4.")
                          .arg(seams, locale().toString(film->report.drift.delta_e, 'f', 1),
                               locale().toString(film->report.drift.sharpness_ratio, 'f', 2),
                               locale().toString(film->report.flicker, 'f', 3)));
}

} // namespace longtake::ui
