// SPDX-License-Identifier: Apache-2.0
// The list of shots with big text, for writing: every shot, seam and state reachable by keyboard and screen reader.
#pragma once

#include "core/project/project.h"

#include <QTableView>

namespace longtake::ui {

class Selection;
class ShotListModel;

class ShotListView : public QTableView {
    Q_OBJECT
public:
    ShotListView(ShotListModel& model, Selection& selection, QWidget* parent = nullptr);

Q_SIGNALS:
    void shotMenuRequested(const longtake::ShotId& id, const QPoint& globalPosition);
    void shotActivated(const longtake::ShotId& id);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void showSelection();
    void takeSelection();

    ShotListModel& model_;
    Selection& selection_;
    bool isSyncing_ = false;
};

} // namespace longtake::ui
