package dev.dunwell.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * On this day, this is done.
 *
 * @param number its place in the file, from 1
 * @param words what follows the verb; what stood in quotes is one word
 * @param text as it was written
 */
public record StoryLine(String file, int number, LocalDate on, String verb, List<String> words, String text) {

    String place() {
        return file + ":" + number;
    }

    StoryMistake mistake(String what) {
        return new StoryMistake(file, number, what);
    }
}
