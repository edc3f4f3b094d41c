// SPDX-License-Identifier: Apache-2.0
#include "core/project/project_fields.h"

#include "core/base/ascii.h"
#include "core/project/limits.h"

#include <array>
#include <charconv>
#include <cmath>

namespace longtake {

namespace {

constexpr std::string_view kSecondsHint = "Write seconds like 2 s or 0.5 s.";

/// The number in front of `unit`, or nothing.
template <typename Number> std::optional<Number> number_before(std::string_view text, std::string_view unit) {
    if (!text.ends_with(unit)) {
        return std::nullopt;
    }
    const std::string_view digits = trimmed(text.substr(0, text.size() - unit.size()));
    Number value{};
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failure != std::errc{} || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return value;
}

void read_text_scalar(Reading& reading, const YamlNode& node, std::string_view expected, std::string_view hint) {
    reading.problem(node,
                    node.is_scalar() ? yaml_quoted(node.text()) + " is no " + std::string(expected)
                                     : "expected a " + std::string(expected),
                    std::string(hint));
}

void read_seconds(Reading& reading, const YamlNode& node, double& value) {
    const auto seconds = node.is_scalar() ? parse_seconds(node.text()) : std::nullopt;
    if (!seconds) {
        read_text_scalar(reading, node, "time", kSecondsHint);
        return;
    }
    value = *seconds;
}

void read_seam_kind(Reading& reading, const YamlNode& node, Seam& seam) {
    const auto kind = node.is_scalar() ? parse_seam_kind(node.text()) : std::nullopt;
    if (!kind) {
        read_text_scalar(reading, node, "seam", "A seam is continue, cut or dissolve.");
        return;
    }
    seam.kind = *kind;
}

/// "continue", "cut", "dissolve" or "dissolve 0.5 s", or a map of seam_fields().
void read_seam(Reading& reading, const YamlNode& node, Shot& shot) {
    if (node.is_map()) {
        read_fields(reading, node, seam_fields(), shot.seam, shot.seam.unknown);
        return;
    }
    constexpr std::string_view kDissolve = "dissolve ";
    if (node.is_scalar() && node.text().starts_with(kDissolve)) {
        if (const auto seconds = parse_seconds(std::string_view(node.text()).substr(kDissolve.size()))) {
            shot.seam.kind = SeamKind::Dissolve;
            shot.seam.dissolve_s = *seconds;
            return;
        }
    }
    read_seam_kind(reading, node, shot.seam);
}

void write_seam(YamlWriter& writer, std::string_view key, const Shot& shot) {
    Seam shortest;
    shortest.kind = shot.seam.kind;
    if (shot.seam.kind == SeamKind::Dissolve) {
        shortest.dissolve_s = shot.seam.dissolve_s;
    }
    if (shot.seam == Seam{}) {
        return;
    }
    if (shot.seam == shortest) {
        const bool is_dissolve = shot.seam.kind == SeamKind::Dissolve;
        writer.raw(key, std::string(to_string(shot.seam.kind)) +
                            (is_dissolve ? " " + number_text(shot.seam.dissolve_s) + " s" : ""));
        return;
    }
    writer.begin(key);
    write_fields(writer, seam_fields(), shot.seam, shot.seam.unknown);
    writer.end();
}

void read_keyframes(Reading& reading, const YamlNode& node, Shot& shot) {
    if (!expect_list(reading, node)) {
        return;
    }
    for (size_t i = 0; i < node.size(); ++i) {
        const Reading::Scope scope(reading, "[" + std::to_string(i) + "]");
        Keyframe keyframe;
        if (node.item(i).is_scalar()) {
            keyframe.image = node.item(i).text();
        } else {
            read_fields(reading, node.item(i), keyframe_fields(), keyframe, keyframe.unknown);
        }
        shot.keyframes.push_back(std::move(keyframe));
    }
}

void write_keyframes(YamlWriter& writer, std::string_view key, const Shot& shot) {
    if (shot.keyframes.empty()) {
        return;
    }
    writer.begin(key);
    for (const Keyframe& keyframe : shot.keyframes) {
        writer.begin_item();
        write_fields(writer, keyframe_fields(), keyframe, keyframe.unknown);
        writer.end();
    }
    writer.end();
}

void read_keyframe_place(Reading& reading, const YamlNode& node, Keyframe& keyframe) {
    const auto seconds = node.is_scalar() ? parse_seconds(node.text()) : std::nullopt;
    if (seconds) {
        keyframe.place = KeyframePlace::At;
        keyframe.at_s = *seconds;
    } else if (node.is_scalar() && (node.text() == "first" || node.text() == "last")) {
        keyframe.place = node.text() == "first" ? KeyframePlace::First : KeyframePlace::Last;
    } else {
        read_text_scalar(reading, node, "place in a shot", "Write first, last, or a time in the shot like 1.5 s.");
    }
}

void write_keyframe_place(YamlWriter& writer, std::string_view key, const Keyframe& keyframe) {
    switch (keyframe.place) {
    case KeyframePlace::First: writer.raw(key, "first"); break;
    case KeyframePlace::Last: writer.raw(key, "last"); break;
    case KeyframePlace::At: writer.raw(key, number_text(keyframe.at_s) + " s"); break;
    }
}

void read_length(Reading& reading, const YamlNode& node, Shot& shot) {
    const auto length = node.is_scalar() ? parse_length(node.text()) : std::nullopt;
    if (!length) {
        read_text_scalar(reading, node, "length", "Write seconds like 2 s, or frames like 33 frames.");
        return;
    }
    shot.length = *length;
}

void read_size(Reading& reading, const YamlNode& node, Project& project) {
    const auto size = parse_size(node.text());
    if (!size) {
        reading.problem(node, size.error().message, size.error().hint);
        return;
    }
    project.size = *size;
}

void read_frame_rate(Reading& reading, const YamlNode& node, Project& project) {
    const auto rate = parse_frame_rate(node.text());
    if (!rate) {
        reading.problem(node, rate.error().message, rate.error().hint);
        return;
    }
    project.frame_rate = *rate;
}

/// A field that holds an id: empty means none and is not written.
template <typename Owner, auto kMember>
constexpr Field<Owner> id_field(std::string_view key, std::string_view kind, std::string_view meaning) {
    return {
        key, kind, meaning,
        [](Reading& reading, const YamlNode& node, Owner& owner) { read_value(reading, node, (owner.*kMember).value); },
        [](YamlWriter& writer, std::string_view name, const Owner& owner) {
            if (!(owner.*kMember).is_empty()) {
                write_value(writer, name, (owner.*kMember).value);
            }
        }};
}

constexpr std::string_view kText = "text";
constexpr std::string_view kSourceMeaning =
    "The story's words this came from; `longtake new --update` compares with it to see what changed.";

constexpr std::array kFilmFields{
    plain_field<&Project::title>("title", kText, "The film's title."),
    Field<Project>{"size", "WxH, sides from 16 to 8192 in steps of 8; 160x96 when absent", "The picture in pixels.",
                   read_size,
                   [](YamlWriter& writer, std::string_view key, const Project& project) {
                       writer.raw(key, to_string(project.size));
                   }},
    Field<Project>{"fps", "1 to 240, also 23.976 or 24000/1001; 16 when absent", "Frames a second.", read_frame_rate,
                   [](YamlWriter& writer, std::string_view key, const Project& project) {
                       writer.raw(key, to_string(project.frame_rate));
                   }},
    Field<Project>{
        "seed", "whole number from 0; 1 when absent",
        "Seeds of shots that have none of their own follow from this one.",
        [](Reading& reading, const YamlNode& node, Project& project) { read_value(reading, node, project.seed); },
        [](YamlWriter& writer, std::string_view key, const Project& project) {
            write_value(writer, key, project.seed);
        }},
    plain_field<&Project::steps>(
        "steps", "whole number from 1 to 1000; the model's default when absent", "Sampling steps of every shot."),
    plain_field<&Project::guidance>("guidance",
                                    "number from 0 to 100; the model's default when absent",
                                    "How strongly every shot follows its prompt."),
    plain_field<&Project::drift_help>("drift_help",
                                      "number from 0 to 1; 0 (off) when absent",
                                      "Pulls colour and contrast of a long sequence back to how it began."),
};

constexpr std::array kLookFields{
    plain_field<&Look::style>("style", kText, "Added to the prompt of every shot."),
    plain_field<&Look::negative>("negative", kText, "What no shot shall show."),
};

constexpr std::array kCharacterFields{
    plain_field<&Character::description>("description", kText, "What @name becomes in prompts."),
    plain_field<&Character::source>("source", kText, kSourceMeaning),
};

constexpr std::array kSceneFields{
    id_field<Scene, &Scene::id>("id", "id, needed", "What shots name in `scene`."),
    plain_field<&Scene::title>("title", kText, "Shown above the scene's shots."),
    plain_field<&Scene::description>("description", kText, "Added to the prompt of every shot of the scene."),
    plain_field<&Scene::source>("source", kText, kSourceMeaning),
};

constexpr std::array kSeamFields{
    Field<Seam>{
        "kind", "continue, cut or dissolve", "How the shot follows.", read_seam_kind,
        [](YamlWriter& writer, std::string_view key, const Seam& seam) { writer.raw(key, to_string(seam.kind)); }},
    Field<Seam>{
        "dissolve", "time above 0 up to 10 s; 0.5 s when absent", "How long a dissolve lasts.",
        [](Reading& reading, const YamlNode& node, Seam& seam) { read_seconds(reading, node, seam.dissolve_s); },
        [](YamlWriter& writer, std::string_view key, const Seam& seam) {
            if (seam.dissolve_s != Seam{}.dissolve_s) {
                writer.raw(key, number_text(seam.dissolve_s) + " s");
            }
        }},
    optional_field<&Seam::blend_latents>("blend",
                                         "whole number from 0 (at once) to 8; the model's default when absent",
                                         "Latents over which the prompt before blends into this one (continue)."),
    plain_field<&Seam::context_latents>("context",
                                        "whole number from 0 to 64; 0 (the model's default) when absent",
                                        "Latents of the shot before that this one sees (continue)."),
};

constexpr std::array kKeyframeFields{
    Field<Keyframe>{
        "image", "path from the film's folder, needed", "The picture.",
        [](Reading& reading, const YamlNode& node, Keyframe& keyframe) { read_value(reading, node, keyframe.image); },
        [](YamlWriter& writer, std::string_view key, const Keyframe& keyframe) {
            write_value(writer, key, keyframe.image);
        }},
    Field<Keyframe>{"at", "first, last, or a time in the shot like 1.5 s; first when absent",
                    "Where the shot shall show it.", read_keyframe_place, write_keyframe_place},
};

constexpr std::array kShotFields{
    id_field<Shot, &Shot::id>(
        "id",
        "id; made from the prompt when absent",
        "The shot's name for good: takes and seeds belong to it, so it stays when the prompt changes."),
    Field<Shot>{
        "prompt", kText, "What is to be seen. @name stands for a character's description.",
        [](Reading& reading, const YamlNode& node, Shot& shot) { read_value(reading, node, shot.prompt); },
        [](YamlWriter& writer, std::string_view key, const Shot& shot) { write_value(writer, key, shot.prompt); }},
    plain_field<&Shot::negative>("negative", kText, "What this shot shall not show, behind the film's negative."),
    Field<Shot>{
        "length", "seconds like 2 s, or frames like 33 frames; 2 s when absent",
        "Made as near to it as the model's grid of frames allows. Seconds follow a change of fps.", read_length,
        [](YamlWriter& writer, std::string_view key, const Shot& shot) { writer.raw(key, to_string(shot.length)); }},
    Field<Shot>{"seam", "continue, cut, dissolve 0.5 s, or the keys under Seam; continue when absent",
                "How the shot follows the one before; the first shot of a film always begins with a cut.", read_seam,
                write_seam},
    id_field<Shot, &Shot::scene>("scene", "id of a scene", "The scene the shot belongs to."),
    optional_field<&Shot::seed>("seed",
                                "whole number from 0; from the film's seed and the shot's id when absent",
                                "Where the shot's noise comes from."),
    optional_field<&Shot::steps>("steps", "whole number from 1 to 1000; the film's when absent", "Sampling steps."),
    optional_field<&Shot::guidance>(
        "guidance", "number from 0 to 100; the film's when absent", "How strongly the shot follows its prompt."),
    plain_field<&Shot::camera>(
        "camera", "id of a camera preset, or any text", "The camera's move; its text is added to the prompt."),
    Field<Shot>{"keyframes", "list of the keys under Keyframe, or of paths", "Pictures the shot shall go through.",
                read_keyframes, write_keyframes},
    plain_field<&Shot::is_loop>("loop", "true or false; false when absent", "The end of the shot meets its beginning."),
    plain_field<&Shot::narration>("narration", kText, "What a voice says over the shot."),
    plain_field<&Shot::notes>("notes", kText, "For people; changes nothing in the pictures."),
    plain_field<&Shot::source>("source", kText, kSourceMeaning),
    id_field<Shot, &Shot::chosen_take>("take", "id of a take", "The take that is in the film."),
    plain_field<&Shot::is_pinned>(
        "pinned", "true or false; false when absent", "Keep the chosen take although the shot has changed since."),
};

constexpr std::array kTakeFields{
    Field<TakeEntry>{
        "stars", "whole number from 0 to 5; 0 when absent", "What the person thinks of it.",
        [](Reading& reading, const YamlNode& node, TakeEntry& entry) { read_value(reading, node, entry.rating.stars); },
        [](YamlWriter& writer, std::string_view key, const TakeEntry& entry) {
            if (entry.rating.stars != 0) {
                write_value(writer, key, entry.rating.stars);
            }
        }},
    Field<TakeEntry>{
        "note", kText, "A remark about it.",
        [](Reading& reading, const YamlNode& node, TakeEntry& entry) { read_value(reading, node, entry.rating.note); },
        [](YamlWriter& writer, std::string_view key, const TakeEntry& entry) {
            if (!entry.rating.note.empty()) {
                write_value(writer, key, entry.rating.note);
            }
        }},
    id_field<TakeEntry, &TakeEntry::deleted_from>(
        "deleted_from", "id of a shot", "The take was deleted from that shot; it can come back until it is trimmed."),
};

} // namespace

std::span<const Field<Project>> film_fields() {
    return kFilmFields;
}
std::span<const Field<Look>> look_fields() {
    return kLookFields;
}
std::span<const Field<Character>> character_fields() {
    return kCharacterFields;
}
std::span<const Field<Scene>> scene_fields() {
    return kSceneFields;
}
std::span<const Field<Shot>> shot_fields() {
    return kShotFields;
}
std::span<const Field<Seam>> seam_fields() {
    return kSeamFields;
}
std::span<const Field<Keyframe>> keyframe_fields() {
    return kKeyframeFields;
}
std::span<const Field<TakeEntry>> take_fields() {
    return kTakeFields;
}

std::string_view to_string(SeamKind kind) {
    switch (kind) {
    case SeamKind::Continue: return "continue";
    case SeamKind::Cut: return "cut";
    case SeamKind::Dissolve: return "dissolve";
    }
    return "";
}

std::optional<SeamKind> parse_seam_kind(std::string_view text) {
    for (const SeamKind kind : {SeamKind::Continue, SeamKind::Cut, SeamKind::Dissolve}) {
        if (text == to_string(kind)) {
            return kind;
        }
    }
    return std::nullopt;
}

std::optional<ShotLength> parse_length(std::string_view text) {
    text = trimmed(text);
    for (const std::string_view unit : {"frames", "frame", "f"}) {
        if (const auto frames = number_before<int64_t>(text, unit)) {
            return FrameCount{*frames};
        }
    }
    if (const auto seconds = parse_seconds(text)) {
        return Seconds{*seconds};
    }
    return std::nullopt;
}

std::string to_string(const ShotLength& length) {
    if (const auto* seconds = std::get_if<Seconds>(&length)) {
        return number_text(seconds->value) + " s";
    }
    return std::to_string(std::get<FrameCount>(length).value) + " frames";
}

std::optional<double> parse_seconds(std::string_view text) {
    text = trimmed(text);
    for (const std::string_view unit : {"seconds", "second", "sec", "s"}) {
        const auto seconds = number_before<double>(text, unit);
        if (seconds && std::isfinite(*seconds)) {
            return seconds;
        }
    }
    return std::nullopt;
}

} // namespace longtake
