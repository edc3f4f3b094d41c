// SPDX-License-Identifier: Apache-2.0
#include "ui/main_window/actions.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QSettings>
#include <QWidget>

namespace longtake::ui {

namespace {

QList<QKeySequence> parseKeys(const QString& keys) {
    QList<QKeySequence> parsed;
    for (const QString& key : keys.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        parsed.append(QKeySequence(key, QKeySequence::PortableText));
    }
    return parsed;
}

QString joinKeys(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& key : keys) {
        texts.append(key.toString(QKeySequence::PortableText));
    }
    return texts.join(QLatin1Char(' '));
}

/// Without the mark of its access key: "&Open", or "開く(&O)" where letters of the text cannot be keys.
QString withoutMark(QString text) {
    static const QRegularExpression appended(QStringLiteral("\\(&\\w\\)"));
    return text.remove(appended).remove(QLatin1Char('&'));
}

} // namespace

KeyBindings bindingsOf(const KeyPreset& preset) {
    KeyBindings bindings;
    for (const ActionRow& row : actionTable()) {
        bindings.insert(QString::fromLatin1(row.id), parseKeys(QString::fromLatin1(row.keys)));
    }
    for (const KeyOverride& change : preset.overrides) {
        bindings.insert(QString::fromLatin1(change.id), parseKeys(QString::fromLatin1(change.keys)));
    }
    return bindings;
}

QList<KeyConflict> conflictsIn(const KeyBindings& bindings) {
    QList<KeyConflict> conflicts;
    QHash<QString, QString> owners;
    for (const ActionRow& row : actionTable()) {
        const QString id = QString::fromLatin1(row.id);
        for (const QKeySequence& key : bindings.value(id)) {
            const QString text = key.toString(QKeySequence::PortableText);
            if (owners.contains(text) && owners.value(text) != id) {
                conflicts.append({key, owners.value(text), id});
            }
            owners.insert(text, id);
        }
    }
    return conflicts;
}

Actions::Actions(QWidget& window, const Theme& theme)
    : QObject(&window)
    , theme_(theme) {
    for (const ActionRow& row : actionTable()) {
        const QString id = QString::fromLatin1(row.id);
        auto* action = new QAction(&window);
        action->setObjectName(id);
        action->setCheckable(row.isCheckable);
        action->setShortcutContext(Qt::WindowShortcut);
        window.addAction(action);
        actions_.insert(id, action);
        order_.append(id);
    }
    bindings_ = bindingsOf(keyPresets().front());
    retranslate();
    setBindings(bindings_);
    updateIcons();
    connect(&theme_, &Theme::changed, this, [this] { updateIcons(); });
}

QAction* Actions::action(const QString& id) const {
    QAction* found = actions_.value(id);
    Q_ASSERT_X(found != nullptr, "Actions::action", qPrintable(id));
    return found;
}

void Actions::updateEnabled(Needs facts) {
    for (const ActionRow& row : actionTable()) {
        actions_.value(QString::fromLatin1(row.id))->setEnabled((facts & row.needs) == row.needs);
    }
}

void Actions::setBindings(const KeyBindings& bindings) {
    bindings_ = bindings;
    for (const QString& id : order_) {
        QAction* action = actions_.value(id);
        const QList<QKeySequence> keys = bindings_.value(id);
        action->setShortcuts(keys);
        const QString key = keys.isEmpty() ? QString() : keys.front().toString(QKeySequence::NativeText);
        action->setToolTip(key.isEmpty() ? plainText(id) : QStringLiteral("%1 (%2)").arg(plainText(id), key));
    }
}

void Actions::load(const QSettings& settings) {
    KeyBindings bindings = bindingsOf(keyPresets().front());
    for (const QString& id : order_) {
        const QVariant stored = settings.value(QStringLiteral("keys/%1").arg(id));
        if (stored.isValid()) {
            bindings.insert(id, parseKeys(stored.toString()));
        }
    }
    setBindings(bindings);
}

void Actions::save(QSettings& settings) const {
    const KeyBindings standard = bindingsOf(keyPresets().front());
    settings.remove(QStringLiteral("keys"));
    for (const QString& id : order_) {
        if (bindings_.value(id) != standard.value(id)) {
            settings.setValue(QStringLiteral("keys/%1").arg(id), joinKeys(bindings_.value(id)));
        }
    }
}

void Actions::setText(const QString& id, const QString& text) {
    action(id)->setText(text);
    QString onButton = withoutMark(text);
    action(id)->setIconText(onButton.remove(QStringLiteral("…")).trimmed());
}

QString Actions::plainText(const QString& id) const {
    return withoutMark(action(id)->text());
}

void Actions::retranslate() {
    for (const ActionRow& row : actionTable()) {
        const QString id = QString::fromLatin1(row.id);
        setText(id, QCoreApplication::translate("Actions", row.text));
    }
    setBindings(bindings_);
}

void Actions::updateIcons() {
    for (const ActionRow& row : actionTable()) {
        if (*row.icon != '\0') {
            actions_.value(QString::fromLatin1(row.id))->setIcon(theme_.icon(QString::fromLatin1(row.icon)));
        }
    }
}

} // namespace longtake::ui
