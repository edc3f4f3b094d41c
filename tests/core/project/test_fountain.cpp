// SPDX-License-Identifier: Apache-2.0
#include "core/project/fountain.h"
#include "core/project/validate.h"

#include <doctest/doctest.h>

using namespace longtake;

namespace {

constexpr const char* kScreenplay = R"(Title:
    **The Long
    Take**
Credit: Written by
Author: Nobody
Draft date: today

FADE IN:

# Act one

= A lion comes home.

EXT. CITY STREET - DAY #1#

A *lion* walks down the
street. [[4s]] [[camera: tracking]]

/* Cut this:
INT. NOWHERE - NIGHT

Nobody. */

ANA (V.O.)
(whispering)
There he is. _Look_ at him.

CUT TO:

INT. OFFICE - NIGHT

BOB ^
Who is there?

!BANG! The door opens. [[remember the dust]]

@McArthur
Nobody.

DISSOLVE TO:

.A PLACE WITHOUT PREFIX

The lion sleeps.

> THE END <

===

INT. OFFICE - CONTINUOUS

The lion wakes.

> FLASH CUT:

ÉLODIE
Bonjour.
  
Encore.

FADE OUT.
)";

} // namespace

TEST_SUITE("project.fountain") {
    TEST_CASE("a screenplay becomes scenes and shots") {
        const Story story = parse_fountain(kScreenplay, "s.fountain");
        CHECK(story.title == "The Long Take");
        REQUIRE(story.scenes.size() == 4);
        CHECK(story.scenes[0] == StoryScene{"EXT. CITY STREET - DAY", "exterior, city street, day"});
        CHECK(story.scenes[1].description == "interior, office, night");
        CHECK(story.scenes[2] == StoryScene{"A PLACE WITHOUT PREFIX", "a place without prefix"});
        CHECK(story.scenes[3].description == "interior, office");
        REQUIRE(story.shots.size() == 6);
    }

    TEST_CASE("action is seen, dialogue is said") {
        const Story story = parse_fountain(kScreenplay, "s.fountain");
        const StoryShot& lion = story.shots[0];
        CHECK(lion.prompt == "A lion walks down the street.");
        CHECK(lion.length == ShotLength(Seconds{4}));
        CHECK(lion.camera == "tracking");
        CHECK(lion.notes == "A lion comes home.");
        CHECK(lion.narration == "ANA (whispering): There he is. Look at him.");
        CHECK(lion.line == 16);
        const StoryShot& bob = story.shots[1];
        CHECK(bob.prompt == "BOB speaks");
        CHECK(bob.narration == "BOB: Who is there?");
        CHECK(bob.seam->kind == SeamKind::Cut);
        const StoryShot& bang = story.shots[2];
        CHECK(bang.prompt == "BANG! The door opens.");
        CHECK(bang.notes == "remember the dust");
        CHECK(bang.narration == "McArthur: Nobody.");
        CHECK_FALSE(bang.seam);
        CHECK(story.shots[3].seam->kind == SeamKind::Dissolve);
        CHECK(story.shots[4].prompt == "The lion wakes.");
        CHECK(story.shots[4].seam->kind == SeamKind::Continue);
        CHECK(story.shots[5].narration == "ÉLODIE: Bonjour. Encore.");
        CHECK(story.shots[5].seam->kind == SeamKind::Cut);
    }

    TEST_CASE("speech gets the time it takes") {
        const Story story =
            parse_fountain("INT. ROOM\n\nA lion.\n\nANA\none two three four five six seven eight nine ten\n", "s");
        CHECK(story.shots[0].length == ShotLength(Seconds{4.5}));
    }

    TEST_CASE("every shot can be read back from its words, and the film is sound") {
        const Story story = parse_fountain(kScreenplay, "s.fountain");
        for (const StoryShot& shot : story.shots) {
            StoryShot again = parse_story_shot(shot.source);
            again.scene = shot.scene;
            again.line = shot.line;
            CHECK_MESSAGE(again == shot, shot.source);
        }
        CHECK(validate(film_from_story(story, {})));
    }

    TEST_CASE("unusual screenplays") {
        CHECK(parse_fountain("", "s").shots.empty());
        CHECK(parse_fountain("/* never closed\n\nA lion.", "s").shots.size() == 2);
        CHECK(parse_fountain("A note [[never closed", "s").shots[0].prompt == "A note [[never closed");
        CHECK(parse_fountain("[[only a note]]\n\nA lion.", "s").shots[0].notes == "only a note");
        CHECK(parse_fountain("INTERNAL AFFAIRS arrive.", "s").scenes.empty());
        CHECK(parse_fountain("int./ext. car - night\n\nIt drives.", "s").scenes[0].description ==
              "interior and exterior, car, night");
        CHECK(parse_fountain("INT. ROOM\r\n\r\nA lion.\r\n", "s").shots[0].prompt == "A lion.");
        CHECK(parse_fountain("INT.\n\nA lion.\n", "s").scenes[0].title == "INT.");
        CHECK(parse_fountain("FADE IN:\n\nA lion.\n", "s").title.empty());
    }
}
