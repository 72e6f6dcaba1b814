package dev.dunwell.intake.formats;

import java.util.List;

/**
 * Something about a column that only a person can know: its values can be read in more than one way, and the readings
 * differ.
 *
 * @param column the heading
 * @param text the question as a sentence
 * @param choices the answers, each with what an example from the file would mean under it
 */
public record Question(String column, String text, List<Choice> choices) {

    /**
     * One answer to it.
     *
     * @param answer what is kept and handed back, {@code day-first}
     * @param label what the person reads, {@code day first: 03/04/2013 is 3 April 2013}
     */
    public record Choice(String answer, String label) {}

    public Question {
        choices = List.copyOf(choices);
    }
}
