// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/takes_panel.h"

#include "ui/bridge/qt_convert.h"
#include "ui/document/film_editor.h"
#include "ui/document/film_session.h"
#include "ui/document/project_document.h"
#include "ui/document/selection.h"
#include "ui/main_window/actions.h"
#include "ui/panels/form.h"
#include "ui/panels/take_delegate.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timecode.h"

#include <QAction>
#include <QListView>
#include <QToolButton>

#include <algorithm>

namespace longtake::ui {

namespace {

constexpr int kMostStars = 5;

void addDifference(QStringList& lines, const QString& what, const QString& one, const QString& other) {
    if (one != other) {
        lines.append(
            QStringLiteral("%1: %2 → %3")
                .arg(what, one.isEmpty() ? QStringLiteral("–") : one, other.isEmpty() ? QStringLiteral("–") : other));
    }
}

} // namespace

QString differenceText(const Receipt& one, const Receipt& other) {
    QStringList lines;
    const ShotRecipe& a = one.recipe;
    const ShotRecipe& b = other.recipe;
    addDifference(lines, TakesPanel::tr("Text"), toQt(a.prompt), toQt(b.prompt));
    addDifference(lines, TakesPanel::tr("Negative text"), toQt(a.negative), toQt(b.negative));
    addDifference(lines, TakesPanel::tr("Model"), toQt(a.model), toQt(b.model));
    addDifference(lines, TakesPanel::tr("Seed"), QString::number(a.seed), QString::number(b.seed));
    addDifference(lines, TakesPanel::tr("Steps"), QString::number(a.steps), QString::number(b.steps));
    addDifference(lines, TakesPanel::tr("Guidance"), QString::number(a.guidance), QString::number(b.guidance));
    addDifference(lines, TakesPanel::tr("Size"), toQt(to_string(a.size)), toQt(to_string(b.size)));
    addDifference(lines, TakesPanel::tr("Frames"), QString::number(a.frames.value), QString::number(b.frames.value));
    addDifference(lines, TakesPanel::tr("Continues take"), toQt(one.continues_from.value),
                  toQt(other.continues_from.value));
    addDifference(lines, TakesPanel::tr("Made on"), toQt(one.made_with.device), toQt(other.made_with.device));
    return lines.join(QLatin1Char('\n'));
}

TakesModel::TakesModel(const ProjectDocument& document,
                       const FilmSession& session,
                       const Selection& selection,
                       QObject* parent)
    : QAbstractListModel(parent)
    , document_(document)
    , session_(session)
    , selection_(selection) {
    connect(&document_, &ProjectDocument::changed, this, [this] { follow(); });
    connect(&session_, &FilmSession::takesChanged, this, [this] { follow(); });
    connect(&selection_, &Selection::shotsChanged, this, [this] { follow(); });
    follow();
}

void TakesModel::follow() {
    std::vector<TakeId> rows;
    for (const Receipt* take : session_.takesOf(selection_.current())) {
        rows.push_back(take->take);
    }
    if (rows == rows_ && shot_ == selection_.current()) {
        if (!rows_.empty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    shot_ = selection_.current();
    endResetModel();
}

int TakesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

TakeId TakesModel::takeAt(int row) const {
    return row >= 0 && row < rowCount() ? rows_[static_cast<size_t>(row)] : TakeId{};
}

int TakesModel::rowOf(const TakeId& take) const {
    const auto found = std::find(rows_.begin(), rows_.end(), take);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

QVariant TakesModel::data(const QModelIndex& index, int role) const {
    const Receipt* receipt = session_.takes().find(takeAt(index.row()));
    if (!index.isValid() || receipt == nullptr) {
        return {};
    }
    const Shot* shot = document_.project().find(shot_);
    const bool isChosen = shot != nullptr && shot->chosen_take == receipt->take;
    const auto rating = document_.project().ratings.find(receipt->take);
    const int stars = rating == document_.project().ratings.end() ? 0 : static_cast<int>(rating->second.stars);
    switch (role) {
    case Qt::DisplayRole: return tr("Take %1").arg(receipt->serial);
    case Qt::AccessibleTextRole:
        return tr("Take %1, seed %2, %3 of 5 stars%4")
            .arg(QString::number(receipt->serial), QString::number(receipt->recipe.seed), QString::number(stars),
                 isChosen ? tr(", chosen") : QString());
    case Qt::ToolTipRole:
        return tr("Take %1 · seed %2 · %3 steps · made in %4")
            .arg(receipt->serial)
            .arg(receipt->recipe.seed)
            .arg(receipt->recipe.steps)
            .arg(clockText(receipt->render_s));
    case TakeRole: return toQt(receipt->take.value);
    case VideoRole: return session_.videoOf(receipt->take);
    case FramesRole: return static_cast<qint64>(receipt->recipe.frames.value);
    case RateRole: return document_.project().frame_rate.per_second();
    case ThumbnailRole: return session_.thumbnailOf(receipt->take);
    case StarsRole: return stars;
    case ChosenRole: return isChosen;
    default: return {};
    }
}

TakesPanel::TakesPanel(const ProjectDocument& document,
                       FilmEditor& editor,
                       FilmSession& session,
                       const Selection& selection,
                       const Theme& theme,
                       const Actions& actions,
                       QWidget* parent)
    : QWidget(parent)
    , document_(document)
    , editor_(editor)
    , session_(session)
    , model_(new TakesModel(document, session, selection, this))
    , grid_(named(new QListView, "takesGrid", tr("Takes of the shot")))
    , empty_(note(tr("No takes yet. Render the shot to see it here; render again for another one.")))
    , details_(note(QString()))
    , bar_(new QWidget)
    , choose_(named(new QToolButton, "chooseTakeButton", tr("Choose take")))
    , remove_(named(new QToolButton, "deleteTakeButton", tr("Delete take"))) {
    setObjectName(QStringLiteral("takesPanel"));
    grid_->setModel(model_);
    grid_->setItemDelegate(new TakeDelegate(theme, *grid_));
    grid_->setViewMode(QListView::IconMode);
    grid_->setResizeMode(QListView::Adjust);
    grid_->setMovement(QListView::Static);
    grid_->setUniformItemSizes(true);
    auto* row = new QHBoxLayout(bar_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    choose_->setText(tr("Choose"));
    choose_->setToolTip(tr("Show this take in the film (Enter)"));
    remove_->setToolTip(tr("Delete this take; undo brings it back"));
    row->addWidget(choose_);
    for (int star = 1; star <= kMostStars; ++star) {
        auto* button = named(new QToolButton, "starButton", tr("%n star(s)", nullptr, star));
        button->setToolTip(button->accessibleName());
        button->setFixedWidth(26);
        connect(button, &QToolButton::clicked, this, [this, star] { rate(star); });
        stars_.push_back(button);
        row->addWidget(button);
    }
    row->addStretch(1);
    row->addWidget(remove_);
    auto* another = named(new QToolButton, "newTakeButton", tr("New take with new seed"));
    another->setDefaultAction(actions.action(QStringLiteral("render.new_take")));
    another->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace2, kSpace2, kSpace2, kSpace2);
    column->setSpacing(kSpace2);
    empty_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(empty_, 1);
    column->addWidget(grid_, 1);
    column->addWidget(bar_);
    details_->setObjectName(QStringLiteral("takeDetailsLabel"));
    column->addWidget(details_);
    column->addWidget(another, 0, Qt::AlignLeft);
    const auto setIcons = [this, &theme] {
        remove_->setIcon(theme.icon(QStringLiteral("delete")));
        updateDetails();
        for (QToolButton* star : stars_) {
            star->setIcon(theme.icon(QStringLiteral("star")));
        }
    };
    connect(choose_, &QToolButton::clicked, this, [this] { session_.chooseTake(model_->shot(), marked()); });
    connect(grid_, &QListView::activated, this,
            [this](const QModelIndex& index) { session_.chooseTake(model_->shot(), model_->takeAt(index.row())); });
    connect(remove_, &QToolButton::clicked, this, [this] { editor_.deleteTake(model_->shot(), marked()); });
    connect(grid_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { updateDetails(); });
    connect(model_, &QAbstractItemModel::modelReset, this, [this] {
        const Shot* shot = document_.project().find(model_->shot());
        const int row = shot == nullptr ? -1 : model_->rowOf(shot->chosen_take);
        grid_->setCurrentIndex(model_->index(row < 0 ? 0 : row));
        updateDetails();
    });
    connect(model_, &QAbstractItemModel::dataChanged, this, [this] { updateDetails(); });
    connect(&theme, &Theme::changed, this, setIcons);
    setIcons();
}

TakeId TakesPanel::marked() const {
    return model_->takeAt(grid_->currentIndex().row());
}

void TakesPanel::rate(int stars) {
    const QModelIndex index = grid_->currentIndex();
    if (index.isValid()) {
        // The same star again takes the rating away.
        editor_.rateTake(marked(), index.data(TakesModel::StarsRole).toInt() == stars ? 0 : stars);
    }
}

void TakesPanel::updateDetails() {
    const bool hasTakes = model_->rowCount() > 0;
    empty_->setVisible(!hasTakes);
    grid_->setVisible(hasTakes);
    bar_->setVisible(hasTakes);
    const Receipt* one = session_.takes().find(marked());
    const Shot* shot = document_.project().find(model_->shot());
    const Receipt* chosen = shot == nullptr ? nullptr : session_.takes().find(shot->chosen_take);
    QString text;
    if (one != nullptr && chosen != nullptr && one != chosen) {
        const QString difference = differenceText(*chosen, *one);
        text = difference.isEmpty() ? tr("Made exactly like the chosen take.")
                                    : tr("Differs from the chosen take:\n%1").arg(difference);
    } else if (one != nullptr) {
        text = tr("Seed %1 · %2 steps · %3 frames")
                   .arg(one->recipe.seed)
                   .arg(one->recipe.steps)
                   .arg(one->recipe.frames.value);
    }
    details_->setText(text);
    choose_->setEnabled(one != nullptr && one != chosen);
}

} // namespace longtake::ui
