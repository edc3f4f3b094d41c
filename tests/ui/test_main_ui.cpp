// SPDX-License-Identifier: Apache-2.0
// `test_ui NAME [Qt Test options]` runs one test class; each file registers its class by a factory declared here.
#include "tests/ui/ui_fixture.h"

#include <QtTest>

#include <cstdio>
#include <memory>
#include <string_view>

using TestFactory = std::unique_ptr<QObject> (*)();

#define DECLARE_TEST(name) std::unique_ptr<QObject> make_##name##_test()
DECLARE_TEST(actions);
DECLARE_TEST(autosave_writer);
DECLARE_TEST(document);
DECLARE_TEST(frame_server);
DECLARE_TEST(inspector);
DECLARE_TEST(models);
DECLARE_TEST(queue);
DECLARE_TEST(session);
DECLARE_TEST(starter_session);
DECLARE_TEST(takes);
DECLARE_TEST(timecode);
DECLARE_TEST(timeline_layout);
DECLARE_TEST(timeline_view);
DECLARE_TEST(transport);

int main(int argc, char** argv) {
    longtake::ui::WatchedApplication application(argc, argv);
    const std::pair<std::string_view, TestFactory> tests[] = {
        {"actions", make_actions_test},
        {"autosave_writer", make_autosave_writer_test},
        {"document", make_document_test},
        {"frame_server", make_frame_server_test},
        {"inspector", make_inspector_test},
        {"models", make_models_test},
        {"queue", make_queue_test},
        {"session", make_session_test},
        {"starter_session", make_starter_session_test},
        {"takes", make_takes_test},
        {"timecode", make_timecode_test},
        {"timeline_layout", make_timeline_layout_test},
        {"timeline_view", make_timeline_view_test},
        {"transport", make_transport_test},
    };
    const std::string_view wanted = argc > 1 ? argv[1] : "";
    for (const auto& [name, make] : tests) {
        if (name == wanted) {
            argv[1] = argv[0];
            const std::unique_ptr<QObject> test = make();
            return QTest::qExec(test.get(), argc - 1, argv + 1);
        }
    }
    std::fprintf(stderr, "no test called '%s'\n", argc > 1 ? argv[1] : "");
    return 2;
}
