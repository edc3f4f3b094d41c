// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/models_panel.h"

#include "ui/bridge/model_check.h"
#include "ui/bridge/model_info.h"
#include "ui/bridge/model_list.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/worker_client.h"
#include "ui/document/film_editor.h"
#include "ui/document/film_session.h"
#include "ui/document/project_document.h"
#include "ui/panels/form.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QListWidget>
#include <QProgressBar>
#include <QToolButton>

namespace longtake::ui {

namespace {

constexpr int kListHeight = 132;

} // namespace

qint64 machineMemory() {
    QFile file(QStringLiteral("/proc/meminfo"));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
        return 0;
    }
    const QByteArray first = file.readLine().simplified(); // "MemTotal: 16316412 kB"
    return first.split(' ').value(1).toLongLong() * 1024;
}

ModelsPanel::ModelsPanel(const ProjectDocument& document,
                         FilmEditor& editor,
                         FilmSession& session,
                         const WorkerClient& worker,
                         ModelList& added,
                         const Theme& theme,
                         QWidget* parent)
    : QWidget(parent)
    , document_(document)
    , editor_(editor)
    , session_(session)
    , added_(added)
    , list_(named(new QListWidget, "modelsList", tr("Models")))
    , details_(note(QString()))
    , add_(named(new QToolButton, "addModelButton", tr("Add model folder")))
    , remove_(named(new QToolButton, "removeModelButton", tr("Forget model folder")))
    , use_(named(new QToolButton, "useModelButton", tr("Use for this film")))
    , check_(named(new QToolButton, "checkModelButton", tr("Check the model's files")))
    , progress_(named(new QProgressBar, "modelCheckProgress", tr("How far the check is")))
    , checker_(new ModelCheck(worker.program(), this))
    , info_(new ModelInfo(worker.program(), this)) {
    setObjectName(QStringLiteral("modelsPanel"));
    details_->setObjectName(QStringLiteral("modelDetailsLabel"));
    details_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    add_->setToolTip(tr("Add a model folder (with model_index.json); nothing is copied"));
    remove_->setToolTip(tr("Forget this folder; its files stay"));
    use_->setText(tr("Use for this film"));
    auto* row = new QHBoxLayout;
    check_->setToolTip(
        tr("Compares every weight file with what the model needs and with the checksums that came with it"));
    progress_->setRange(0, 100);
    progress_->setTextVisible(false);
    row->addWidget(use_);
    row->addWidget(check_);
    row->addStretch(1);
    row->addWidget(add_);
    row->addWidget(remove_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace3, kSpace3, kSpace3, kSpace3);
    column->setSpacing(kSpace2);
    list_->setMaximumHeight(kListHeight);
    column->addWidget(list_);
    column->addLayout(row);
    column->addWidget(progress_);
    column->addWidget(details_);
    QLabel* how = note(tr("Any diffusers model folder works where it lies. To fetch one yourself:\nhuggingface-cli "
                          "download Wan-AI/Wan2.1-T2V-1.3B-Diffusers --local-dir FOLDER"));
    how->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(how);
    column->addStretch(1);
    const auto setIcons = [this, &theme] {
        add_->setIcon(theme.icon(QStringLiteral("add")));
        remove_->setIcon(theme.icon(QStringLiteral("delete")));
    };
    setIcons();
    connect(&theme, &Theme::changed, this, setIcons);
    connect(add_, &QToolButton::clicked, this, [this] { addFolder(); });
    connect(remove_, &QToolButton::clicked, this, [this] {
        QStringList folders = session_.modelFolders();
        folders.removeAll(list_->currentItem()->data(Qt::UserRole).toString());
        session_.setModelFolders(folders);
    });
    connect(check_, &QToolButton::clicked, this, [this] { checkOrStop(); });
    connect(checker_, &ModelCheck::progressed, this,
            [this](double share) { progress_->setValue(qRound(share * 100)); });
    connect(checker_, &ModelCheck::finished, this, [this](const QString& folder, bool isSound, const QString& text) {
        const QString verdict =
            isSound ? tr("Checked: all files are as the model needs them.") : tr("The check was stopped.");
        verdicts_.insert(folder, text.isEmpty() ? verdict : isSound ? verdict + QLatin1Char('\n') + text : text);
        info_->forget(folder); // what is wrong with it may have been mended
        describe();
    });
    connect(info_, &ModelInfo::known, this, [this] { describe(); });
    connect(use_, &QToolButton::clicked, this, [this] {
        const auto row = static_cast<size_t>(list_->currentRow());
        const std::string name = toCore(session_.models()[row].calledInFilms);
        editor_.changeFilm(tr("change model"), {}, [&](Project& film) { film.model = name; });
    });
    connect(list_, &QListWidget::currentRowChanged, this, [this] { describe(); });
    connect(&session_, &FilmSession::modelsChanged, this, [this] { refresh(); });
    connect(&document_, &ProjectDocument::changed, this, [this] { describe(); });
    refresh();
}

void ModelsPanel::refresh() {
    const int row = std::max(0, list_->currentRow());
    list_->clear();
    for (const ModelCard& card : session_.models()) {
        auto* item = new QListWidgetItem(card.isComplete() ? card.name : tr("%1 (incomplete)").arg(card.name), list_);
        item->setData(Qt::UserRole, card.folder);
    }
    list_->setCurrentRow(std::min(row, list_->count() - 1));
    describe();
}

void ModelsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    added_.ask(); // the list may have been changed outside the window
    describe();
}

void ModelsPanel::checkOrStop() {
    if (checker_->isRunning()) {
        checker_->stop();
        return;
    }
    progress_->setValue(0);
    checker_->start(list_->currentItem()->data(Qt::UserRole).toString());
    describe();
}

void ModelsPanel::describe() {
    const bool isChecking = checker_->isRunning();
    check_->setText(isChecking ? tr("Stop") : tr("Check"));
    progress_->setVisible(isChecking);
    const int row = list_->currentRow();
    const bool hasRow = row >= 0 && row < static_cast<int>(session_.models().size());
    if (!hasRow) {
        details_->setText(tr("No model found. Add the folder of one."));
        use_->setEnabled(false);
        check_->setEnabled(isChecking);
        remove_->setEnabled(false);
        return;
    }
    const ModelCard& card = session_.models()[static_cast<size_t>(row)];
    QStringList lines;
    lines.append(tr("%1 · %2 on disk").arg(card.pipeline, locale().formattedDataSize(card.weightBytes)));
    const qint64 memory = machineMemory();
    const QString need = locale().formattedDataSize(card.memoryGuess());
    if (memory == 0) {
        lines.append(tr("Needs about %1 of memory.").arg(need));
    } else if (card.memoryGuess() > memory) {
        lines.append(tr("Needs about %1 of memory; this machine has %2: choose a smaller one.")
                         .arg(need, locale().formattedDataSize(memory)));
    } else {
        lines.append(
            tr("Needs about %1 of this machine's %2 of memory.").arg(need, locale().formattedDataSize(memory)));
    }
    if (isVisible()) { // it starts a program: not for a panel nobody looks at
        info_->ask(card.folder);
    }
    const ModelFigures* figures = info_->find(card.folder);
    if (figures != nullptr) {
        lines.append(figures->licence.isEmpty() ? tr("Licence: not stated in the folder")
                                                : tr("Licence: %1").arg(figures->licence));
    }
    if (!card.vocabulary.isEmpty()) {
        lines.append(tr("Knows %n word(s)", nullptr, static_cast<int>(card.vocabulary.size())));
    }
    if (!card.isComplete()) {
        lines.append(tr("Missing: %1").arg(card.missing.join(QStringLiteral(", "))));
    }
    if (figures != nullptr && !figures->size.isEmpty()) {
        lines.append(tr("Made for: %1 at %2 frames per second, %3 steps, guidance %4")
                         .arg(figures->size, figures->rate)
                         .arg(figures->steps)
                         .arg(locale().toString(figures->guidance)));
    }
    if (!card.source.isEmpty()) {
        lines.append(tr("From: %1").arg(card.source));
    }
    if (card.origin == ModelOrigin::Added) {
        lines.append(tr("Added by name; \"longtake model remove %1\" forgets it").arg(card.name));
    }
    lines.append(QDir::toNativeSeparators(card.folder));
    if (isChecking && checker_->folder() == card.folder) {
        lines.append(tr("Checking…"));
    } else if (verdicts_.contains(card.folder)) {
        lines.append(verdicts_.value(card.folder));
    }
    check_->setEnabled(true);
    details_->setText(lines.join(QLatin1Char('\n')));
    use_->setEnabled(card.isComplete() && toQt(document_.project().model) != card.calledInFilms);
    remove_->setEnabled(session_.modelFolders().contains(card.folder));
}

void ModelsPanel::addFolder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of a model"));
    if (folder.isEmpty()) {
        return;
    }
    const Result<ModelCard> card = readModelCard(folder);
    if (!card) {
        details_->setText(messageOf(card.error()));
        return;
    }
    QStringList folders = session_.modelFolders();
    folders.append(card->folder);
    folders.removeDuplicates();
    session_.setModelFolders(folders);
}

} // namespace longtake::ui
