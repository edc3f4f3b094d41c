// SPDX-License-Identifier: Apache-2.0
// What a person can ask for, in the words of the window: each method turns one intent into edits and hands them to the
// document as one named undo step. Panels call these; they never build an Edit themselves.
#pragma once

#include "core/project/project.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <vector>

namespace longtake::ui {

class ProjectDocument;
class Selection;

class FilmEditor : public QObject {
    Q_OBJECT
public:
    FilmEditor(ProjectDocument& document, Selection& selection, QObject* parent = nullptr);

    /// A shot before the one at `index` (behind the last for any larger index); it becomes the selection.
    void addShot(size_t index, const QString& prompt = {});
    void removeShots(const std::vector<ShotId>& ids);
    void duplicateShots(const std::vector<ShotId>& ids);
    /// Puts `ids`, in film order, before the shot now at `index`; copies of them when `isCopy`.
    void moveShots(const std::vector<ShotId>& ids, size_t index, bool isCopy = false);
    /// One place earlier (-1) or later (+1).
    void nudgeShots(const std::vector<ShotId>& ids, int direction);
    /// Copies made elsewhere, with fresh ids and without their takes.
    void insertCopies(std::vector<Shot> shots, size_t index);
    /// Two shots in place of the one under film frame `frame`.
    void splitAt(int64_t frame);
    void mergeShots(const std::vector<ShotId>& ids);
    /// Length in frames as asked for.
    void setFrames(const std::vector<ShotId>& ids, int64_t frames);
    void setSeconds(const std::vector<ShotId>& ids, double seconds);
    /// One step of the model's grid longer or shorter.
    void stepLength(const std::vector<ShotId>& ids, int direction);
    /// The shot under `frame` begins (or ends) there.
    void trimHeadTo(int64_t frame);
    void trimTailTo(int64_t frame);

    /// Changes fields of shots: `change` runs on a copy of each. `mergeKey` as in ProjectDocument::perform.
    void changeShots(const std::vector<ShotId>& ids,
                     const QString& text,
                     const QString& mergeKey,
                     const std::function<void(Shot&)>& change);
    /// Title, size, rate, seed, model, look and the like: everything of the film but shots, scenes and characters.
    void changeFilm(const QString& text, const QString& mergeKey, const std::function<void(Project&)>& change);

    /// A new scene holding `ids`.
    void makeScene(const std::vector<ShotId>& ids, const QString& title);
    void renameScene(const SceneId& id, const QString& title);
    void describeScene(const SceneId& id, const QString& description);
    void setCharacter(const QString& formerName, const Character& character);
    void removeCharacter(const QString& name);

    void chooseTake(const ShotId& shot, const TakeId& take) { chooseTakes({{shot, take}}, shot); }
    /// One undo step, named after `shot`.
    void chooseTakes(const std::map<ShotId, TakeId>& takes, const ShotId& shot);
    void rateTake(const TakeId& take, int stars);
    void deleteTake(const ShotId& shot, const TakeId& take);

private:
    bool changeTo(const Project& after, const QString& text, const QString& mergeKey = {});
    QString numbersOf(const std::vector<ShotId>& ids) const;
    std::vector<ShotId> inFilmOrder(const std::vector<ShotId>& ids) const;
    ShotId freshShotId(const std::string& prompt, const std::vector<Shot>& alsoTaken) const;

    ProjectDocument& document_;
    Selection& selection_;
};

} // namespace longtake::ui
