// SPDX-License-Identifier: Apache-2.0
// MainWindow's docks: how one is made, where each stands in a layout, and which of them need a title.
#include "ui/main_window/main_window.h"
#include "ui/panels/shot_list_view.h"
#include "ui/timeline/timeline_view.h"

#include <QDockWidget>
#include <QScrollArea>
#include <QSet>
#include <QTabBar>

#include <algorithm>

namespace longtake::ui {

namespace {

constexpr int kInspectorWidth = 360;
constexpr int kSidebarWidth = 280;
constexpr int kTimelineHeight = 260;

/// A panel that may be taller than its dock: on a small screen it scrolls rather than make the window larger.
QWidget* scrollable(QWidget* content) {
    if (qobject_cast<QAbstractScrollArea*>(content) != nullptr) {
        return content;
    }
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    area->setMinimumWidth(content->minimumSizeHint().width());
    return area;
}

} // namespace

QDockWidget* MainWindow::addDock(const char* id, const QString& title, QWidget* content, Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(QStringLiteral("dock.%1").arg(QLatin1String(id)));
    dock->setWidget(area == Qt::BottomDockWidgetArea ? content : scrollable(content));
    content->setAccessibleName(title);
    addDockWidget(sideFor(area), dock);
    docks_.insert(QLatin1String(id), dock);
    const auto later = [this] {
        QMetaObject::invokeMethod(
            this, [this] { updateDockTitles(); }, Qt::QueuedConnection);
    };
    connect(dock, &QDockWidget::visibilityChanged, this, later);
    connect(dock, &QDockWidget::topLevelChanged, this, later);
    connect(dock, &QDockWidget::dockLocationChanged, this, later);
    return dock;
}

Qt::DockWidgetArea MainWindow::sideFor(Qt::DockWidgetArea area) const {
    const bool isReversed =
        layoutDirection() == Qt::RightToLeft; // Qt turns bars and tabs, but leaves docks where they are
    return !isReversed                       ? area
           : area == Qt::LeftDockWidgetArea  ? Qt::RightDockWidgetArea
           : area == Qt::RightDockWidgetArea ? Qt::LeftDockWidgetArea
                                             : area;
}

void MainWindow::updateDockTitles() {
    QSet<QString> shown;
    for (const QDockWidget* dock : std::as_const(docks_)) {
        if (dock->isVisible()) {
            shown.insert(dock->windowTitle());
        }
    }
    // Qt keeps rows of tabs it has no docks for, and leaves some visible where they stood.
    for (QTabBar* row : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        bool isUsed = false;
        for (int tab = 0; tab < row->count(); ++tab) {
            isUsed = isUsed || shown.contains(row->tabText(tab));
        }
        if (!isUsed) {
            row->hide();
        }
    }
    for (QDockWidget* dock : std::as_const(docks_)) {
        // A tab is title enough.
        const bool hasTab = !dock->isFloating() && !tabifiedDockWidgets(dock).isEmpty();
        const bool isBare = dock->titleBarWidget() != nullptr;
        if (hasTab && !isBare) {
            dock->setTitleBarWidget(new QWidget(dock));
        } else if (!hasTab && isBare) {
            QWidget* bare = dock->titleBarWidget();
            dock->setTitleBarWidget(nullptr);
            bare->deleteLater();
        }
    }
}

void MainWindow::applyLayout(WindowLayout layout) {
    const auto place = [this](const char* id, Qt::DockWidgetArea area) {
        if (QDockWidget* dock = docks_.value(QLatin1String(id))) {
            addDockWidget(sideFor(area), dock);
            dock->setVisible(true);
            dock->setFloating(false);
        }
    };
    const auto stack = [this](const char* below, const char* above) {
        QDockWidget* first = docks_.value(QLatin1String(below));
        QDockWidget* second = docks_.value(QLatin1String(above));
        if (first != nullptr && second != nullptr) {
            tabifyDockWidget(first, second);
        }
    };
    const auto raise = [this](const char* id) {
        if (QDockWidget* dock = docks_.value(QLatin1String(id))) {
            dock->raise();
        }
    };
    for (QDockWidget* dock : std::as_const(docks_)) {
        dock->hide();
    }
    place("timeline", Qt::BottomDockWidgetArea);
    if (layout == WindowLayout::Editing || layout == WindowLayout::Review) {
        for (const char* id : {"takes", "characters", "history"}) {
            place(id, Qt::LeftDockWidgetArea);
        }
        stack("takes", "characters");
        stack("characters", "history");
        for (const char* id : {"inspector", "film", "queue", "models"}) {
            place(id, Qt::RightDockWidgetArea);
        }
        stack("inspector", "film");
        stack("film", "queue");
        stack("queue", "models");
        place("drift", Qt::BottomDockWidgetArea);
        place("list", Qt::BottomDockWidgetArea);
        stack("timeline", "drift");
        stack(docks_.contains(QStringLiteral("drift")) ? "drift" : "timeline", "list");
        raise("takes");
        raise("inspector");
    } else if (layout == WindowLayout::Writing) {
        place("list", Qt::LeftDockWidgetArea);
        place("inspector", Qt::RightDockWidgetArea);
        place("film", Qt::RightDockWidgetArea);
        place("characters", Qt::RightDockWidgetArea);
        stack("inspector", "film");
        stack("film", "characters");
        raise("inspector");
    }
    raise("timeline");
    const bool isWriting = layout == WindowLayout::Writing;
    const auto size = [this](const char* id, int pixels, Qt::Orientation orientation) {
        if (QDockWidget* dock = docks_.value(QLatin1String(id)); dock != nullptr && !dock->isHidden()) {
            resizeDocks({dock}, {pixels}, orientation);
        }
    };
    size("timeline", isWriting ? 190 : std::clamp(height() * 2 / 7, 190, kTimelineHeight), Qt::Vertical);
    size("inspector", kInspectorWidth, Qt::Horizontal);
    size(docks_.contains(QStringLiteral("takes")) ? "takes" : "characters",
         layout == WindowLayout::Review ? width() / 3 : kSidebarWidth, Qt::Horizontal);
    if (isWriting) {
        resizeDocks({docks_.value(QStringLiteral("list")), docks_.value(QStringLiteral("inspector"))},
                    {width() * 9 / 20, kInspectorWidth}, Qt::Horizontal);
        shotListView_->setFocus();
    } else {
        timeline_->setFocus(); // else the keys go to whatever stands first
    }
    updateDockTitles();
}

} // namespace longtake::ui
