// SPDX-License-Identifier: Apache-2.0
// The film as a table, one row a shot: the timeline for people who read rather than look. Editing a cell is the same
// intent as in the inspector.
#pragma once

#include "core/project/project.h"

#include <QAbstractTableModel>

namespace longtake::ui {

class FilmEditor;
class ProjectDocument;
class ShotStates;

class ShotListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Text, Length, Seam, State, SceneTitle, ColumnCount };

    ShotListModel(const ProjectDocument& document,
                  FilmEditor& editor,
                  const ShotStates& states,
                  QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    ShotId idAt(int row) const;

private:
    QString display(int row, int column) const;
    QString accessibleText(int row) const;
    void follow();

    const ProjectDocument& document_;
    FilmEditor& editor_;
    const ShotStates& states_;
    std::vector<ShotId> rows_; ///< as last announced
};

/// A seam's name for people, in the language in force.
QString seamText(SeamKind kind);

} // namespace longtake::ui
