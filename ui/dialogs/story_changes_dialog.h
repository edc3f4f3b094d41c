// SPDX-License-Identifier: Apache-2.0
// What a story brings into a film that is already there: new, changed, moved and removed shots, before anything is
// done.
#pragma once

#include "core/project/reimport.h"

#include <QDialog>

namespace longtake::ui {

class ProjectDocument;

class StoryChangesDialog : public QDialog {
    Q_OBJECT
public:
    StoryChangesDialog(const ProjectDocument& document, const Reimport& changes, QWidget* parent);
};

/// The change as one line: "Shot 3: a lion walks → a lion runs".
QString changeText(const Project& film, const StoryChange& change);

} // namespace longtake::ui
