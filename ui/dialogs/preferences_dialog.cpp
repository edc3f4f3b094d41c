// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/preferences_dialog.h"

#include "ui/dialogs/storage_page.h"
#include "ui/document/safety_setting.h"
#include "ui/panels/form.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QThread>
#include <QTreeWidget>

namespace longtake::ui {

const QList<std::pair<QString, QString>>& languages() {
    static const QList<std::pair<QString, QString>> all = {
        {QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")},
        {QStringLiteral("es"), QStringLiteral("Español")}, {QStringLiteral("fr"), QStringLiteral("Français")},
        {QStringLiteral("ja"), QStringLiteral("日本語")},  {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
    };
    return all;
}

PreferencesDialog::PreferencesDialog(QSettings& settings, Actions& actions, FilmSession& session, QWidget* parent)
    : QDialog(parent)
    , settings_(settings)
    , actions_(actions)
    , bindings_(actions.bindings()) {
    setObjectName(QStringLiteral("preferencesDialog"));
    setWindowTitle(tr("Preferences"));
    auto* tabs = new QTabWidget;
    tabs_ = tabs;
    tabs->setObjectName(QStringLiteral("preferencesTabs"));
    tabs->addTab(buildLook(), tr("&Look"));
    tabs->addTab(buildRendering(), tr("&Rendering"));
    storage_ = new StoragePage(settings, session);
    tabs->addTab(storage_, tr("&Storage"));
    tabs->addTab(buildKeys(), tr("&Keys"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setProperty("primary", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace4, kSpace4, kSpace4, kSpace4);
    column->addWidget(tabs, 1);
    column->addWidget(buttons);
    resize(620, 560);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PreferencesDialog::showKeys() {
    tabs_->setCurrentIndex(tabs_->count() - 1);
}

QWidget* PreferencesDialog::buildLook() {
    theme_ = named(new QComboBox, "themeComboBox", tr("Theme"));
    theme_->addItem(tr("Dark"), QStringLiteral("dark"));
    theme_->addItem(tr("Light"), QStringLiteral("light"));
    theme_->addItem(tr("As the system"), QStringLiteral("system"));
    theme_->setCurrentIndex(std::max(0, theme_->findData(settings_.value(QStringLiteral("look/theme")))));
    language_ = named(new QComboBox, "languageComboBox", tr("Language"));
    language_->addItem(tr("As the system"), QString());
    for (const auto& [code, name] : languages()) {
        language_->addItem(name, code);
    }
    language_->setCurrentIndex(std::max(0, language_->findData(settings_.value(QStringLiteral("look/language")))));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, kSpace4, 0, 0);
    column->setSpacing(kSpace3);
    column->addWidget(field(tr("&Theme"), theme_));
    column->addWidget(field(tr("L&anguage"), language_));
    column->addStretch(1);
    return page;
}

QWidget* PreferencesDialog::buildRendering() {
    device_ = named(new QComboBox, "deviceComboBox", tr("Device"));
    device_->addItem(tr("Fastest there is"), QStringLiteral("auto"));
    device_->addItem(tr("Processor (CPU)"), QStringLiteral("cpu"));
    device_->addItem(tr("NVIDIA or AMD graphics card"), QStringLiteral("cuda"));
    device_->addItem(tr("Apple graphics"), QStringLiteral("mps"));
    device_->setCurrentIndex(std::max(0, device_->findData(settings_.value(QStringLiteral("render/device")))));
    threads_ = named(new QSpinBox, "threadsSpinBox", tr("Threads"));
    threads_->setRange(0, 256);
    threads_->setSpecialValueText(tr("as many as the machine has cores (%1)").arg(QThread::idealThreadCount()));
    threads_->setValue(settings_.value(QStringLiteral("render/threads"), 0).toInt());
    safety_ = named(new QComboBox, "safetyComboBox", tr("What may be rendered"));
    const auto addLevel = [this](SafetyLevel level, const QString& text) {
        safety_->addItem(text, toQt(std::string(to_string(level))));
    };
    addLevel(SafetyLevel::Open, tr("Open: ask about nothing"));
    addLevel(SafetyLevel::Careful, tr("Careful: ask before sexual content, cruelty, self-harm, symbols of hate"));
    addLevel(SafetyLevel::Strict, tr("Strict: refuse these, for schools and families"));
    safety_->setCurrentIndex(safety_->findData(toQt(std::string(to_string(safetyLevelOf(settings_))))));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, kSpace4, 0, 0);
    column->setSpacing(kSpace3);
    column->addWidget(field(tr("&Device"), device_));
    column->addWidget(field(tr("T&hreads"), threads_));
    column->addWidget(note(
        tr("The same film with the same number of threads on the same machine gives the same pictures, bit for bit.")));
    column->addWidget(separator());
    column->addWidget(field(tr("&What may be rendered"), safety_));
    column->addWidget(note(tr("Texts are looked through for words, on this machine only. Sexual content with minors is "
                              "refused at every level.")));
    column->addStretch(1);
    return page;
}

QWidget* PreferencesDialog::buildKeys() {
    preset_ = named(new QComboBox, "keyPresetComboBox", tr("Keys as in"));
    preset_->addItem(tr("My own"), -1);
    for (int i = 0; i < static_cast<int>(keyPresets().size()); ++i) {
        preset_->addItem(QCoreApplication::translate("Actions", keyPresets()[static_cast<size_t>(i)].name), i);
        if (bindingsOf(keyPresets()[static_cast<size_t>(i)]) == bindings_) {
            preset_->setCurrentIndex(i + 1);
        }
    }
    keys_ = named(new QTreeWidget, "keysTree", tr("Keys"));
    keys_->setHeaderLabels({tr("Action"), tr("Keys")});
    keys_->setRootIsDecorated(false);
    keys_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    keys_->header()->setStretchLastSection(false);
    keys_->setColumnWidth(1, 190);
    key_ = named(new QKeySequenceEdit, "keyEdit", tr("New key for the action"));
    auto* clear = named(new QPushButton(tr("&No key")), "clearKeyButton", tr("No key for the action"));
    conflicts_ = note(QString());
    conflicts_->setObjectName(QStringLiteral("keyConflictsLabel"));
    auto* row = new QHBoxLayout;
    row->addWidget(caption(tr("New &key:"), key_));
    row->addWidget(key_, 1);
    row->addWidget(clear);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, kSpace4, 0, 0);
    column->setSpacing(kSpace2);
    column->addWidget(field(tr("Keys &as in"), preset_));
    column->addWidget(keys_, 1);
    column->addLayout(row);
    column->addWidget(conflicts_);
    fillKeys();
    connect(preset_, &QComboBox::activated, this, [this] {
        const int index = preset_->currentData().toInt();
        if (index >= 0) {
            bindings_ = bindingsOf(keyPresets()[static_cast<size_t>(index)]);
            fillKeys();
        }
    });
    connect(key_, &QKeySequenceEdit::editingFinished, this, [this] { takeKey(); });
    connect(clear, &QPushButton::clicked, this, [this] {
        key_->clear();
        takeKey();
    });
    return page;
}

void PreferencesDialog::fillKeys() {
    const int row = keys_->indexOfTopLevelItem(keys_->currentItem());
    keys_->clear();
    for (const QString& id : actions_.ids()) {
        QStringList keys;
        for (const QKeySequence& key : bindings_.value(id)) {
            keys.append(key.toString(QKeySequence::NativeText));
        }
        auto* item = new QTreeWidgetItem(keys_, {actions_.plainText(id), keys.join(QStringLiteral("   "))});
        item->setData(0, Qt::UserRole, id);
    }
    keys_->setCurrentItem(keys_->topLevelItem(std::max(0, row)));
    showConflicts();
}

void PreferencesDialog::takeKey() {
    if (keys_->currentItem() == nullptr) {
        return;
    }
    const QString id = keys_->currentItem()->data(0, Qt::UserRole).toString();
    const QKeySequence key = key_->keySequence();
    bindings_.insert(id, key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key});
    preset_->setCurrentIndex(0);
    fillKeys();
}

void PreferencesDialog::showConflicts() {
    QStringList lines;
    for (const KeyConflict& conflict : conflictsIn(bindings_)) {
        lines.append(tr("%1 is both “%2” and “%3”: neither will work until one changes.")
                         .arg(conflict.keys.toString(QKeySequence::NativeText), actions_.plainText(conflict.firstId),
                              actions_.plainText(conflict.secondId)));
    }
    conflicts_->setText(lines.isEmpty() ? tr("No key is used twice.") : lines.join(QLatin1Char('\n')));
}

void PreferencesDialog::accept() {
    const QString theme = theme_->currentData().toString();
    const QString language = language_->currentData().toString();
    needsRebuild_ = theme != settings_.value(QStringLiteral("look/theme"), QStringLiteral("dark")).toString() ||
                    language != settings_.value(QStringLiteral("look/language")).toString();
    settings_.setValue(QStringLiteral("look/theme"), theme);
    settings_.setValue(QStringLiteral("look/language"), language);
    settings_.setValue(QStringLiteral("render/device"), device_->currentData());
    settings_.setValue(QStringLiteral("render/threads"), threads_->value());
    settings_.setValue(QLatin1String(kSafetySetting), safety_->currentData());
    storage_->save();
    actions_.setBindings(bindings_);
    actions_.save(settings_);
    QDialog::accept();
}

} // namespace longtake::ui
