// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/shot_list_model.h"

#include "core/project/timeline.h"
#include "ui/bridge/qt_convert.h"
#include "ui/document/film_editor.h"
#include "ui/document/project_document.h"
#include "ui/document/shot_states.h"
#include "ui/timeline/timecode.h"

#include <QCoreApplication>

namespace longtake::ui {

QString seamText(SeamKind kind) {
    switch (kind) {
    case SeamKind::Continue: return QCoreApplication::translate("Seam", "Continue");
    case SeamKind::Cut: return QCoreApplication::translate("Seam", "Cut");
    case SeamKind::Dissolve: break;
    }
    return QCoreApplication::translate("Seam", "Dissolve");
}

ShotListModel::ShotListModel(const ProjectDocument& document,
                             FilmEditor& editor,
                             const ShotStates& states,
                             QObject* parent)
    : QAbstractTableModel(parent)
    , document_(document)
    , editor_(editor)
    , states_(states) {
    connect(&document_, &ProjectDocument::changed, this, [this] { follow(); });
    connect(&states_, &ShotStates::changed, this, [this] {
        if (!rows_.empty()) {
            Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, State));
        }
    });
    connect(&states_, &ShotStates::shotChanged, this, [this](const ShotId& id) {
        const auto row = document_.project().index_of(id);
        if (row && static_cast<int>(*row) < rowCount()) {
            Q_EMIT dataChanged(index(static_cast<int>(*row), State), index(static_cast<int>(*row), State));
        }
    });
    follow();
}

void ShotListModel::follow() {
    std::vector<ShotId> rows;
    for (const Shot& shot : document_.project().shots) {
        rows.push_back(shot.id);
    }
    if (rows == rows_) {
        if (!rows_.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

int ShotListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ShotListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

ShotId ShotListModel::idAt(int row) const {
    return row >= 0 && row < rowCount() ? rows_[static_cast<size_t>(row)] : ShotId{};
}

QString ShotListModel::display(int row, int column) const {
    const auto place = static_cast<size_t>(row);
    const Project& film = document_.project();
    const Shot& shot = film.shots[place];
    switch (column) {
    case Number: return QString::number(row + 1);
    case Text: return toQt(shot.prompt);
    case Length: return secondsText(document_.timeline().shots[place].frames, film.frame_rate);
    case Seam: return seamText(seam_before(film, place));
    case State: return stateText(states_.of(shot.id));
    case SceneTitle: {
        const Scene* scene = film.find(shot.scene);
        return scene == nullptr ? QString() : toQt(scene->title);
    }
    default: return {};
    }
}

QString ShotListModel::accessibleText(int row) const {
    return tr("Shot %1, %2, %3, %4. %5")
        .arg(QString::number(row + 1), display(row, Length), display(row, Seam), display(row, State),
             display(row, Text));
}

QVariant ShotListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= static_cast<int>(document_.project().shots.size())) {
        return {};
    }
    const Shot& shot = document_.project().shots[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return display(index.row(), index.column());
    case Qt::EditRole:
        if (index.column() == Length) {
            return static_cast<double>(document_.timeline().shots[static_cast<size_t>(index.row())].frames) /
                   document_.project().frame_rate.per_second();
        }
        return index.column() == Seam ? QVariant(static_cast<int>(shot.seam.kind))
                                      : QVariant(display(index.row(), index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == Text ? accessibleText(index.row()) : display(index.row(), index.column());
    case Qt::ToolTipRole: return index.column() == State ? display(index.row(), State) : QVariant();
    default: return {};
    }
}

QVariant ShotListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Number: return tr("No.");
    case Text: return tr("Text");
    case Length: return tr("Length");
    case Seam: return tr("Seam");
    case State: return tr("State");
    case SceneTitle: return tr("Scene");
    default: return {};
    }
}

Qt::ItemFlags ShotListModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags standard = QAbstractTableModel::flags(index);
    const bool isEditable =
        index.column() == Text || index.column() == Length || (index.column() == Seam && index.row() > 0);
    return index.isValid() && isEditable ? standard | Qt::ItemIsEditable : standard;
}

bool ShotListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable)) {
        return false;
    }
    const ShotId id = idAt(index.row());
    switch (index.column()) {
    case Text:
        editor_.changeShots({id}, tr("edit text"), {}, [&](Shot& shot) { shot.prompt = toCore(value.toString()); });
        return true;
    case Length: editor_.setSeconds({id}, value.toDouble()); return true;
    case Seam:
        editor_.changeShots({id}, tr("change seam"), {},
                            [&](Shot& shot) { shot.seam.kind = static_cast<SeamKind>(value.toInt()); });
        return true;
    default: return false;
    }
}

} // namespace longtake::ui
