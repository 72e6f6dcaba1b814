package dev.dunwell.demo;

/** A line of a story that cannot be told: where it stands, what is wrong, and how it is written instead. */
public class StoryMistake extends RuntimeException {

    StoryMistake(String file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }

    StoryMistake(StoryLine line, String what, Throwable cause) {
        super(line.place() + ": " + line.text() + "\n" + what, cause);
    }
}
