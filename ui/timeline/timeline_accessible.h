// SPDX-License-Identifier: Apache-2.0
// The timeline for screen readers: a list whose items are the shots, each with number, length, seam, state and text.
#pragma once

namespace longtake::ui {

/// Makes Qt ask for this interface whenever a TimelineView is read. Calling it again changes nothing.
void installTimelineAccessibility();

} // namespace longtake::ui
