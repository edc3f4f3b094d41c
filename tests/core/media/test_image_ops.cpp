// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/media/image_header.h"
#include "core/media/image_ops.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_pictures.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace longtake;

TEST_SUITE("media.image_ops") {
    TEST_CASE("PNG keeps every pixel, JPEG nearly") {
        const TemporaryFolder folder;
        const Frame picture = picture_at({61, 37}, 5.0);
        REQUIRE(write_image(folder.path() / "日本 a.png", picture));
        CHECK(*read_image(folder.path() / "日本 a.png") == picture);
        REQUIRE(write_image(folder.path() / "a.jpg", picture));
        const auto jpeg = read_image(folder.path() / "a.jpg");
        REQUIRE(jpeg);
        CHECK(mean_difference(*jpeg, picture) < 6.0);
        CHECK_FALSE(write_image(folder.path() / "a.tga", picture));
        CHECK_FALSE(write_image(folder.path() / "none" / "a.png", picture));
    }

    TEST_CASE("red stays red") {
        const TemporaryFolder folder;
        REQUIRE(write_image(folder.path() / "a.png", plain_picture({4, 4}, 250, 10, 20)));
        const auto read = read_image(folder.path() / "a.png");
        REQUIRE(read);
        CHECK(int{read->pixel(1, 1)[0]} == 250);
        CHECK(int{read->pixel(1, 1)[2]} == 20);
    }

    TEST_CASE("sizes: stretched, covered, contained, thumbnailed") {
        const Frame wide = plain_picture({80, 40}, 200, 100, 50);
        CHECK(resize(wide, {20, 20}).size() == Size{20, 20});
        const Frame covered = resize(wide, {30, 30}, Fit::Cover);
        CHECK(covered.size() == Size{30, 30});
        CHECK(int{covered.pixel(0, 0)[0]} == 200);
        const Frame contained = resize(wide, {40, 40}, Fit::Contain);
        CHECK(contained.size() == Size{40, 40});
        CHECK(int{contained.pixel(20, 0)[0]} == 0);
        CHECK(int{contained.pixel(20, 20)[0]} == 200);
        CHECK(thumbnail(wide, 20).size() == Size{20, 10});
        CHECK(thumbnail(wide, 100) == wide);
        CHECK(thumbnail(plain_picture({1000, 1}, 1, 2, 3), 10).size() == Size{10, 1});
    }

    TEST_CASE("a crossfade runs from one picture to the other") {
        const Frame dark = plain_picture({2, 2}, 0, 100, 40);
        const Frame bright = plain_picture({2, 2}, 200, 100, 0);
        CHECK(crossfade(dark, bright, 0.0) == dark);
        CHECK(crossfade(dark, bright, 1.0) == bright);
        CHECK(crossfade(dark, bright, 0.25) == plain_picture({2, 2}, 50, 100, 30));
    }

    TEST_CASE("pictures that lie about themselves are refused without decoding") {
        const TemporaryFolder folder;
        const auto refuse = [&](const std::string& bytes) {
            REQUIRE(write_file_atomically(folder.path() / "a.png", bytes));
            const auto read = read_image(folder.path() / "a.png");
            REQUIRE_FALSE(read);
            CHECK(read.error().message.find("a.png") != std::string::npos);
        };
        REQUIRE(write_image(folder.path() / "good.png", picture_at({16, 16}, 0.0)));
        const std::string good = *read_file(folder.path() / "good.png");
        std::string enormous = good;
        enormous.replace(16, 8, std::string("\x00\x00\xFF\xFF\x00\x00\xFF\xFF", 8));
        refuse(enormous);
        refuse("");
        refuse("not a picture");
        refuse(good.substr(0, 20));
        CHECK_FALSE(read_image(folder.path() / "missing.png"));
    }

    TEST_CASE("header sizes agree with what is decoded, and no prefix crashes") {
        const TemporaryFolder folder;
        for (const char* name : {"a.png", "a.jpg"}) {
            REQUIRE(write_image(folder.path() / name, picture_at({61, 37}, 0.0)));
            const std::string bytes = *read_file(folder.path() / name);
            CHECK(*image_size(bytes) == Size{61, 37});
            for (size_t length = 0; length < std::min<size_t>(bytes.size(), 700); ++length) {
                const auto size = image_size(std::string_view(bytes).substr(0, length));
                CHECK((!size || *size == Size{61, 37}));
            }
        }
    }
}
