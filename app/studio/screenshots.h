// SPDX-License-Identifier: Apache-2.0
// The pictures of the documentation, made by the program itself: a film, every layout and dialog, saved as PNG.
#pragma once

#include <QString>

class QApplication;

namespace longtake::ui {

struct ScreenshotOptions {
    QString folder;
    QString theme;
    QString language;
    QString size; ///< "1440x900"
    QString film; ///< the film to show; empty: the bundled demo film
};

/// Exit code: 0 when all pictures were written.
int makeScreenshots(QApplication& application, const ScreenshotOptions& options);

} // namespace longtake::ui
