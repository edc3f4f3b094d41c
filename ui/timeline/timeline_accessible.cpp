// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timeline_accessible.h"

#include "ui/timeline/timeline_view.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <map>
#include <memory>

namespace longtake::ui {

namespace {

/// One shot. Lives as long as its timeline's interface; invalid once the film has fewer shots.
class ShotAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ShotAccessible(TimelineView& view, int shot)
        : view_(view)
        , shot_(shot) {}

    bool isValid() const override { return shot_ < view_.shotCount(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(&view_); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name && isValid() ? view_.spokenShot(shot_) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}

    QRect rect() const override {
        if (!isValid()) {
            return {};
        }
        const QRect card = view_.layout().cardRect(shot_).toAlignedRect();
        return {view_.viewport()->mapToGlobal(card.topLeft()), card.size()};
    }

    QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.selected = isValid() && view_.isShotSelected(shot_);
        state.focused = state.selected && view_.hasFocus();
        state.invalid = !isValid();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override {
        if (name == pressAction() && isValid()) {
            view_.selectShot(shot_);
        }
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    TimelineView& view_;
    int shot_;
};

class TimelineAccessible : public QAccessibleWidget {
public:
    explicit TimelineAccessible(TimelineView& view)
        : QAccessibleWidget(&view, QAccessible::List) {}
    ~TimelineAccessible() override {
        for (const auto& [shot, id] : shots_) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    int childCount() const override { return view().shotCount(); }

    QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        auto known = shots_.find(index);
        if (known == shots_.end()) {
            // The registry owns the interface from here on.
            known = shots_.emplace(index, QAccessible::registerAccessibleInterface(new ShotAccessible(view(), index)))
                        .first;
        }
        return QAccessible::accessibleInterface(known->second);
    }

    int indexOfChild(const QAccessibleInterface* child) const override {
        for (const auto& [shot, id] : shots_) {
            if (QAccessible::accessibleInterface(id) == child) {
                return shot;
            }
        }
        return -1;
    }

private:
    TimelineView& view() const { return *static_cast<TimelineView*>(widget()); }

    mutable std::map<int, QAccessible::Id> shots_;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* view = qobject_cast<TimelineView*>(object);
    return view == nullptr ? nullptr : new TimelineAccessible(*view);
}

} // namespace

void installTimelineAccessibility() {
    QAccessible::removeFactory(makeInterface);
    QAccessible::installFactory(makeInterface);
}

} // namespace longtake::ui
