// SPDX-License-Identifier: Apache-2.0
#include "ui/document/film_session.h"

#include "core/base/program_folders.h"
#include "core/cache/take_store.h"
#include "core/cache/take_trimming.h"
#include "ui/bridge/qt_convert.h"
#include "ui/document/film_editor.h"
#include "ui/document/project_document.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <memory>
#include <utility>

namespace longtake::ui {

FilmSession::FilmSession(ProjectDocument& document, FilmEditor& editor, QSettings& settings, QObject* parent)
    : QObject(parent)
    , document_(document)
    , editor_(editor)
    , settings_(settings) {
    connect(&document_, &ProjectDocument::replaced, this, [this] { arrived_.clear(); });
    connect(&document_, &ProjectDocument::filePathChanged, this, [this] { reloadTakes(); });
    connect(&document_, &ProjectDocument::changed, this, [this] { followModel(); });
    if (const auto folder = preset_folder()) {
        if (Result<Presets> loaded = load_presets(*folder)) {
            presets_ = std::move(*loaded);
        }
    }
    reloadModels();
}

std::vector<CameraChoice> FilmSession::cameras() const {
    std::vector<CameraChoice> choices;
    for (const CameraPreset& camera : presets_.cameras) {
        choices.push_back({toQt(camera.id), toQt(camera.name), toQt(camera.text)});
    }
    return choices;
}

QString FilmSession::fileOf(const TakeId& take, const char* name) const {
    if (take.is_empty() || document_.filePath().isEmpty() || takes_.find(take) == nullptr) {
        return {};
    }
    const TakeStore store(data_folder_of(toPath(document_.filePath())));
    return toQt(store.take_folder(take) / name);
}

QString FilmSession::videoOf(const TakeId& take) const {
    return fileOf(take, kFramesFile);
}

QString FilmSession::thumbnailOf(const TakeId& take) const {
    return fileOf(take, kThumbFile);
}

QString FilmSession::videoOf(const Shot& shot) const {
    return videoOf(shot.chosen_take);
}

QString FilmSession::thumbnailOf(const Shot& shot) const {
    return thumbnailOf(shot.chosen_take);
}

std::vector<const Receipt*> FilmSession::takesOf(const ShotId& shot) const {
    std::vector<const Receipt*> takes = takes_.of_shot(shot);
    std::erase_if(takes,
                  [this](const Receipt* take) { return document_.project().deleted_takes.contains(take->take); });
    return takes;
}

void FilmSession::reloadTakes() {
    ++loads_;
    isLoading_ = false;
    takeOver(document_.filePath().isEmpty() ? TakeIndex()
                                            : TakeStore(data_folder_of(toPath(document_.filePath()))).load());
}

void FilmSession::takeOver(Result<TakeIndex> loaded) {
    takes_ = loaded ? std::move(*loaded) : TakeIndex();
    if (!loaded) {
        Q_EMIT problem(toQt(loaded.error().message), toQt(loaded.error().hint));
    }
    for (const QuarantinedTake& damaged : takes_.quarantined()) {
        Q_EMIT problem(tr("A take was damaged and set aside: %1").arg(toQt(damaged.reason)), toQt(damaged.folder));
    }
    for (auto arrived = arrived_.begin(); arrived != arrived_.end();) {
        const Shot* shot = document_.project().find(arrived->first);
        const bool isHere = takes_.find(arrived->second) != nullptr;
        if (isHere && shot != nullptr && !shot->is_pinned) {
            document_.showTake(arrived->first, arrived->second);
        }
        arrived = isHere || !isLoadWanted_ ? arrived_.erase(arrived) : std::next(arrived);
    }
    Q_EMIT takesChanged();
}

void FilmSession::addTake(const ShotId& shot, const TakeId& take) {
    arrived_[shot] = take;
    loadBeside();
}

void FilmSession::loadBeside() {
    isLoadWanted_ = isLoading_; // what arrives while takes are read may not be among them
    if (isLoading_ || document_.filePath().isEmpty()) {
        return;
    }
    isLoading_ = true;
    const int load = ++loads_;
    loader_ = std::jthread([this, load, folder = data_folder_of(toPath(document_.filePath()))] {
        auto loaded = std::make_shared<Result<TakeIndex>>(TakeStore(folder).load());
        QMetaObject::invokeMethod(this, [this, load, loaded] {
            if (load != loads_) {
                return;
            }
            isLoading_ = false;
            takeOver(std::move(*loaded));
            if (std::exchange(isLoadWanted_, false)) {
                loadBeside();
            }
        });
    });
}

void FilmSession::chooseTake(const ShotId& shot, const TakeId& take) {
    const Project& film = document_.project();
    std::map<ShotId, TakeId> chosen{{shot, take}};
    TakeId last = take;
    const auto first = film.index_of(shot);
    for (size_t i = first.value_or(film.shots.size()) + 1; i < film.shots.size(); ++i) {
        const Shot& next = film.shots[i];
        const Receipt* made = nullptr;
        for (const Receipt* candidate : takesOf(next.id)) {
            const Receipt* parent = takes_.parent_of(*candidate);
            if (made == nullptr && parent != nullptr && parent->take == last) {
                made = candidate; // takesOf() begins with the newest
            }
        }
        if (next.seam.kind != SeamKind::Continue || next.is_pinned || made == nullptr) {
            break; // what stays behind is shown as out of date
        }
        chosen[next.id] = last = made->take;
    }
    editor_.chooseTakes(chosen, shot);
}

namespace {

TrimRules rulesOf(qint64 mostBytes, bool removesDeleted) {
    TrimRules rules;
    rules.removes_deleted = removesDeleted;
    if (mostBytes > 0) {
        rules.most_bytes = mostBytes;
    }
    return rules;
}

} // namespace

qint64 FilmSession::takeBytes() const {
    return plan_trimming(document_.project(), takes_, {}).kept_bytes;
}

qint64 FilmSession::removableBytes(qint64 mostBytes, bool removesDeleted) const {
    return plan_trimming(document_.project(), takes_, rulesOf(mostBytes, removesDeleted)).freed_bytes;
}

qint64 FilmSession::freeSpace(qint64 mostBytes, bool removesDeleted) {
    const TrimPlan plan = plan_trimming(document_.project(), takes_, rulesOf(mostBytes, removesDeleted));
    if (plan.takes.empty() || document_.filePath().isEmpty() || document_.isReadOnly()) {
        return 0;
    }
    const Result<void> removed = TakeStore(data_folder_of(toPath(document_.filePath()))).remove(plan.takes);
    if (!removed) {
        Q_EMIT problem(toQt(removed.error().message), toQt(removed.error().hint));
    }
    reloadTakes();
    return removed ? plan.freed_bytes : 0;
}

QString FilmSession::queueFile() const {
    return document_.filePath().isEmpty() ? QString()
                                          : toQt(data_folder_of(toPath(document_.filePath())) / "queue.json");
}

QStringList FilmSession::modelFolders() const {
    return settings_.value(QStringLiteral("models/folders")).toStringList();
}

void FilmSession::setModelFolders(const QStringList& folders) {
    settings_.setValue(QStringLiteral("models/folders"), folders);
    reloadModels();
}

void FilmSession::setAddedModels(const std::vector<AddedModel>& models) {
    if (models != addedModels_) {
        addedModels_ = models;
        reloadModels();
    }
}

void FilmSession::reloadModels() {
    models_.clear();
    const auto list = [this](const QString& folder, const QString& name, ModelOrigin origin) {
        const bool isListed = std::any_of(models_.begin(), models_.end(), [&](const ModelCard& card) {
            return card.folder == QDir(folder).absolutePath();
        });
        Result<ModelCard> card = readModelCard(folder);
        if (isListed || !card) {
            return;
        }
        card->origin = origin;
        card->name = name.isEmpty() ? card->name : name;
        card->calledInFilms = name.isEmpty() ? card->folder : name;
        models_.push_back(std::move(*card));
    };
    if (const auto resources = resource_folder()) {
        const QDir shipped(toQt(*resources / "models"));
        for (const QFileInfo& folder : shipped.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            list(folder.absoluteFilePath(), folder.fileName(), ModelOrigin::Shipped);
        }
    }
    for (const AddedModel& model : addedModels_) {
        list(model.folder, model.name, ModelOrigin::Added);
    }
    for (const QString& folder : modelFolders()) {
        list(folder, {}, ModelOrigin::Folder);
    }
    followModel();
    Q_EMIT modelsChanged();
}

const ModelCard* FilmSession::model() const {
    const QString wanted = toQt(document_.project().model);
    const auto found = std::find_if(models_.begin(), models_.end(), [&](const ModelCard& card) {
        return card.calledInFilms == wanted || card.folder == QDir(document_.folder()).absoluteFilePath(wanted);
    });
    return found == models_.end() ? nullptr : &*found;
}

void FilmSession::followModel() {
    if (const ModelCard* card = model()) {
        document_.setGrid(card->grid);
    }
}

} // namespace longtake::ui
