// SPDX-License-Identifier: Apache-2.0
#include "core/train/cutout_world/place_drawings.h"

#include <cmath>

namespace longtake {

namespace {

constexpr double kWidth = kCanvasWidth;
constexpr double kHeight = kCanvasHeight;
constexpr double kTau = 6.283185307179586;

void draw_cloud(Canvas& canvas, double x, double y, const Colour& colour, double factor = 1) {
    canvas.circle(x - 20 * factor, y, 11 * factor, colour);
    canvas.circle(x, y, 16 * factor, colour);
    canvas.circle(x + 22 * factor, y, 12 * factor, colour);
}

void draw_fir(Canvas& canvas, double x, double foot, double size, const Colour& trunk, const Colour& green) {
    canvas.rectangle(x - 5, foot - 16, x + 5, foot, trunk);
    canvas.polygon({{x - 30, foot - 12}, {x + 30, foot - 12}, {x, foot - size * .7}}, green);
    canvas.polygon({{x - 22, foot - size * .45}, {x + 22, foot - size * .45}, {x, foot - size}}, green);
}

void draw_peak(Scenery& s, double x, double height, double half, const Colour& rock, double snow) {
    const double top = s.horizon - height;
    s.middle.polygon({{x - half, s.horizon + 4}, {x + half, s.horizon + 4}, {x, top}}, s.lit(rock));
    const double w = half * snow, y = top + (height + 4) * snow;
    s.middle.polygon({{x - w, y}, {x, top}, {x + w, y}, {x + w * .4, y + 10}, {x - w * .25, y - 2}}, s.lit({1, 1, 1}));
}

} // namespace

void draw_open_sky(Scenery& s) {
    if (s.time == "day") {
        s.sky.gradient({.36F, .68F, .97F}, {.80F, .93F, 1}, s.horizon);
    } else if (s.time == "sunset") {
        s.sky.gradient({.38F, .20F, .52F}, {1, .58F, .28F}, s.horizon);
    } else if (s.time == "night") {
        s.sky.gradient({.03F, .04F, .16F}, {.12F, .15F, .38F}, s.horizon);
    } else {
        s.sky.gradient({.55F, .74F, .95F}, {1, .82F, .74F}, s.horizon);
    }
    const double x = s.random.uniform(0, kWidth);
    if (s.time == "day" || s.time == "morning") {
        s.sky.circle(x, s.time == "day" ? kHeight * .2 : s.horizon - 40, 20,
                     s.time == "day" ? Colour{1, .90F, .35F} : Colour{1, .95F, .75F});
        for (int i = 0; i < 3; ++i) {
            const double cloud_x = s.random.uniform(0, kWidth);
            draw_cloud(s.sky, cloud_x, s.random.uniform(.1, .34) * kHeight,
                       s.time == "day" ? Colour{1, 1, 1} : Colour{1, .93F, .90F});
        }
    } else if (s.time == "sunset") {
        s.sky.circle(x, s.horizon - 16, 30, {1, .80F, .35F});
    } else {
        for (int i = 0; i < 18; ++i) {
            const double star_x = s.random.uniform(0, kWidth);
            s.sky.circle(star_x, s.random.uniform(0, s.horizon), s.random.chance(.3) ? 2 : 1.4, {.85F, .85F, .95F});
        }
        s.sky.circle(x, kHeight * .2, 19, {.96F, .95F, .82F});
    }
}

void draw_sea(Scenery& s) {
    draw_open_sky(s);
    s.middle.rectangle(0, s.horizon - 6, kWidth, kHeight, s.lit({.10F, .42F, .74F}));
    s.near.hills(s.horizon + 14, 4, 8, s.random.uniform(0, kTau), s.lit({.14F, .50F, .82F}));
    s.near.hills(s.horizon + 34, 4, 8, s.random.uniform(0, kTau), s.lit({.14F, .43F, .72F}));
    s.near.hills(s.horizon + 54, 4, 8, s.random.uniform(0, kTau), s.lit({.14F, .36F, .62F}));
}

void draw_desert(Scenery& s) {
    draw_open_sky(s);
    s.middle.hills(s.horizon - 8, 15, 2, s.random.uniform(0, kTau), s.lit({.86F, .64F, .36F}));
    s.near.hills(s.horizon + 12, 8, 3, s.random.uniform(0, kTau), s.lit({.96F, .80F, .50F}));
    for (int i = 0; i < 2; ++i) {
        const double x = s.random.uniform(0, kWidth), h = s.horizon;
        const Colour green = s.lit({.25F, .55F, .28F});
        s.near.rectangle(x, h - 44, x + 12, h + 16, green);
        s.near.rectangle(x - 18, h - 22, x, h - 14, green);
        s.near.rectangle(x - 18, h - 36, x - 10, h - 14, green);
        s.near.rectangle(x + 12, h - 12, x + 30, h - 4, green);
        s.near.rectangle(x + 22, h - 28, x + 30, h - 4, green);
    }
}

void draw_forest(Scenery& s) {
    draw_open_sky(s);
    s.near.rectangle(0, s.horizon, kWidth, kHeight, s.lit({.26F, .50F, .24F}));
    for (int row = 0; row < 2; ++row) {
        const int count = row == 0 ? 9 : 7;
        for (int i = 0; i < count; ++i) {
            const double x = (i + s.random.uniform(-.25, .25)) * kWidth / count;
            draw_fir(row == 0 ? s.middle : s.near, x, s.horizon + 4 + 6 * row, s.random.uniform(70, 104),
                     s.lit({.42F, .27F, .14F}), s.lit({.10F, row == 0 ? .40F : .54F, .20F}));
        }
    }
}

void draw_space(Scenery& s) {
    if (s.time == "sunset") {
        s.sky.gradient({.16F, .03F, .22F}, {.50F, .16F, .30F}, kHeight);
    } else if (s.time == "night") {
        s.sky.gradient({.01F, .01F, .05F}, {.03F, .03F, .12F}, kHeight);
    } else {
        s.sky.gradient({.10F, .14F, .42F}, {.22F, .30F, .62F}, kHeight);
    }
    for (int i = 0; i < 26; ++i) {
        const double x = s.random.uniform(0, kWidth), y = s.random.uniform(0, kHeight * .9);
        s.sky.circle(x, y, s.random.chance(.3) ? 3 : 1.8,
                     s.time == "sunset" ? Colour{1, .85F, .7F} : Colour{.9F, .9F, 1});
    }
    const double x = s.random.uniform(0, kWidth);
    s.middle.circle(x, kHeight * .28, 26,
                    s.time == "night"    ? Colour{.75F, .78F, .85F}
                    : s.time == "sunset" ? Colour{1, .5F, .25F}
                                         : Colour{1, .88F, .35F});
    const std::vector<Colour> planets{{.35F, .6F, .9F}, {.9F, .55F, .4F}, {.5F, .8F, .6F}};
    const double planet_x = x + kWidth * .45;
    s.middle.circle(planet_x, kHeight * .62, 38, s.lit(s.random.pick(planets), .9F));
    s.middle.ring(planet_x, kHeight * .62, 62, 12, -14 * kTau / 360, 4, s.lit({.9F, .85F, .7F}));
}

void draw_snow(Scenery& s) {
    draw_open_sky(s);
    for (int i = 0; i < 4; ++i) {
        draw_peak(s, (i + s.random.uniform(-.2, .2)) * kWidth / 4, s.random.uniform(70, 108), 92, {.55F, .64F, .78F},
                  .36);
    }
    s.near.hills(s.horizon + 4, 5, 3, s.random.uniform(0, kTau), s.lit({.93F, .96F, 1}));
}

void draw_meadow(Scenery& s) {
    draw_open_sky(s);
    s.middle.hills(s.horizon - 12, 14, 2, s.random.uniform(0, kTau), s.lit({.45F, .74F, .36F}));
    s.near.hills(s.horizon + 10, 6, 3, s.random.uniform(0, kTau), s.lit({.52F, .82F, .34F}));
    const std::vector<Colour> flowers{{1, .35F, .4F}, {1, .95F, .4F}, {1, 1, 1}, {.85F, .5F, .95F}};
    for (int i = 0; i < 16; ++i) {
        const double x = s.random.uniform(0, kWidth), y = s.random.uniform(s.horizon + 22, kHeight - 6);
        s.near.circle(x, y, 5, s.lit(s.random.pick(flowers)));
    }
}

void draw_underwater(Scenery& s) {
    s.sky.gradient(s.lit({.20F, .72F, .86F}), s.lit({.03F, .22F, .46F}), kHeight);
    for (int i = 0; i < 5; ++i) {
        const double x = s.random.uniform(0, kWidth), w = s.random.uniform(14, 30);
        s.sky.polygon({{x, 0}, {x + w, 0}, {x + w - 50, kHeight * .7}, {x - 60, kHeight * .7}},
                      s.lit({.24F, .70F, .84F}));
    }
    s.middle.hills(kHeight * .80, 10, 3, s.random.uniform(0, kTau), s.lit({.10F, .36F, .52F}));
    s.near.hills(kHeight * .88, 5, 4, s.random.uniform(0, kTau), s.lit({.80F, .72F, .48F}));
    for (int i = 0; i < 8; ++i) {
        const double x = s.random.uniform(0, kWidth), h = s.random.uniform(26, 60), y = kHeight * .92;
        const Colour weed = s.random.chance(.6) ? Colour{.15F, .55F, .30F} : Colour{.85F, .35F, .45F};
        s.near.polygon({{x - 5, y}, {x + 5, y}, {x + 9, y - h * .5}, {x + 2, y - h}, {x - 4, y - h * .5}}, s.lit(weed));
    }
    for (int i = 0; i < 14; ++i) {
        const double x = s.random.uniform(0, kWidth), y = s.random.uniform(10, kHeight * .8);
        s.middle.ring(x, y, 4, 4, 0, 2, s.lit({.8F, .95F, 1}));
    }
}

void draw_beach(Scenery& s) {
    draw_open_sky(s);
    s.sky.rectangle(0, s.horizon - 24, kWidth, kHeight, s.lit({.12F, .55F, .78F}));
    s.middle.hills(s.horizon + 4, 3, 6, s.random.uniform(0, kTau), s.lit({.95F, .98F, 1}));
    s.near.hills(s.horizon + 10, 3, 6, s.random.uniform(0, kTau), s.lit({.97F, .88F, .62F}));
    for (int i = 0; i < 2; ++i) {
        const double x = s.random.uniform(0, kWidth), y = s.horizon + 30;
        s.near.rectangle(x - 4, y - 86, x + 4, y, s.lit({.55F, .38F, .22F}));
        for (const double side : {-1.0, 1.0}) {
            s.near.polygon({{x, y - 92}, {x + 46 * side, y - 70}, {x + 20 * side, y - 78}}, s.lit({.20F, .60F, .28F}));
            s.near.polygon({{x, y - 84}, {x + 38 * side, y - 108}, {x + 14 * side, y - 100}},
                           s.lit({.24F, .66F, .30F}));
        }
        const double umbrella = x + s.random.uniform(100, 200);
        s.near.rectangle(umbrella - 2, y - 46, umbrella + 2, y, s.lit({.9F, .9F, .9F}));
        s.near.polygon(
            {{umbrella - 34, y - 40}, {umbrella + 34, y - 40}, {umbrella + 16, y - 58}, {umbrella - 16, y - 58}},
            s.lit({.92F, .30F, .30F}));
    }
}

void draw_mountains(Scenery& s) {
    draw_open_sky(s);
    for (int i = 0; i < 5; ++i) {
        draw_peak(s, (i + s.random.uniform(-.25, .25)) * kWidth / 5, s.random.uniform(84, 122), 84, {.46F, .40F, .44F},
                  .26);
    }
    s.near.hills(s.horizon + 2, 8, 3, s.random.uniform(0, kTau), s.lit({.40F, .56F, .32F}));
    for (int i = 0; i < 5; ++i) {
        const double x = s.random.uniform(0, kWidth), y = s.random.uniform(s.horizon + 26, kHeight - 8),
                     r = s.random.uniform(7, 14);
        s.near.polygon({{x - r, y}, {x - r * .5, y - r}, {x + r * .6, y - r * .9}, {x + r, y}},
                       s.lit({.58F, .56F, .55F}));
    }
}

void draw_sky_place(Scenery& s) {
    s.horizon = kHeight * .95;
    draw_open_sky(s);
    const Colour white = s.lit({1, 1, 1});
    for (int i = 0; i < 5; ++i) {
        const double x = s.random.uniform(0, kWidth);
        draw_cloud(s.middle, x, s.random.uniform(.3, .8) * kHeight, white, s.random.uniform(.8, 1.3));
    }
    for (int i = 0; i < 14; ++i) {
        draw_cloud(s.near, i * kWidth / 14, kHeight * s.random.uniform(.95, 1.02), white, 1.5);
    }
}

} // namespace longtake
