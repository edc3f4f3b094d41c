// SPDX-License-Identifier: Apache-2.0
#include "ui/main_window/action_table.h"

#include <QtGlobal>

#include <array>

namespace longtake::ui {

namespace {

constexpr Needs kNone = Need::Nothing;
constexpr Needs kOne = Need::Selection;

// Keys follow what Shotcut, Premiere and Resolve share; where they differ, users.md §4 tells which was taken.
constexpr ActionRow kActions[] = {
    {"file.new", QT_TRANSLATE_NOOP("Actions", "&New film…"), "film", "Ctrl+N", ActionMenu::File, kNone},
    {"file.open", QT_TRANSLATE_NOOP("Actions", "&Open…"), "folder", "Ctrl+O", ActionMenu::File, kNone},
    {"file.import", QT_TRANSLATE_NOOP("Actions", "&Import story…"), "note", "Ctrl+I", ActionMenu::File, kNone},
    {"file.save", QT_TRANSLATE_NOOP("Actions", "&Save"), "save", "Ctrl+S", ActionMenu::File, kNone, false, true},
    {"file.save_as", QT_TRANSLATE_NOOP("Actions", "Save &as…"), "", "Ctrl+Shift+S", ActionMenu::File, kNone},
    {"file.versions", QT_TRANSLATE_NOOP("Actions", "Other &versions…"), "history", "", ActionMenu::File, kNone},
    {"file.export", QT_TRANSLATE_NOOP("Actions", "&Export film…"), "export", "Ctrl+E", ActionMenu::File, Need::Shots,
     false, true},
    {"file.export_frame", QT_TRANSLATE_NOOP("Actions", "Export &frame…"), "frame-export", "Ctrl+Shift+E",
     ActionMenu::File, Need::Shots},
    {"file.preferences", QT_TRANSLATE_NOOP("Actions", "&Preferences…"), "settings", "Ctrl+,", ActionMenu::File, kNone,
     false, true},
    {"file.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "", "Ctrl+Q", ActionMenu::File, kNone, false, true},

    {"edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "undo", "Ctrl+Z", ActionMenu::Edit, Need::UndoStep},
    {"edit.redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "redo", "Ctrl+Shift+Z Ctrl+Y", ActionMenu::Edit,
     Need::RedoStep},
    {"edit.cut", QT_TRANSLATE_NOOP("Actions", "Cu&t shots"), "cut", "Ctrl+X", ActionMenu::Edit, kOne, false, true},
    {"edit.copy", QT_TRANSLATE_NOOP("Actions", "&Copy shots"), "duplicate", "Ctrl+C", ActionMenu::Edit, kOne},
    {"edit.paste", QT_TRANSLATE_NOOP("Actions", "&Paste shots"), "", "Ctrl+V", ActionMenu::Edit, Need::Clipboard},
    {"edit.delete", QT_TRANSLATE_NOOP("Actions", "&Delete shots"), "delete", "Del Shift+Del", ActionMenu::Edit, kOne},
    {"edit.select_all", QT_TRANSLATE_NOOP("Actions", "Select &all"), "", "Ctrl+A", ActionMenu::Edit, Need::Shots, false,
     true},
    {"edit.deselect", QT_TRANSLATE_NOOP("Actions", "D&eselect"), "", "Esc", ActionMenu::Edit, kOne},
    {"edit.find_action", QT_TRANSLATE_NOOP("Actions", "&Find action…"), "search", "Ctrl+/", ActionMenu::Edit, kNone,
     false, true},

    {"shot.new", QT_TRANSLATE_NOOP("Actions", "&New shot"), "add", "Ctrl+Shift+N", ActionMenu::Shot, kNone},
    {"shot.append", QT_TRANSLATE_NOOP("Actions", "&Append shot"), "", "A", ActionMenu::Shot, kNone},
    {"shot.prompt", QT_TRANSLATE_NOOP("Actions", "&Write prompt"), "note", "Return E", ActionMenu::Shot, kOne},
    {"shot.duplicate", QT_TRANSLATE_NOOP("Actions", "&Duplicate"), "duplicate", "Ctrl+D", ActionMenu::Shot, kOne},
    {"shot.split", QT_TRANSLATE_NOOP("Actions", "&Split at playhead"), "split", "S Ctrl+K Ctrl+B", ActionMenu::Shot,
     Need::Shots, false, true},
    {"shot.merge", QT_TRANSLATE_NOOP("Actions", "&Merge selected"), "merge", "Ctrl+M", ActionMenu::Shot, Need::Several},
    {"shot.trim_head", QT_TRANSLATE_NOOP("Actions", "Trim &head to playhead"), "", "Q", ActionMenu::Shot, Need::Shots},
    {"shot.trim_tail", QT_TRANSLATE_NOOP("Actions", "Trim &tail to playhead"), "", "W", ActionMenu::Shot, Need::Shots},
    {"shot.shorter", QT_TRANSLATE_NOOP("Actions", "Sho&rter"), "", "[", ActionMenu::Shot, kOne},
    {"shot.longer", QT_TRANSLATE_NOOP("Actions", "&Longer"), "", "]", ActionMenu::Shot, kOne},
    {"shot.move_earlier", QT_TRANSLATE_NOOP("Actions", "Move &earlier"), "", "Alt+Left", ActionMenu::Shot, kOne, false,
     true},
    {"shot.move_later", QT_TRANSLATE_NOOP("Actions", "Move &later"), "", "Alt+Right", ActionMenu::Shot, kOne},
    {"seam.continue", QT_TRANSLATE_NOOP("Actions", "Seam: &continue"), "chain", "Alt+1", ActionMenu::Shot, Need::Seam,
     false, true},
    {"seam.cut", QT_TRANSLATE_NOOP("Actions", "Seam: c&ut"), "cut", "Alt+2", ActionMenu::Shot, Need::Seam},
    {"seam.dissolve", QT_TRANSLATE_NOOP("Actions", "Seam: dissol&ve"), "dissolve", "Alt+3", ActionMenu::Shot,
     Need::Seam},
    {"scene.new", QT_TRANSLATE_NOOP("Actions", "New scene from &selection"), "", "Ctrl+G", ActionMenu::Shot, kOne,
     false, true},
    {"scene.remove", QT_TRANSLATE_NOOP("Actions", "Take out of scene"), "", "Ctrl+Shift+G", ActionMenu::Shot, kOne},
    {"shot.pin", QT_TRANSLATE_NOOP("Actions", "&Pin take (keep although stale)"), "pin", "P", ActionMenu::Shot,
     Need::Take, true, true},
    {"shot.loop", QT_TRANSLATE_NOOP("Actions", "End meets &beginning"), "loop", "", ActionMenu::Shot, kOne, true},
    {"shot.keyframe", QT_TRANSLATE_NOOP("Actions", "Use frame as &keyframe of next shot"), "keyframe", "Ctrl+Shift+K",
     ActionMenu::Shot, Need::Take},

    {"render.shot", QT_TRANSLATE_NOOP("Actions", "Render &this shot"), "render", "Ctrl+Return", ActionMenu::Render,
     kOne | Need::Worker},
    {"render.shot_first", QT_TRANSLATE_NOOP("Actions", "Render this shot &first"), "", "Ctrl+Shift+Return",
     ActionMenu::Render, kOne | Need::Worker},
    {"render.stale", QT_TRANSLATE_NOOP("Actions", "Render &stale"), "render", "Ctrl+R", ActionMenu::Render,
     Need::Stale | Need::Worker},
    {"render.new_take", QT_TRANSLATE_NOOP("Actions", "&New take with new seed"), "dice", "Ctrl+T", ActionMenu::Render,
     kOne | Need::Worker},
    {"render.pause", QT_TRANSLATE_NOOP("Actions", "&Pause queue"), "pause", "Ctrl+Shift+P", ActionMenu::Render,
     Need::Queue, true, true},
    {"render.stop_after", QT_TRANSLATE_NOOP("Actions", "Stop &after this shot"), "stop", "", ActionMenu::Render,
     Need::Rendering, true},
    {"render.abort", QT_TRANSLATE_NOOP("Actions", "A&bort"), "close", "Ctrl+.", ActionMenu::Render, Need::Rendering},
    {"render.abort_reseed", QT_TRANSLATE_NOOP("Actions", "Abort and &reseed"), "retry", "Ctrl+Shift+.",
     ActionMenu::Render, Need::Rendering},

    {"play.toggle", QT_TRANSLATE_NOOP("Actions", "&Play or pause"), "play", "Space", ActionMenu::Play, Need::Shots},
    {"play.range", QT_TRANSLATE_NOOP("Actions", "Play &In to Out"), "", "Shift+Space", ActionMenu::Play, Need::Shots},
    {"play.back", QT_TRANSLATE_NOOP("Actions", "Shuttle &back"), "", "J", ActionMenu::Play, Need::Shots},
    {"play.stop", QT_TRANSLATE_NOOP("Actions", "&Shuttle stop"), "", "K", ActionMenu::Play, Need::Shots},
    {"play.forward", QT_TRANSLATE_NOOP("Actions", "Shuttle &forward"), "", "L", ActionMenu::Play, Need::Shots},
    {"play.previous_frame", QT_TRANSLATE_NOOP("Actions", "Previous frame"), "step-back", "Left", ActionMenu::Play,
     Need::Shots, false, true},
    {"play.next_frame", QT_TRANSLATE_NOOP("Actions", "Next frame"), "step-forward", "Right", ActionMenu::Play,
     Need::Shots},
    {"play.previous_second", QT_TRANSLATE_NOOP("Actions", "One second back"), "", "Shift+Left PgUp", ActionMenu::Play,
     Need::Shots},
    {"play.next_second", QT_TRANSLATE_NOOP("Actions", "One second on"), "", "Shift+Right PgDown", ActionMenu::Play,
     Need::Shots},
    {"play.previous_cut", QT_TRANSLATE_NOOP("Actions", "Previous seam"), "previous-cut", "Up", ActionMenu::Play,
     Need::Shots},
    {"play.next_cut", QT_TRANSLATE_NOOP("Actions", "Next seam"), "next-cut", "Down", ActionMenu::Play, Need::Shots},
    {"play.start", QT_TRANSLATE_NOOP("Actions", "Start of film"), "", "Home", ActionMenu::Play, Need::Shots},
    {"play.end", QT_TRANSLATE_NOOP("Actions", "End of film"), "", "End", ActionMenu::Play, Need::Shots},
    {"play.mark_in", QT_TRANSLATE_NOOP("Actions", "Mark In"), "mark-in", "I", ActionMenu::Play, Need::Shots, false,
     true},
    {"play.mark_out", QT_TRANSLATE_NOOP("Actions", "Mark Out"), "mark-out", "O", ActionMenu::Play, Need::Shots},
    {"play.go_in", QT_TRANSLATE_NOOP("Actions", "Go to In"), "", "Shift+I", ActionMenu::Play, Need::Shots},
    {"play.go_out", QT_TRANSLATE_NOOP("Actions", "Go to Out"), "", "Shift+O", ActionMenu::Play, Need::Shots},
    {"play.clear_marks", QT_TRANSLATE_NOOP("Actions", "Clear marks"), "", "Alt+X", ActionMenu::Play, Need::Shots},
    {"play.loop", QT_TRANSLATE_NOOP("Actions", "&Loop"), "loop", "Ctrl+L", ActionMenu::Play, kNone, true},

    {"view.zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom &in"), "zoom-in", "= +", ActionMenu::View, Need::Shots},
    {"view.zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom &out"), "zoom-out", "-", ActionMenu::View, Need::Shots},
    {"view.zoom_fit", QT_TRANSLATE_NOOP("Actions", "Show whole &film"), "", "0 Shift+Z", ActionMenu::View, Need::Shots},
    {"view.snap", QT_TRANSLATE_NOOP("Actions", "S&nap"), "snap", "N", ActionMenu::View, kNone, true},
    {"view.full_screen", QT_TRANSLATE_NOOP("Actions", "&Full screen player"), "full-screen", "F11 `", ActionMenu::View,
     kNone, false, true},
    {"view.safe_areas", QT_TRANSLATE_NOOP("Actions", "&Safe areas"), "safe-areas", "Ctrl+'", ActionMenu::View, kNone,
     true},
    {"view.compare_wipe", QT_TRANSLATE_NOOP("Actions", "Compare takes: &wipe"), "wipe", "Ctrl+Shift+W",
     ActionMenu::View, Need::Take, true},
    {"view.compare_side", QT_TRANSLATE_NOOP("Actions", "Compare takes: side &by side"), "side-by-side", "Ctrl+Shift+B",
     ActionMenu::View, Need::Take, true},
    {"view.continuity", QT_TRANSLATE_NOOP("Actions", "&Continuity at this seam"), "continuity", "C", ActionMenu::View,
     Need::Seam, true},
    {"layout.edit", QT_TRANSLATE_NOOP("Actions", "Layout: &Editing"), "timeline", "Ctrl+Alt+1", ActionMenu::View, kNone,
     false, true},
    {"layout.focus", QT_TRANSLATE_NOOP("Actions", "Layout: F&ocus"), "", "Ctrl+Alt+2", ActionMenu::View, kNone},
    {"layout.writing", QT_TRANSLATE_NOOP("Actions", "Layout: &Writing"), "list", "Ctrl+Alt+3", ActionMenu::View, kNone},
    {"layout.review", QT_TRANSLATE_NOOP("Actions", "Layout: &Review"), "takes", "Ctrl+Alt+4", ActionMenu::View, kNone},

    {"help.keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), "", "F1 ?", ActionMenu::Help, kNone},
    {"help.about", QT_TRANSLATE_NOOP("Actions", "&About Longtake"), "", "", ActionMenu::Help, kNone},
};

constexpr KeyOverride kPremiere[] = {
    {"shot.split", "Ctrl+K"},           {"view.snap", "S"},
    {"edit.delete", "Shift+Del Del"},   {"file.export", "Ctrl+M Ctrl+E"},
    {"shot.merge", "Ctrl+J"},           {"view.zoom_fit", "\\ 0"},
    {"view.full_screen", "Ctrl+` F11"}, {"edit.deselect", "Ctrl+Shift+A Esc"},
    {"view.continuity", "Ctrl+Alt+C"},
};
constexpr KeyOverride kResolve[] = {
    {"shot.split", "Ctrl+B Ctrl+\\"},
    {"view.snap", "N"},
    {"edit.delete", "Shift+Backspace Del"},
    {"view.zoom_fit", "Shift+Z"},
    {"shot.trim_head", "Shift+["},
    {"shot.trim_tail", "Shift+]"},
    {"play.loop", "Ctrl+/"},
    {"edit.find_action", "Ctrl+Shift+F"},
    {"view.full_screen", "P F11"},
    {"shot.pin", "Ctrl+Shift+L"},
};
constexpr KeyOverride kShotcut[] = {
    {"view.snap", "Ctrl+P"},
    {"play.previous_cut", "Alt+Left"},
    {"play.next_cut", "Alt+Right"},
    {"shot.move_earlier", "Alt+Up"},
    {"shot.move_later", "Alt+Down"},
    {"edit.delete", "X Shift+Del Del"},
    {"play.loop", "\\"},
    {"shot.trim_head", "Q"},
    {"shot.trim_tail", "W"},
};
constexpr KeyPreset kPresets[] = {
    {"longtake", QT_TRANSLATE_NOOP("Actions", "Longtake"), {}},
    {"premiere", QT_TRANSLATE_NOOP("Actions", "As in Premiere"), kPremiere},
    {"resolve", QT_TRANSLATE_NOOP("Actions", "As in Resolve"), kResolve},
    {"shotcut", QT_TRANSLATE_NOOP("Actions", "As in Shotcut"), kShotcut},
};

} // namespace

std::span<const ActionRow> actionTable() {
    return kActions;
}

std::span<const KeyPreset> keyPresets() {
    return kPresets;
}

} // namespace longtake::ui
