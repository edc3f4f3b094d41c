// SPDX-License-Identifier: Apache-2.0
#include "ui/document/film_editor.h"

#include "core/project/timeline.h"
#include "ui/bridge/qt_convert.h"
#include "ui/document/film_edits.h"
#include "ui/document/project_document.h"
#include "ui/document/selection.h"

#include <algorithm>
#include <set>

namespace longtake::ui {

namespace {

using Shots = std::vector<Shot>;

Shots::iterator findShot(Project& film, const ShotId& id) {
    return std::find_if(film.shots.begin(), film.shots.end(), [&](const Shot& shot) { return shot.id == id; });
}

std::string joined(const std::string& first, const std::string& second, const char* between) {
    return first.empty() ? second : second.empty() ? first : first + between + second;
}

SceneId freshSceneId(const Project& film) {
    for (size_t number = film.scenes.size() + 1;; ++number) {
        const SceneId id{"scene" + std::to_string(number)};
        if (film.find(id) == nullptr) {
            return id;
        }
    }
}

} // namespace

FilmEditor::FilmEditor(ProjectDocument& document, Selection& selection, QObject* parent)
    : QObject(parent)
    , document_(document)
    , selection_(selection) {
    connect(&document_, &ProjectDocument::changed, this, [this] {
        std::vector<ShotId> existing;
        for (const Shot& shot : document_.project().shots) {
            existing.push_back(shot.id);
        }
        selection_.keepOnly(existing);
    });
}

QString FilmEditor::numbersOf(const std::vector<ShotId>& ids) const {
    if (ids.size() != 1) {
        return tr("%n shot(s)", nullptr, static_cast<int>(ids.size()));
    }
    return tr("shot %1").arg(document_.project().index_of(ids.front()).value_or(0) + 1);
}

std::vector<ShotId> FilmEditor::inFilmOrder(const std::vector<ShotId>& ids) const {
    const std::set<ShotId> wanted(ids.begin(), ids.end());
    std::vector<ShotId> ordered;
    for (const Shot& shot : document_.project().shots) {
        if (wanted.contains(shot.id)) {
            ordered.push_back(shot.id);
        }
    }
    return ordered;
}

ShotId FilmEditor::freshShotId(const std::string& prompt, const Shots& alsoTaken) const {
    return new_shot_id(prompt, [&](const ShotId& id) {
        return document_.project().find(id) != nullptr ||
               std::any_of(alsoTaken.begin(), alsoTaken.end(), [&](const Shot& shot) { return shot.id == id; });
    });
}

bool FilmEditor::changeTo(const Project& after, const QString& text, const QString& mergeKey) {
    return document_.perform(editsBetween(document_.project(), after), text, mergeKey);
}

void FilmEditor::addShot(size_t index, const QString& prompt) {
    Project after = document_.project();
    const size_t place = std::min(index, after.shots.size());
    Shot shot;
    shot.prompt = toCore(prompt);
    shot.id = freshShotId(shot.prompt, {});
    if (place > 0) {
        shot.scene = after.shots[place - 1].scene;
        shot.length = after.shots[place - 1].length;
    }
    const ShotId id = shot.id;
    after.shots.insert(after.shots.begin() + static_cast<ptrdiff_t>(place), std::move(shot));
    if (changeTo(after, tr("add shot %1").arg(place + 1))) {
        selection_.selectOnly(id);
    }
}

void FilmEditor::removeShots(const std::vector<ShotId>& ids) {
    const std::vector<ShotId> ordered = inFilmOrder(ids);
    if (ordered.empty()) {
        return;
    }
    const QString text = tr("delete %1").arg(numbersOf(ordered));
    const size_t place = document_.project().index_of(ordered.front()).value_or(0);
    Project after = document_.project();
    const std::set<ShotId> gone(ordered.begin(), ordered.end());
    std::erase_if(after.shots, [&](const Shot& shot) { return gone.contains(shot.id); });
    if (changeTo(after, text) && !document_.project().shots.empty()) {
        selection_.selectOnly(document_.project().shots[std::min(place, document_.project().shots.size() - 1)].id);
    }
}

void FilmEditor::insertCopies(Shots shots, size_t index) {
    Project after = document_.project();
    const size_t place = std::min(index, after.shots.size());
    Shots fresh;
    std::vector<ShotId> ids;
    for (Shot& shot : shots) {
        shot.id = freshShotId(shot.prompt, fresh);
        shot.chosen_take = {};
        shot.is_pinned = false;
        if (after.find(shot.scene) == nullptr) {
            shot.scene = {};
        }
        ids.push_back(shot.id);
        fresh.push_back(std::move(shot));
    }
    if (ids.empty()) {
        return;
    }
    after.shots.insert(after.shots.begin() + static_cast<ptrdiff_t>(place), fresh.begin(), fresh.end());
    if (changeTo(after, tr("insert %n shot(s)", nullptr, static_cast<int>(ids.size())))) {
        selection_.select(ids, ids.front());
    }
}

void FilmEditor::duplicateShots(const std::vector<ShotId>& ids) {
    const std::vector<ShotId> ordered = inFilmOrder(ids);
    if (!ordered.empty()) {
        moveShots(ordered, document_.project().index_of(ordered.back()).value_or(0) + 1, true);
    }
}

void FilmEditor::moveShots(const std::vector<ShotId>& ids, size_t index, bool isCopy) {
    const std::vector<ShotId> ordered = inFilmOrder(ids);
    Shots moved;
    for (const ShotId& id : ordered) {
        moved.push_back(*document_.project().find(id));
    }
    if (isCopy) {
        insertCopies(std::move(moved), index);
        return;
    }
    const QString text = tr("move %1").arg(numbersOf(ordered));
    Project after = document_.project();
    const std::set<ShotId> taken(ordered.begin(), ordered.end());
    // The place counts the shots that stay and stand before it.
    size_t place = 0;
    for (size_t i = 0; i < std::min(index, after.shots.size()); ++i) {
        place += taken.contains(after.shots[i].id) ? 0 : 1;
    }
    std::erase_if(after.shots, [&](const Shot& shot) { return taken.contains(shot.id); });
    after.shots.insert(after.shots.begin() + static_cast<ptrdiff_t>(place), moved.begin(), moved.end());
    changeTo(after, text);
}

void FilmEditor::nudgeShots(const std::vector<ShotId>& ids, int direction) {
    const std::vector<ShotId> ordered = inFilmOrder(ids);
    if (ordered.empty()) {
        return;
    }
    const size_t first = document_.project().index_of(ordered.front()).value_or(0);
    const size_t last = document_.project().index_of(ordered.back()).value_or(0);
    if (direction < 0 && first > 0) {
        moveShots(ordered, first - 1);
    } else if (direction > 0 && last + 1 < document_.project().shots.size()) {
        moveShots(ordered, last + 2);
    }
}

void FilmEditor::splitAt(int64_t frame) {
    const auto seen = film_frame_at(document_.timeline(), frame);
    if (!seen || seen->shot_frame == 0) {
        return;
    }
    Project after = document_.project();
    Shot& head = after.shots[seen->shot];
    Shot tail = head;
    const int64_t frames = document_.timeline().shots[seen->shot].frames;
    head.length = FrameCount{seen->shot_frame};
    tail.length = FrameCount{frames - seen->shot_frame};
    tail.id = freshShotId(tail.prompt, {});
    tail.seam = {};
    tail.narration.clear();
    tail.chosen_take = {};
    tail.is_pinned = false;
    std::erase_if(tail.keyframes, [](const Keyframe& keyframe) { return keyframe.place == KeyframePlace::First; });
    std::erase_if(head.keyframes, [](const Keyframe& keyframe) { return keyframe.place == KeyframePlace::Last; });
    const ShotId id = tail.id;
    after.shots.insert(after.shots.begin() + static_cast<ptrdiff_t>(seen->shot) + 1, std::move(tail));
    if (changeTo(after, tr("split shot %1").arg(seen->shot + 1))) {
        selection_.selectOnly(id);
    }
}

void FilmEditor::mergeShots(const std::vector<ShotId>& ids) {
    const std::vector<ShotId> ordered = inFilmOrder(ids);
    if (ordered.size() < 2) {
        return;
    }
    const QString text = tr("merge %1").arg(numbersOf(ordered));
    Project after = document_.project();
    int64_t frames = 0;
    for (const ShotId& id : ordered) {
        frames += document_.timeline().shots[document_.project().index_of(id).value_or(0)].frames;
    }
    Shot merged = *document_.project().find(ordered.front());
    merged.length = FrameCount{frames};
    for (size_t i = 1; i < ordered.size(); ++i) {
        const Shot& next = *document_.project().find(ordered[i]);
        merged.prompt = merged.prompt == next.prompt ? merged.prompt : joined(merged.prompt, next.prompt, " ");
        merged.narration = joined(merged.narration, next.narration, "\n");
        merged.notes = joined(merged.notes, next.notes, "\n");
        after.shots.erase(findShot(after, ordered[i]));
    }
    *findShot(after, ordered.front()) = std::move(merged);
    if (changeTo(after, text)) {
        selection_.selectOnly(ordered.front());
    }
}

void FilmEditor::setFrames(const std::vector<ShotId>& ids, int64_t frames) {
    changeShots(ids, tr("change length of %1").arg(numbersOf(ids)), {},
                [frames](Shot& shot) { shot.length = FrameCount{frames}; });
}

void FilmEditor::setSeconds(const std::vector<ShotId>& ids, double seconds) {
    changeShots(ids, tr("change length of %1").arg(numbersOf(ids)), {},
                [seconds](Shot& shot) { shot.length = Seconds{seconds}; });
}

void FilmEditor::stepLength(const std::vector<ShotId>& ids, int direction) {
    const int64_t step = document_.grid().step * direction;
    changeShots(ids, tr("change length of %1").arg(numbersOf(ids)), QStringLiteral("step"), [&](Shot& shot) {
        const size_t index = document_.project().index_of(shot.id).value_or(0);
        shot.length = FrameCount{std::max<int64_t>(1, document_.timeline().shots[index].frames + step)};
    });
}

void FilmEditor::trimTailTo(int64_t frame) {
    const auto seen = film_frame_at(document_.timeline(), frame);
    if (seen && seen->shot_frame > 0) {
        setFrames({document_.project().shots[seen->shot].id}, seen->shot_frame);
    }
}

void FilmEditor::trimHeadTo(int64_t frame) {
    const auto seen = film_frame_at(document_.timeline(), frame);
    if (!seen || seen->shot_frame == 0) {
        return;
    }
    const int64_t left = document_.timeline().shots[seen->shot].frames - seen->shot_frame;
    setFrames({document_.project().shots[seen->shot].id}, left);
    selection_.setPlayhead(document_.timeline().shots[seen->shot].start_frame);
}

void FilmEditor::changeShots(const std::vector<ShotId>& ids,
                             const QString& text,
                             const QString& mergeKey,
                             const std::function<void(Shot&)>& change) {
    Project after = document_.project();
    for (const ShotId& id : ids) {
        if (const auto shot = findShot(after, id); shot != after.shots.end()) {
            change(*shot);
        }
    }
    changeTo(after, text, mergeKey);
}

void FilmEditor::changeFilm(const QString& text, const QString& mergeKey, const std::function<void(Project&)>& change) {
    Project after = document_.project();
    change(after);
    changeTo(after, text, mergeKey);
}

void FilmEditor::makeScene(const std::vector<ShotId>& ids, const QString& title) {
    Project after = document_.project();
    Scene scene;
    scene.id = freshSceneId(after);
    scene.title = toCore(title);
    for (const ShotId& id : ids) {
        findShot(after, id)->scene = scene.id;
    }
    after.scenes.push_back(std::move(scene));
    changeTo(after, tr("new scene"));
}

void FilmEditor::renameScene(const SceneId& id, const QString& title) {
    Project after = document_.project();
    for (Scene& scene : after.scenes) {
        scene.title = scene.id == id ? toCore(title) : scene.title;
    }
    changeTo(after, tr("rename scene"));
}

void FilmEditor::describeScene(const SceneId& id, const QString& description) {
    Project after = document_.project();
    for (Scene& scene : after.scenes) {
        scene.description = scene.id == id ? toCore(description) : scene.description;
    }
    changeTo(after, tr("describe scene"), QStringLiteral("scene:%1").arg(toQt(id.value)));
}

void FilmEditor::setCharacter(const QString& formerName, const Character& character) {
    Project after = document_.project();
    const auto known = std::find_if(after.characters.begin(), after.characters.end(),
                                    [&](const Character& one) { return toQt(one.name) == formerName; });
    if (known == after.characters.end()) {
        after.characters.push_back(character);
    } else {
        *known = character;
    }
    changeTo(after, tr("change character %1").arg(toQt(character.name)),
             QStringLiteral("character:%1").arg(formerName));
}

void FilmEditor::removeCharacter(const QString& name) {
    Project after = document_.project();
    std::erase_if(after.characters, [&](const Character& one) { return toQt(one.name) == name; });
    changeTo(after, tr("remove character %1").arg(name));
}

void FilmEditor::chooseTakes(const std::map<ShotId, TakeId>& takes, const ShotId& shot) {
    Project after = document_.project();
    for (const auto& [id, take] : takes) {
        if (Shot* changed = after.find(id)) {
            changed->chosen_take = take;
        }
    }
    changeTo(after, tr("choose take of %1").arg(numbersOf({shot})));
}

void FilmEditor::rateTake(const TakeId& take, int stars) {
    Project after = document_.project();
    after.ratings[take].stars = stars;
    if (after.ratings[take] == TakeRating{}) {
        after.ratings.erase(take);
    }
    changeTo(after, tr("rate take"));
}

void FilmEditor::deleteTake(const ShotId& shot, const TakeId& take) {
    Project after = document_.project();
    after.deleted_takes[take] = shot;
    if (const auto owner = findShot(after, shot); owner != after.shots.end() && owner->chosen_take == take) {
        owner->chosen_take = {};
        owner->is_pinned = false;
    }
    changeTo(after, tr("delete take"));
}

} // namespace longtake::ui
