package dev.dunwell.intake.formats;

/**
 * How the values of a column are read, settled by the file itself or by a person's answer.
 *
 * @param column the heading
 * @param answer {@code day-first}, {@code decimal-comma}, {@code USD}
 * @param because what settled it, for the person who checks the mapping
 */
public record Convention(String column, String answer, String because) {}
