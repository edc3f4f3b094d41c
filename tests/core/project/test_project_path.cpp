// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/project/project_path.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace longtake;

TEST_SUITE("project.project_path") {
    TEST_CASE("what no film may name") {
        for (const std::string path : {"",
                                       "/etc/passwd",
                                       "..",
                                       "../x",
                                       "a/../../x",
                                       "a/..",
                                       "\\\\host\\share",
                                       "//host/share",
                                       "C:/x",
                                       "C:x",
                                       "c:\\x",
                                       "file:///etc/passwd",
                                       "http://x/y",
                                       "CON",
                                       "con.png",
                                       "images/NUL.txt",
                                       "com1",
                                       "LPT9.jpg",
                                       "aux ",
                                       "a./b",
                                       "a /b",
                                       "~/x",
                                       "a//b",
                                       "x\ny",
                                       "\xFF.png",
                                       "a\\b"}) {
            CHECK_MESSAGE(find_path_problem(path), path);
        }
        CHECK(find_path_problem(std::string(4096, 'a')));
        CHECK(find_path_problem(std::string("a\0b", 3)));
    }

    TEST_CASE("ordinary paths of any script are fine") {
        for (const std::string path : {"a.png", "images/a b.png", "./models/wan", "日本語/عربى.png", "a..b/c",
                                       "console/x", "com10.png", "models/"}) {
            CHECK_FALSE_MESSAGE(find_path_problem(path), path);
        }
    }

    TEST_CASE("the real place must be inside the film's folder") {
        const TemporaryFolder folder;
        const auto film = folder.path() / "film";
        std::filesystem::create_directories(film / "images");
        std::filesystem::create_directories(folder.path() / "outside");
        REQUIRE(write_file_atomically(folder.path() / "outside" / "secret", "x"));
        std::filesystem::create_directory_symlink(folder.path() / "outside", film / "link");
        std::filesystem::create_symlink(folder.path() / "outside" / "none", film / "dangling");
        std::filesystem::create_symlink(film / "loop_b", film / "loop_a");
        std::filesystem::create_symlink(film / "loop_a", film / "loop_b");
        std::filesystem::create_directory_symlink(film / "images", film / "inside");

        CHECK(resolve_project_path(film, "images/new.png"));
        CHECK(resolve_project_path(film, "inside/new.png"));
        for (const char* path :
             {"link/secret", "link/none", "link", "dangling", "loop_a", "loop_a/x", "../outside/secret"}) {
            const auto resolved = resolve_project_path(film, path);
            CHECK_FALSE_MESSAGE(resolved, path);
        }
        CHECK(resolve_project_path(film, "link/secret").error().message.find("symbolic link") != std::string::npos);
    }

    TEST_CASE("a folder whose name is the start of another is not inside it") {
        const TemporaryFolder folder;
        std::filesystem::create_directories(folder.path() / "film");
        std::filesystem::create_directories(folder.path() / "film2");
        std::filesystem::create_directory_symlink(folder.path() / "film2", folder.path() / "film" / "link");
        CHECK_FALSE(resolve_project_path(folder.path() / "film", "link/x"));
    }
}
