// SPDX-License-Identifier: Apache-2.0
// The queue as a panel: jobs with progress and time left, a graph of the last steps, and what can be done with them.
#pragma once

#include <QWidget>

class QLabel;
class QSpinBox;
class QTableView;
class QToolButton;

namespace longtake::ui {

class Actions;
class RenderQueue;
class Theme;

/// Seconds per step of the running job, newest at the right.
class StepGraph : public QWidget {
    Q_OBJECT
public:
    explicit StepGraph(const Theme& theme, QWidget* parent = nullptr);
    void setSteps(std::vector<double> seconds);
    QSize sizeHint() const override { return {200, 56}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    std::vector<double> seconds_;
};

class QueuePanel : public QWidget {
    Q_OBJECT
public:
    QueuePanel(RenderQueue& queue, const Theme& theme, const Actions& actions, QWidget* parent = nullptr);

private:
    void refresh();
    int row() const;

    RenderQueue& queue_;
    QTableView* table_;
    QLabel* summary_;
    StepGraph* graph_;
    QSpinBox* takes_;
    QToolButton* up_;
    QToolButton* down_;
    QToolButton* retry_;
    QToolButton* remove_;
};

} // namespace longtake::ui
