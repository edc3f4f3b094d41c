// SPDX-License-Identifier: Apache-2.0
// The takes of the current shot as pictures: choose, rate, compare, delete; what differs between two receipts in words.
#pragma once

#include "core/base/ids.h"
#include "core/cache/receipt.h"

#include <QAbstractListModel>
#include <QWidget>

class QLabel;
class QListView;
class QToolButton;

namespace longtake::ui {

class Actions;
class FilmEditor;
class FilmSession;
class ProjectDocument;
class Selection;
class Theme;

class TakesModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { TakeRole = Qt::UserRole + 1, ThumbnailRole, StarsRole, ChosenRole, VideoRole, FramesRole, RateRole };

    TakesModel(const ProjectDocument& document,
               const FilmSession& session,
               const Selection& selection,
               QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    ShotId shot() const { return shot_; }
    TakeId takeAt(int row) const;
    int rowOf(const TakeId& take) const;

private:
    void follow();

    const ProjectDocument& document_;
    const FilmSession& session_;
    const Selection& selection_;
    ShotId shot_;
    std::vector<TakeId> rows_;
};

class TakesPanel : public QWidget {
    Q_OBJECT
public:
    TakesPanel(const ProjectDocument& document,
               FilmEditor& editor,
               FilmSession& session,
               const Selection& selection,
               const Theme& theme,
               const Actions& actions,
               QWidget* parent = nullptr);

    TakesModel& model() { return *model_; }
    /// The take marked in the grid; empty for none.
    TakeId marked() const;

private:
    void updateDetails();
    void rate(int stars);

    const ProjectDocument& document_;
    FilmEditor& editor_;
    FilmSession& session_;
    TakesModel* model_;
    QListView* grid_;
    QLabel* empty_;
    QLabel* details_;
    QWidget* bar_;
    QToolButton* choose_;
    QToolButton* remove_;
    std::vector<QToolButton*> stars_;
};

/// What differs between two takes, one line a difference; empty when they were made alike.
QString differenceText(const Receipt& one, const Receipt& other);

} // namespace longtake::ui
