// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/action_palette.h"

#include "ui/main_window/actions.h"
#include "ui/panels/form.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>

namespace longtake::ui {

ActionPalette::ActionPalette(const Actions& actions, QWidget* parent)
    : QDialog(parent)
    , actions_(actions)
    , text_(named(new QLineEdit, "paletteEdit", tr("Name of an action")))
    , list_(named(new QListWidget, "paletteList", tr("Actions"))) {
    setObjectName(QStringLiteral("actionPalette"));
    setWindowTitle(tr("Find action"));
    text_->setPlaceholderText(tr("What do you want to do?"));
    text_->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace3, kSpace3, kSpace3, kSpace3);
    column->addWidget(text_);
    column->addWidget(list_);
    resize(440, 420);
    connect(text_, &QLineEdit::textChanged, this, [this](const QString& text) { filter(text); });
    connect(text_, &QLineEdit::returnPressed, this, [this] { run(); });
    connect(list_, &QListWidget::itemActivated, this, [this] { run(); });
    filter({});
}

void ActionPalette::filter(const QString& text) {
    list_->clear();
    QPixmap nothing(kIconSize, kIconSize); // keeps the names below each other
    nothing.fill(Qt::transparent);
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& id : actions_.ids()) {
        const QString name = actions_.plainText(id);
        const bool isMatch = std::all_of(words.begin(), words.end(), [&name](const QString& word) {
            return name.contains(word, Qt::CaseInsensitive);
        });
        if (!isMatch) {
            continue;
        }
        const QAction* action = actions_.action(id);
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        auto* item = new QListWidgetItem(action->icon().isNull() ? QIcon(nothing) : action->icon(),
                                         key.isEmpty() ? name : QStringLiteral("%1   %2").arg(name, key), list_);
        item->setData(Qt::UserRole, id);
        if (!action->isEnabled()) {
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
        }
    }
    for (int row = 0; row < list_->count(); ++row) {
        if (list_->item(row)->flags() & Qt::ItemIsEnabled) {
            list_->setCurrentRow(row);
            break;
        }
    }
}

void ActionPalette::run() {
    const QListWidgetItem* item = list_->currentItem();
    if (item == nullptr || !(item->flags() & Qt::ItemIsEnabled)) {
        return;
    }
    QAction* action = actions_.action(item->data(Qt::UserRole).toString());
    accept();
    // After the palette is gone, so that the command finds the focus where it was.
    QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
}

bool ActionPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == text_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            const int step = key->key() == Qt::Key_Down ? 1 : -1;
            list_->setCurrentRow(std::clamp(list_->currentRow() + step, 0, list_->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace longtake::ui
