// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/shot_list_view.h"

#include "ui/document/selection.h"
#include "ui/panels/shot_list_model.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QStyledItemDelegate>

#include <algorithm>

namespace longtake::ui {

namespace {

/// A combo box for the seam, a box with room for the text.
class ShotDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget*
    createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        if (index.column() == ShotListModel::Seam) {
            auto* box = new QComboBox(parent);
            for (SeamKind kind : {SeamKind::Continue, SeamKind::Cut, SeamKind::Dissolve}) {
                box->addItem(seamText(kind));
            }
            return box;
        }
        return QStyledItemDelegate::createEditor(parent, option, index);
    }

    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        if (auto* box = qobject_cast<QComboBox*>(editor)) {
            box->setCurrentIndex(index.data(Qt::EditRole).toInt());
            return;
        }
        QStyledItemDelegate::setEditorData(editor, index);
    }

    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
        if (const auto* box = qobject_cast<const QComboBox*>(editor)) {
            model->setData(index, box->currentIndex());
            return;
        }
        QStyledItemDelegate::setModelData(editor, model, index);
    }
};

} // namespace

ShotListView::ShotListView(ShotListModel& model, Selection& selection, QWidget* parent)
    : QTableView(parent)
    , model_(model)
    , selection_(selection) {
    setObjectName(QStringLiteral("shotListView"));
    setAccessibleName(tr("Shots"));
    setModel(&model_);
    setItemDelegate(new ShotDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked |
                    QAbstractItemView::AnyKeyPressed);
    setShowGrid(false);
    setWordWrap(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(300);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() * 2 + 12);
    horizontalHeader()->setMinimumSectionSize(32);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setSectionResizeMode(ShotListModel::Text, QHeaderView::Stretch);
    const int widths[] = {48, 0, 72, 104, 130, 110};
    for (int column = 0; column < ShotListModel::ColumnCount; ++column) {
        if (column != ShotListModel::Text) {
            setColumnWidth(column, widths[column]);
        }
    }
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { takeSelection(); });
    connect(&selection_, &Selection::shotsChanged, this, [this] { showSelection(); });
    connect(&model_, &QAbstractItemModel::modelReset, this, [this] { showSelection(); });
    // Without scenes their column would only take the texts' room.
    const auto showScenes = [this] {
        bool hasScenes = false;
        for (int row = 0; row < model_.rowCount() && !hasScenes; ++row) {
            hasScenes = !model_.index(row, ShotListModel::SceneTitle).data().toString().isEmpty();
        }
        setColumnHidden(ShotListModel::SceneTitle, !hasScenes);
    };
    connect(&model_, &QAbstractItemModel::modelReset, this, showScenes);
    connect(&model_, &QAbstractItemModel::dataChanged, this, [showScenes](const QModelIndex&, const QModelIndex& last) {
        if (last.column() == ShotListModel::SceneTitle) { // not for every step of a render
            showScenes();
        }
    });
    showScenes();
    connect(this, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT shotActivated(model_.idAt(index.row())); });
}

void ShotListView::takeSelection() {
    if (isSyncing_) {
        return;
    }
    isSyncing_ = true;
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows()) {
        rows.push_back(index.row());
    }
    std::sort(rows.begin(), rows.end());
    std::vector<ShotId> ids;
    for (int row : rows) {
        ids.push_back(model_.idAt(row));
    }
    const ShotId focused = model_.idAt(currentIndex().row());
    const bool holdsFocus = std::find(ids.begin(), ids.end(), focused) != ids.end();
    const ShotId current = holdsFocus ? focused : (ids.empty() ? ShotId{} : ids.front());
    selection_.select(std::move(ids), current);
    isSyncing_ = false;
}

void ShotListView::showSelection() {
    if (isSyncing_) {
        return;
    }
    isSyncing_ = true;
    QItemSelection rows;
    for (int row = 0; row < model_.rowCount(); ++row) {
        if (selection_.contains(model_.idAt(row))) {
            rows.select(model_.index(row, 0), model_.index(row, ShotListModel::ColumnCount - 1));
        }
        if (model_.idAt(row) == selection_.current()) {
            selectionModel()->setCurrentIndex(model_.index(row, ShotListModel::Text), QItemSelectionModel::NoUpdate);
            scrollTo(model_.index(row, ShotListModel::Text));
        }
    }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    isSyncing_ = false;
}

void ShotListView::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard
                                  ? currentIndex()
                                  : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    Q_EMIT shotMenuRequested(model_.idAt(index.row()), event->globalPos());
}

} // namespace longtake::ui
