// SPDX-License-Identifier: Apache-2.0
// The drawing functions behind places.cpp: nature in places_nature.cpp, what people built in places_built.cpp.
#pragma once

#include "core/train/cutout_world/places.h"

namespace longtake {

/// The open sky of the time of day with sun, clouds, moon or stars.
void draw_open_sky(Scenery& scenery);

void draw_sea(Scenery& scenery);
void draw_desert(Scenery& scenery);
void draw_forest(Scenery& scenery);
void draw_space(Scenery& scenery);
void draw_snow(Scenery& scenery);
void draw_meadow(Scenery& scenery);
void draw_underwater(Scenery& scenery);
void draw_beach(Scenery& scenery);
void draw_mountains(Scenery& scenery);
void draw_sky_place(Scenery& scenery);

void draw_city(Scenery& scenery);
void draw_room(Scenery& scenery);
void draw_future(Scenery& scenery);
void draw_blue_room(Scenery& scenery);
void draw_office(Scenery& scenery);
void draw_street(Scenery& scenery);
void draw_spaceship(Scenery& scenery);
void draw_stage(Scenery& scenery);

} // namespace longtake
