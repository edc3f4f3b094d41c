// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/characters_panel.h"

#include "core/project/full_prompt.h"
#include "ui/bridge/qt_convert.h"
#include "ui/document/film_editor.h"
#include "ui/document/project_document.h"
#include "ui/panels/form.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QToolButton>

namespace longtake::ui {

CharactersPanel::CharactersPanel(const ProjectDocument& document,
                                 FilmEditor& editor,
                                 const Theme& theme,
                                 QWidget* parent)
    : QWidget(parent)
    , document_(document)
    , editor_(editor)
    , list_(named(new QListWidget, "charactersList", tr("Characters")))
    , add_(named(new QToolButton, "addCharacterButton", tr("Add character")))
    , remove_(named(new QToolButton, "removeCharacterButton", tr("Remove character")))
    , name_(named(new QLineEdit, "characterNameEdit", tr("Name of the character")))
    , description_(named(new QPlainTextEdit, "characterDescriptionEdit", tr("Description of the character")))
    , uses_(note(QString())) {
    setObjectName(QStringLiteral("charactersPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace3, kSpace3, kSpace3, kSpace3);
    column->setSpacing(kSpace2);
    auto* row = new QHBoxLayout;
    row->addWidget(note(tr("Write @name in a shot; the description takes its place.")), 1);
    row->addWidget(add_);
    row->addWidget(remove_);
    add_->setToolTip(tr("Add character"));
    remove_->setToolTip(tr("Remove character"));
    column->addLayout(row);
    column->addWidget(list_, 1);
    column->addWidget(field(tr("&Name"), name_));
    description_->setTabChangesFocus(true);
    description_->setFixedHeight(84);
    column->addWidget(field(tr("&Description"), description_));
    column->addWidget(uses_);
    const auto setIcons = [this, &theme] {
        add_->setIcon(theme.icon(QStringLiteral("add")));
        remove_->setIcon(theme.icon(QStringLiteral("delete")));
    };
    setIcons();
    connect(&theme, &Theme::changed, this, setIcons);
    connect(add_, &QToolButton::clicked, this, [this] {
        QString name = tr("name");
        for (int number = 2; document_.project().find_character(toCore(name)) != nullptr; ++number) {
            name = tr("name") + QString::number(number);
        }
        Character character;
        character.name = toCore(name);
        editor_.setCharacter({}, character);
        list_->setCurrentRow(list_->count() - 1);
        name_->setFocus();
        name_->selectAll();
    });
    connect(remove_, &QToolButton::clicked, this, [this] {
        if (list_->currentItem() != nullptr) {
            editor_.removeCharacter(list_->currentItem()->data(Qt::UserRole).toString());
        }
    });
    connect(list_, &QListWidget::currentRowChanged, this, [this] { showCurrent(); });
    connect(name_, &QLineEdit::editingFinished, this, [this] { take(); });
    connect(description_, &QPlainTextEdit::textChanged, this, [this] { take(); });
    connect(&document_, &ProjectDocument::changed, this, [this] { refresh(); });
    refresh();
}

void CharactersPanel::refresh() {
    const bool wasRefreshing = std::exchange(isRefreshing_, true);
    const int row = list_->currentRow();
    const auto& characters = document_.project().characters;
    while (list_->count() > static_cast<int>(characters.size())) {
        delete list_->takeItem(list_->count() - 1);
    }
    for (int i = 0; i < static_cast<int>(characters.size()); ++i) {
        if (i == list_->count()) {
            list_->addItem(QString());
        }
        const QString name = toQt(characters[static_cast<size_t>(i)].name);
        list_->item(i)->setText(QLatin1Char('@') + name);
        list_->item(i)->setData(Qt::UserRole, name);
    }
    if (list_->count() > 0 && row < 0) {
        list_->setCurrentRow(0);
    }
    isRefreshing_ = wasRefreshing;
    showCurrent();
}

void CharactersPanel::showCurrent() {
    const bool wasRefreshing = std::exchange(isRefreshing_, true);
    const auto& characters = document_.project().characters;
    const int row = list_->currentRow();
    const bool hasOne = row >= 0 && row < static_cast<int>(characters.size());
    for (QWidget* control : std::initializer_list<QWidget*>{name_, description_, remove_}) {
        control->setEnabled(hasOne);
    }
    const Character shown = hasOne ? characters[static_cast<size_t>(row)] : Character{};
    if (name_->text() != toQt(shown.name)) {
        name_->setText(toQt(shown.name));
    }
    if (description_->toPlainText() != toQt(shown.description)) {
        description_->setPlainText(toQt(shown.description));
    }
    uses_->setText(hasOne ? usesOf(shown.name) : tr("No characters yet. Add one to use it in several shots."));
    isRefreshing_ = wasRefreshing;
}

QString CharactersPanel::usesOf(const std::string& name) const {
    QStringList numbers;
    const auto& shots = document_.project().shots;
    for (size_t i = 0; i < shots.size(); ++i) {
        const std::vector<Mention> mentions = find_mentions(document_.project(), shots[i].prompt);
        if (std::any_of(mentions.begin(), mentions.end(),
                        [&](const Mention& mention) { return mention.name == name; })) {
            numbers.append(QString::number(i + 1));
        }
    }
    return numbers.isEmpty() ? tr("Used in no shot yet.")
                             : tr("Used in shots: %1").arg(numbers.join(QStringLiteral(", ")));
}

void CharactersPanel::take() {
    const int row = list_->currentRow();
    if (isRefreshing_ || row < 0) {
        return;
    }
    const Character& former = document_.project().characters[static_cast<size_t>(row)];
    Character character = former;
    character.name = toCore(name_->text().trimmed());
    character.description = toCore(description_->toPlainText());
    if (!is_character_name(character.name)) {
        name_->setText(toQt(former.name));
        return;
    }
    if (!(character == former)) {
        editor_.setCharacter(toQt(former.name), character);
    }
}

} // namespace longtake::ui
