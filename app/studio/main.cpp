// SPDX-License-Identifier: Apache-2.0
// longtake-studio: builds the parts, shows the window. Everything else is in ui/.
#include "app/studio/studio.h"

#include <QApplication>

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Longtake"));
    QApplication::setOrganizationName(QStringLiteral("longtake"));
    QApplication::setApplicationVersion(QStringLiteral(LONGTAKE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("longtake-studio"));
    return longtake::ui::runStudio(application);
}
