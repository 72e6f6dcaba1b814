package dev.dunwell.integrity;

import java.util.List;

/**
 * The answer to one question of one run.
 *
 * @param code of the question, for programs
 * @param sentence what should be so
 * @param broken how many rows break it; 0 when all is well
 * @param millis how long the question took
 * @param examples at most five
 */
public record Finding(String code, String sentence, int broken, int millis, List<Example> examples) {

    /**
     * A row that breaks it.
     *
     * @param name as a person would find it
     * @param detail what is the case instead, amounts in minor units
     * @param url where to look, relative to the application
     */
    public record Example(String name, String detail, String url) {}

    public boolean isWell() {
        return broken == 0;
    }
}
