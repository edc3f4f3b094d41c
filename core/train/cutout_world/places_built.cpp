// SPDX-License-Identifier: Apache-2.0
#include "core/train/cutout_world/place_drawings.h"

#include <algorithm>
#include <cmath>

namespace longtake {

namespace {

constexpr double kWidth = kCanvasWidth;
constexpr double kHeight = kCanvasHeight;

void draw_window_grid(Scenery& s, double x, double width, double top) {
    for (double y = top + 10; y < s.horizon - 16; y += 22) {
        for (double column = x + 10; column < x + width - 20; column += 20) {
            const bool is_lit = s.random.chance(s.time == "night" ? .6 : s.time == "sunset" ? .3 : 0);
            const Colour lamp = s.time == "night" ? Colour{1, .88F, .45F} : Colour{1, .75F, .4F};
            s.middle.rectangle(column, y, column + 10, y + 12, is_lit ? lamp : s.lit({.82F, .92F, 1}, .85F));
        }
    }
}

void draw_road(Scenery& s, const Colour& asphalt) {
    s.near.rectangle(0, s.horizon, kWidth, kHeight, s.lit(asphalt));
    s.near.rectangle(0, s.horizon, kWidth, s.horizon + 7, s.lit({.68F, .68F, .68F}));
    for (double x = 0; x < kWidth; x += 80) {
        s.near.rectangle(x, s.horizon + 34, x + 40, s.horizon + 40, s.lit({1, 1, .9F}));
    }
}

Colour wall_light(const Scenery& s, const Colour& day, const Colour& sunset, const Colour& night) {
    return s.time == "night"     ? night
           : s.time == "sunset"  ? sunset
           : s.time == "morning" ? day.scaled({1, .95F, .92F})
                                 : day;
}

Colour window_view(const Scenery& s) {
    return s.time == "night"     ? Colour{.05F, .06F, .22F}
           : s.time == "sunset"  ? Colour{1, .60F, .30F}
           : s.time == "morning" ? Colour{1, .86F, .72F}
                                 : Colour{.62F, .86F, 1};
}

void draw_window(Scenery& s, double x, double y, double width, double height) {
    const Colour frame = s.lit({1, 1, 1});
    s.middle.rectangle(x, y, x + width, y + height, frame);
    s.middle.rectangle(x + 8, y + 8, x + width - 8, y + height - 8, window_view(s));
    if (s.time == "night") {
        s.middle.circle(x + width * .7, y + height * .34, 9, {.95F, .95F, .8F});
    }
    s.middle.rectangle(x + width / 2 - 4, y + 4, x + width / 2 + 4, y + height - 4, frame);
}

void draw_picture(Scenery& s, double x, const std::vector<Colour>& colours) {
    s.middle.rectangle(x, 40, x + 56, 84, s.lit({.4F, .25F, .15F}));
    s.middle.rectangle(x + 6, 46, x + 50, 78, s.lit(s.random.pick(colours)));
}

void draw_floor(Scenery& s, double top, const Colour& floor, const Colour& board) {
    s.near.rectangle(0, top, kWidth, kHeight, s.lit(floor));
    s.near.rectangle(0, top - 6, kWidth, top, s.lit(board));
}

} // namespace

void draw_city(Scenery& s) {
    draw_open_sky(s);
    const std::vector<Colour> walls{{.55F, .62F, .75F}, {.72F, .60F, .62F}, {.50F, .55F, .62F}, {.62F, .68F, .66F}};
    const std::vector<double> widths{56, 72, 88};
    for (double x = 0; x < kWidth - 50;) {
        const double width = std::min(s.random.pick(widths), kWidth - x), top = s.horizon - s.random.uniform(50, 112);
        s.middle.rectangle(x + 2, top, x + width - 3, s.horizon, s.lit(s.random.pick(walls)));
        draw_window_grid(s, x, width, top);
        x += width;
    }
    draw_road(s, {.40F, .41F, .45F});
}

void draw_room(Scenery& s) {
    s.sky.gradient(wall_light(s, {.93F, .84F, .66F}, {.80F, .52F, .40F}, {.20F, .21F, .38F}),
                   wall_light(s, {.95F, .88F, .72F}, {.85F, .58F, .44F}, {.24F, .25F, .43F}), kHeight);
    const double x = s.random.uniform(0, kWidth);
    for (const double left : {x, x + kWidth / 2}) {
        draw_window(s, left, 26, 96, 70);
        draw_picture(s, left + 170 + 30 * s.random.uniform(), {{.85F, .3F, .3F}, {.3F, .55F, .8F}, {.35F, .7F, .4F}});
    }
    draw_floor(s, kHeight * .74, {.62F, .40F, .24F}, {.45F, .28F, .18F});
}

void draw_blue_room(Scenery& s) {
    s.sky.gradient(wall_light(s, {.28F, .50F, .92F}, {.34F, .30F, .70F}, {.08F, .12F, .40F}),
                   wall_light(s, {.36F, .60F, .96F}, {.42F, .36F, .74F}, {.10F, .16F, .46F}), kHeight);
    const double x = s.random.uniform(0, kWidth);
    for (const double left : {x, x + kWidth / 2}) {
        draw_window(s, left, 30, 70, 70);
        s.middle.rectangle(left + 150, 56, left + 210, kHeight * .74, s.lit({.16F, .26F, .62F})); // a wardrobe
        s.middle.rectangle(left + 178, 60, left + 182, kHeight * .74, s.lit({.10F, .18F, .48F}));
    }
    draw_floor(s, kHeight * .74, {.20F, .34F, .72F}, {.14F, .24F, .58F});
}

void draw_office(Scenery& s) {
    s.sky.gradient(wall_light(s, {.88F, .90F, .92F}, {.78F, .62F, .54F}, {.22F, .24F, .34F}),
                   wall_light(s, {.92F, .93F, .94F}, {.82F, .66F, .58F}, {.26F, .28F, .38F}), kHeight);
    const double x = s.random.uniform(0, 100);
    for (int i = 0; i < 4; ++i) {
        const double left = x + i * kWidth / 4;
        draw_window(s, left, 20, 110, 64);
        s.middle.rectangle(left + 4, 128, left + 120, 136, s.lit({.60F, .44F, .30F})); // a desk with a screen
        s.middle.rectangle(left + 10, 136, left + 18, 170, s.lit({.45F, .32F, .22F}));
        s.middle.rectangle(left + 104, 136, left + 112, 170, s.lit({.45F, .32F, .22F}));
        s.middle.rectangle(left + 38, 96, left + 84, 124, s.lit({.20F, .22F, .26F}));
        s.middle.rectangle(left + 42, 100, left + 80, 120,
                           s.random.chance(.5) ? Colour{.45F, .85F, .95F} : Colour{.55F, .90F, .60F});
        s.middle.rectangle(left + 57, 124, left + 65, 128, s.lit({.20F, .22F, .26F}));
    }
    draw_floor(s, kHeight * .84, {.48F, .52F, .58F}, {.38F, .42F, .48F});
}

void draw_street(Scenery& s) {
    draw_open_sky(s);
    const std::vector<Colour> walls{{.95F, .82F, .60F}, {.90F, .62F, .56F}, {.70F, .82F, .70F}, {.86F, .86F, .90F}};
    for (int i = 0; i < 7; ++i) {
        const double x = i * kWidth / 7 + 4, width = kWidth / 7 - 10, top = s.horizon - s.random.uniform(46, 66);
        s.middle.rectangle(x, top, x + width, s.horizon, s.lit(s.random.pick(walls)));
        s.middle.polygon({{x - 6, top}, {x + width + 6, top}, {x + width / 2, top - 34}}, s.lit({.70F, .30F, .24F}));
        s.middle.rectangle(x + width / 2 - 8, s.horizon - 28, x + width / 2 + 8, s.horizon, s.lit({.42F, .26F, .16F}));
        for (const double left : {x + 10, x + width - 24}) {
            s.middle.rectangle(left, top + 12, left + 14, top + 26,
                               s.time == "night" ? Colour{1, .88F, .45F} : s.lit({.80F, .92F, 1}));
        }
    }
    draw_road(s, {.46F, .44F, .46F});
    for (int i = 0; i < 4; ++i) {
        const double x = (i + .5) * kWidth / 4;
        s.near.rectangle(x - 2, s.horizon - 62, x + 2, s.horizon + 6, s.lit({.25F, .27F, .30F}));
        s.near.circle(x, s.horizon - 64, 7, s.time == "night" ? Colour{1, .95F, .65F} : s.lit({.95F, .95F, .90F}));
    }
}

void draw_future(Scenery& s) {
    draw_open_sky(s);
    const std::vector<Colour> neon{{.20F, .95F, 1}, {1, .30F, .85F}, {.60F, 1, .40F}, {1, .85F, .30F}};
    for (int i = 0; i < 9; ++i) {
        const double x = (i + s.random.uniform(-.2, .2)) * kWidth / 9, width = s.random.uniform(26, 48),
                     top = s.horizon - s.random.uniform(80, 132);
        const Colour wall = s.lit({.36F, .42F, .62F});
        const Colour glow = s.random.pick(neon).scaled({1, 1, 1}, s.time == "day" ? .85F : 1);
        s.middle.polygon({{x, s.horizon},
                          {x + 5, top + 20},
                          {x + width / 2, top - 8},
                          {x + width - 5, top + 20},
                          {x + width, s.horizon}},
                         wall);
        for (double y = top + 30; y < s.horizon - 10; y += 18) {
            s.middle.rectangle(x + 7, y, x + width - 7, y + 4, glow);
        }
        if (i % 3 == 0) {
            s.middle.ring(x + width / 2, top + 22, width * .8, 7, 0, 4, glow);
        }
    }
    s.near.rectangle(0, s.horizon, kWidth, kHeight, s.lit({.22F, .24F, .38F}));
    s.near.rectangle(0, s.horizon, kWidth, s.horizon + 4, {.20F, .95F, 1});
    s.near.rectangle(0, s.horizon + 34, kWidth, s.horizon + 38, {1, .30F, .85F});
}

void draw_spaceship(Scenery& s) {
    s.sky.gradient({.02F, .02F, .08F}, {.05F, .05F, .16F}, kHeight);
    for (int i = 0; i < 40; ++i) {
        const double x = s.random.uniform(0, kWidth);
        s.sky.circle(x, s.random.uniform(20, kHeight * .6), 1.8, {.9F, .9F, 1});
    }
    const Colour hull = s.lit({.62F, .66F, .72F}), dark = s.lit({.40F, .44F, .50F});
    const double bottom = kHeight * .60;
    s.middle.rectangle(0, 0, kWidth, 22, hull);
    s.middle.rectangle(0, bottom, kWidth, kHeight, hull);
    for (int i = 0; i < 5; ++i) {
        const double x = i * kWidth / 5;
        s.middle.rectangle(x, 0, x + 26, kHeight, hull);
        s.middle.rectangle(x + 10, 0, x + 14, kHeight, dark);
    }
    const std::vector<Colour> lamps{{1, .35F, .3F}, {.35F, 1, .5F}, {1, .9F, .35F}, {.4F, .8F, 1}};
    for (int i = 0; i < 32; ++i) {
        s.near.circle(i * kWidth / 32 + 10, bottom + 14, 3.5,
                      s.random.pick(lamps).scaled({1, 1, 1}, s.time == "night" ? .8F : 1));
    }
    s.near.rectangle(0, kHeight * .76, kWidth, kHeight, s.lit({.34F, .37F, .44F}));
    s.near.rectangle(0, kHeight * .76, kWidth, kHeight * .76 + 4, s.lit({.25F, .80F, .95F}));
}

void draw_stage(Scenery& s) {
    s.sky.gradient(wall_light(s, {.30F, .12F, .18F}, {.36F, .14F, .14F}, {.12F, .06F, .16F}),
                   wall_light(s, {.42F, .18F, .22F}, {.50F, .22F, .18F}, {.18F, .09F, .22F}), kHeight);
    for (int i = 0; i < 3; ++i) {
        const double x = (i + s.random.uniform(.2, .8)) * kWidth / 3;
        s.sky.polygon({{x - 6, 0}, {x + 6, 0}, {x + 60, kHeight * .78}, {x - 60, kHeight * .78}},
                      wall_light(s, {.62F, .40F, .34F}, {.68F, .42F, .28F}, {.34F, .24F, .42F}));
    }
    for (int i = 0; i < 32; ++i) {
        const double x = i * kWidth / 32;
        const double drop = 26 + 12 * std::abs(std::sin(3.14159265 * 4 * (i + .5) / 32));
        s.middle.rectangle(x, 0, x + kWidth / 32, drop,
                           s.lit(i % 2 == 0 ? Colour{.80F, .10F, .14F} : Colour{.62F, .06F, .10F}));
    }
    draw_floor(s, kHeight * .76, {.70F, .50F, .30F}, {.36F, .22F, .12F});
    for (double x = 0; x < kWidth; x += 64) {
        s.near.rectangle(x, kHeight * .76, x + 3, kHeight, s.lit({.56F, .38F, .22F}));
    }
}

} // namespace longtake
