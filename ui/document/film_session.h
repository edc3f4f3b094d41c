// SPDX-License-Identifier: Apache-2.0
// The film that is open, beyond its values: its file, its takes on disk, its model, and what to keep when the program
// dies. Knows where a shot's pictures lie; panels ask here.
#pragma once

#include "core/cache/take_index.h"
#include "core/project/presets.h"
#include "core/project/project.h"
#include "ui/bridge/model_list.h"
#include "ui/document/model_card.h"

#include <QObject>
#include <QString>

#include <map>
#include <thread>
#include <vector>

class QSettings;

namespace longtake::ui {

/// A camera move a person can choose: id as stored, name as shown, text it adds to the prompt.
struct CameraChoice {
    QString id;
    QString name;
    QString text;
};

class FilmEditor;
class ProjectDocument;

class FilmSession : public QObject {
    Q_OBJECT
public:
    FilmSession(ProjectDocument& document, FilmEditor& editor, QSettings& settings, QObject* parent = nullptr);

    /// Video and picture of the take a shot shows now; empty for none.
    QString videoOf(const Shot& shot) const;
    QString thumbnailOf(const Shot& shot) const;
    QString videoOf(const TakeId& take) const;
    QString thumbnailOf(const TakeId& take) const;
    const TakeIndex& takes() const { return takes_; }
    /// Takes of a shot that were not deleted, the newest first.
    std::vector<const Receipt*> takesOf(const ShotId& shot) const;
    /// A new take came: the takes are read anew beside the window, then it is shown unless the shot is pinned. Not an
    /// undo step: undo never loses a render.
    void addTake(const ShotId& shot, const TakeId& take);
    /// Shows `take` in its shot and, in the shots that continue from it, the newest takes made from it: a person who
    /// goes back to an earlier take gets its whole branch. One undo step. A pinned shot ends the branch.
    void chooseTake(const ShotId& shot, const TakeId& take);
    void reloadTakes();
    /// Takes that came are still to be read or shown.
    bool isReading() const { return isLoading_ || !arrived_.empty(); }
    /// What all takes of the film weigh, deleted ones too.
    qint64 takeBytes() const;
    /// What freeSpace() would free.
    qint64 removableBytes(qint64 mostBytes, bool removesDeleted) const;
    /// Removes takes for good: deleted ones when `removesDeleted`, and the oldest while all weigh more than `mostBytes`
    /// (0: no limit). Takes that are shown, rated or continued from stay. Returns what it freed.
    qint64 freeSpace(qint64 mostBytes, bool removesDeleted);
    /// Where the film's unfinished jobs are kept between two runs of the program; empty for a film never saved.
    QString queueFile() const;

    /// Camera moves by name, shipped and the person's own.
    const Presets& presets() const { return presets_; }
    std::vector<CameraChoice> cameras() const;

    const std::vector<ModelCard>& models() const { return models_; }
    /// The film's model; null when it is not installed.
    const ModelCard* model() const;
    void reloadModels();
    /// Folders of the person's own models, kept in the settings.
    QStringList modelFolders() const;
    void setModelFolders(const QStringList& folders);
    /// The models that films find by name beside the shipped ones.
    void setAddedModels(const std::vector<AddedModel>& models);

Q_SIGNALS:
    void takesChanged();
    void modelsChanged();
    void problem(const QString& message, const QString& hint);

private:
    QString fileOf(const TakeId& take, const char* name) const;
    void followModel();
    void loadBeside();
    void takeOver(Result<TakeIndex> loaded);

    ProjectDocument& document_;
    FilmEditor& editor_;
    QSettings& settings_;
    TakeIndex takes_;
    Presets presets_;
    std::vector<ModelCard> models_;
    std::vector<AddedModel> addedModels_;
    std::map<ShotId, TakeId> arrived_; ///< to be shown when they are read
    bool isLoading_ = false;
    bool isLoadWanted_ = false; ///< once more when the running one is done
    int loads_ = 0;             ///< tells a load that was overtaken from the current one
    std::jthread loader_;
};

} // namespace longtake::ui
