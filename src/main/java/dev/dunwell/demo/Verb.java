package dev.dunwell.demo;

import java.util.List;

/**
 * One thing that can happen in a story.
 *
 * @param usage how it is written: its name, then what follows
 */
record Verb(String usage, Act act) {

    /** Takes its words and does what they say, through the acts that pages and programs use. */
    interface Act {
        void perform(Scene scene, Words words);
    }

    /** Some verbs that belong together. */
    interface Source {
        List<Verb> verbs();
    }

    String name() {
        return usage.split(" ", 2)[0];
    }

    void perform(Scene scene, StoryLine line) {
        act.perform(scene, new Words(line, usage));
    }
}
