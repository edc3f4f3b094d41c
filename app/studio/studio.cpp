// SPDX-License-Identifier: Apache-2.0
#include "app/studio/studio.h"

#include "app/studio/screenshots.h"
#include "core/base/program_folders.h"
#include "ui/bridge/qt_convert.h"
#include "ui/document/plan_words.h"
#include "ui/document/safety_setting.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/recent_films.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QFileOpenEvent>

namespace longtake::ui {

namespace {

/// The command line program beside this one, which is also the worker; LONGTAKE_WORKER may name another.
QString workerProgram() {
    const QString named = qEnvironmentVariable("LONGTAKE_WORKER");
    return named.isEmpty() ? QDir(QApplication::applicationDirPath()).filePath(QStringLiteral("longtake")) : named;
}

constexpr int kAutosaveCheckMilliseconds = 2000;

} // namespace

Studio::Studio(QApplication& application,
               const QString& settingsFile,
               const QString& workerProgram,
               const QStringList& workerArguments)
    : settings(settingsFile, QSettings::IniFormat)
    , editor(document, selection)
    , worker(workerProgram, workerArguments)
    , queue(worker, states)
    , session(document, editor, settings)
    , modelList(workerProgram)
    , planner(document, session, states)
    , application_(application) {
    theme.apply(application_, themeChoiceFromText(settings.value(QStringLiteral("look/theme")).toString()));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/longtake.svg")));
    queue.setDevice(settings.value(QStringLiteral("render/device"), QStringLiteral("auto")).toString(),
                    settings.value(QStringLiteral("render/threads"), 0).toInt());
    queue.setFilmSource([this] {
        return FilmForWorker{document.filePath(), document.isAheadOfFile() ? document.text() : QString(),
                             toQt(document.project().model), safetyLevelOf(settings)};
    });
    planner.setObjection([this](const std::string& prompt) { return refusalWords(prompt, safetyLevelOf(settings)); });
    planner.setCameraText([this](const Shot& shot) { return camera_text(session.presets(), shot.camera); });
    planner.setTimingsFile(user_cache_folder() / "timings.json");
    QObject::connect(&queue, &RenderQueue::modelLoaded, &planner, [this](const event::Loaded& loaded) {
        if (!loaded.facts.weights_hash.empty()) {
            planner.setModel(loaded.facts, loaded.device);
        }
    });
    QObject::connect(&planner, &FilmPlanner::takeFits, &document,
                     [this](const ShotId& shot, const TakeId& take) { document.showTake(shot, take); });
    QObject::connect(&document, &ProjectDocument::changed, &queue,
                     [this] { queue.prepareModel(toQt(document.project().model)); });
    QObject::connect(&modelList, &ModelList::listed, &session, &FilmSession::setAddedModels);
    QObject::connect(&modelList, &ModelList::failed, &session,
                     [this](const QString& message) { Q_EMIT session.problem(message, {}); });
    autosave_.setInterval(kAutosaveCheckMilliseconds);
    QObject::connect(&autosave_, &QTimer::timeout, &document, [this] { document.autosaveIfDue(); });
    autosave_.start();
    if (!workerProgram.isEmpty()) {
        worker.start();
        modelList.ask();
    }
}

Studio::~Studio() = default;

StudioParts Studio::parts() {
    return {theme, settings, document, editor, selection, states, worker, queue, session, modelList};
}

void Studio::rebuildWindow() {
    if (hasWindow() && window_->isVisible()) {
        window_->keepLayout();
    }
    language_.apply(application_, settings.value(QStringLiteral("look/language")).toString());
    theme.apply(application_, themeChoiceFromText(settings.value(QStringLiteral("look/theme")).toString()));
    session.reloadModels(); // their descriptions are in the language, too
    window_ = std::make_unique<MainWindow>(parts());
    QObject::connect(
        window_.get(), &MainWindow::rebuildRequested, &theme, [this] { rebuildWindow(); }, Qt::QueuedConnection);
    QObject::connect(window_.get(), &MainWindow::preferencesChanged, &planner, &FilmPlanner::planNow);
    window_->show();
}

void Studio::openAsked(const QString& path) {
    if (hasWindow() && window_->mayLeaveFilm()) {
        window_->openFilm(path);
    }
}

namespace {

/// Hands the system's requests to open a film to the studio.
class OpenRequests : public QObject {
public:
    explicit OpenRequests(Studio& studio)
        : studio_(studio) {
        QApplication::instance()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::FileOpen) {
            return QObject::eventFilter(watched, event);
        }
        studio_.openAsked(static_cast<QFileOpenEvent*>(event)->file());
        return true;
    }

private:
    Studio& studio_;
};

} // namespace

int runStudio(QApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("A studio for films told in shots"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("film"), QStringLiteral("The .t2vproj to open"),
                                 QStringLiteral("[film]"));
    const QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                        QStringLiteral("Makes the documentation's pictures in DIR and ends"),
                                        QStringLiteral("DIR"));
    const QCommandLineOption themeOption(QStringLiteral("theme"), QStringLiteral("dark, light or system"),
                                         QStringLiteral("NAME"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("en, de, es, fr, ja or zh_CN"),
                                      QStringLiteral("CODE"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window"), QStringLiteral("WxH"),
                                  QStringLiteral("1440x900"));
    parser.addOptions({screenshot, themeOption, language, size});
    parser.process(application);
    if (parser.isSet(screenshot)) {
        return makeScreenshots(application,
                               {parser.value(screenshot), parser.value(themeOption), parser.value(language),
                                parser.value(size), parser.positionalArguments().value(0)});
    }
    const QDir config(toQt(user_config_folder()));
    config.mkpath(QStringLiteral("."));
    const QString settingsFile = config.filePath(QStringLiteral("studio.ini"));
    if (const QString cache =
            QSettings(settingsFile, QSettings::IniFormat).value(QStringLiteral("storage/cache")).toString();
        !cache.isEmpty()) {
        qputenv("LONGTAKE_CACHE", cache.toLocal8Bit()); // before the worker starts, which finds it there too
    }
    Studio studio(application, settingsFile, workerProgram());
    if (parser.isSet(themeOption)) {
        studio.settings.setValue(QStringLiteral("look/theme"), parser.value(themeOption));
    }
    studio.rebuildWindow();
    const OpenRequests requests(studio);
    const QString asked = parser.positionalArguments().value(0);
    const QString film = asked.isEmpty() ? studio.window().recentFilms().films().value(0) : asked;
    if (!asked.isEmpty() || !studio.window().offerAbandonedFilm()) {
        if (QFileInfo::exists(film)) {
            studio.window().openFilm(QFileInfo(film).absoluteFilePath());
        } else {
            studio.window().welcome();
        }
    }
    return QApplication::exec();
}

} // namespace longtake::ui
