// SPDX-License-Identifier: Apache-2.0
#include "core/project/saving.h"

#include "core/project/autosave.h"
#include "core/project/backups.h"
#include "core/project/project_text.h"

namespace longtake {

Result<SavedSession> save_session(const std::filesystem::path& path, const Project& project, const SessionSave& how) {
    SavedSession session;
    const std::string text = write_project_text(project);
    const auto autosaved = write_autosave(how.autosave_folder, path, text, how.expected_hash, how.now);
    if (!autosaved) {
        session.notes.push_back("no autosave: " + autosaved.error().message);
    }
    const auto saved = save_project(path, project, {how.expected_hash});
    if (!saved) {
        return saved.error();
    }
    session.content_hash = saved->content_hash;
    if (const auto kept = add_backup(path, text, how.now); !kept) {
        session.notes.push_back("no backup: " + kept.error().message);
    }
    if (const auto cleared = clear_autosaves(how.autosave_folder); !cleared) {
        session.notes.push_back("autosaves are left: " + cleared.error().message);
    }
    return session;
}

} // namespace longtake
