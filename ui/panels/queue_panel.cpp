// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/queue_panel.h"

#include "ui/bridge/render_queue.h"
#include "ui/main_window/actions.h"
#include "ui/panels/form.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timecode.h"

#include <QAction>
#include <QHeaderView>
#include <QPainter>
#include <QPainterPath>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTime>
#include <QToolButton>

#include <algorithm>

namespace longtake::ui {

namespace {

constexpr int kMostTakes = 64; ///< of the worker's protocol

/// The share done as a thin bar under the cell's text.
class ProgressDelegate : public QStyledItemDelegate {
public:
    ProgressDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , theme_(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        const double done = index.data(Qt::UserRole).toDouble();
        const QRectF bar(option.rect.left() + 4, option.rect.bottom() - 4, option.rect.width() - 8, 2);
        painter->fillRect(bar, theme_.palette().line);
        painter->fillRect(QRectF(bar.left(), bar.top(), bar.width() * done, bar.height()), theme_.palette().busy);
    }

private:
    const Theme& theme_;
};

} // namespace

StepGraph::StepGraph(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , theme_(theme) {
    setObjectName(QStringLiteral("stepGraph"));
    setAccessibleName(tr("Seconds per step"));
    setMinimumHeight(56);
}

void StepGraph::setSteps(std::vector<double> seconds) {
    seconds_ = std::move(seconds);
    if (!seconds_.empty()) {
        setAccessibleDescription(tr("last step %1 s").arg(locale().toString(seconds_.back(), 'f', 2)));
    }
    update();
}

void StepGraph::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Palette& palette = theme_.palette();
    painter.fillRect(rect(), palette.raised);
    if (seconds_.empty()) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const double most = std::max(1e-6, *std::max_element(seconds_.begin(), seconds_.end()));
    const double width = std::max(2.0, static_cast<double>(this->width()) / 200);
    double x = this->width() - static_cast<double>(seconds_.size()) * width;
    for (double seconds : seconds_) {
        const double height = seconds / most * (this->height() - 18);
        painter.fillRect(QRectF(x, this->height() - height, width - 1, height), palette.busy);
        x += width;
    }
    painter.setPen(palette.muted);
    painter.drawText(QRectF(6, 2, this->width() - 12, 14), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1 s a step").arg(locale().toString(seconds_.back(), 'f', seconds_.back() < 1 ? 2 : 1)));
}

QueuePanel::QueuePanel(RenderQueue& queue, const Theme& theme, const Actions& actions, QWidget* parent)
    : QWidget(parent)
    , queue_(queue)
    , table_(named(new QTableView, "queueTable", tr("Jobs")))
    , summary_(note(QString()))
    , graph_(new StepGraph(theme))
    , takes_(named(new QSpinBox, "jobTakesSpinBox", tr("How many takes the job makes")))
    , up_(named(new QToolButton, "jobUpButton", tr("Move job up")))
    , down_(named(new QToolButton, "jobDownButton", tr("Move job down")))
    , retry_(named(new QToolButton, "jobRetryButton", tr("Try job again")))
    , remove_(named(new QToolButton, "jobRemoveButton", tr("Remove job"))) {
    setObjectName(QStringLiteral("queuePanel"));
    table_->setModel(&queue_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setShowGrid(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().lineSpacing() + 16);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setMinimumSectionSize(40);
    table_->horizontalHeader()->setSectionResizeMode(RenderQueue::Title, QHeaderView::Stretch);
    table_->setColumnWidth(RenderQueue::State, 110);
    table_->setColumnWidth(RenderQueue::Progress, 56);
    table_->setColumnWidth(RenderQueue::TimeLeft, 56);
    table_->setItemDelegateForColumn(RenderQueue::Progress, new ProgressDelegate(theme, table_));
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace1);
    for (const char* id : {"render.pause", "render.stop_after", "render.abort", "render.abort_reseed"}) {
        auto* button = new QToolButton;
        button->setDefaultAction(actions.action(QLatin1String(id)));
        button->setObjectName(QStringLiteral("%1 button").arg(QLatin1String(id)));
        button->setAccessibleName(actions.plainText(QLatin1String(id)));
        row->addWidget(button);
    }
    row->addStretch(1);
    takes_->setRange(1, kMostTakes);
    takes_->setPrefix(QStringLiteral("× "));
    takes_->setToolTip(takes_->accessibleName());
    auto* jobRow = new QHBoxLayout;
    jobRow->setSpacing(kSpace1);
    jobRow->addWidget(takes_);
    jobRow->addStretch(1);
    for (QToolButton* button : {up_, down_, retry_, remove_}) {
        button->setToolTip(button->accessibleName());
        jobRow->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace2, kSpace2, kSpace2, kSpace2);
    column->setSpacing(kSpace2);
    column->addWidget(summary_);
    column->addLayout(row);
    column->addWidget(table_, 1);
    column->addLayout(jobRow);
    column->addWidget(graph_);
    const auto setIcons = [this, &theme] {
        up_->setIcon(theme.icon(QStringLiteral("up")));
        down_->setIcon(theme.icon(QStringLiteral("down")));
        retry_->setIcon(theme.icon(QStringLiteral("retry")));
        remove_->setIcon(theme.icon(QStringLiteral("delete")));
    };
    setIcons();
    connect(&theme, &Theme::changed, this, setIcons);
    connect(takes_, &QSpinBox::valueChanged, this, [this](int takes) { queue_.setTakes(this->row(), takes); });
    connect(up_, &QToolButton::clicked, this, [this] { queue_.move(this->row(), -1); });
    connect(down_, &QToolButton::clicked, this, [this] { queue_.move(this->row(), 1); });
    connect(retry_, &QToolButton::clicked, this, [this] { queue_.retry(this->row()); });
    connect(remove_, &QToolButton::clicked, this, [this] { queue_.remove(this->row()); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { refresh(); });
    connect(&queue_, &RenderQueue::jobsChanged, this, [this] { refresh(); });
    connect(&queue_, &RenderQueue::progressed, this, [this] { refresh(); });
    refresh();
}

int QueuePanel::row() const {
    return table_->currentIndex().row();
}

void QueuePanel::refresh() {
    const auto& jobs = queue_.jobs();
    const bool hasRow = row() >= 0 && row() < static_cast<int>(jobs.size());
    const RenderJob* job = hasRow ? &jobs[static_cast<size_t>(row())] : nullptr;
    up_->setEnabled(job != nullptr && job->state == JobState::Waiting);
    down_->setEnabled(up_->isEnabled());
    const QSignalBlocker blocker(takes_);
    takes_->setVisible(up_->isEnabled());
    takes_->setValue(job == nullptr ? 1 : static_cast<int>(job->takes));
    retry_->setEnabled(job != nullptr && job->isOver());
    remove_->setEnabled(job != nullptr);
    const RenderJob* running = queue_.running();
    graph_->setSteps(running == nullptr ? std::vector<double>() : running->stepSeconds);
    graph_->setVisible(running != nullptr);
    const double left = queue_.secondsLeft();
    if (jobs.empty()) {
        summary_->setText(tr("Nothing to do. Press Render, and go on writing while it works."));
    } else if (queue_.openCount() == 0) {
        summary_->setText(tr("All jobs are over."));
    } else if (left > 0) {
        const QTime end = QTime::currentTime().addSecs(static_cast<int>(left));
        summary_->setText(tr("%n job(s) · %1 left · done at about %2", nullptr, queue_.openCount())
                              .arg(clockText(left), locale().toString(end, QLocale::ShortFormat)));
    } else {
        summary_->setText(tr("%n job(s)", nullptr, queue_.openCount()));
    }
}

} // namespace longtake::ui
