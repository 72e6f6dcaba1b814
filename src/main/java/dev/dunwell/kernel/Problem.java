package dev.dunwell.kernel;

/**
 * What is wrong with something that came from outside, where it is, and what to do about it.
 *
 * @param row the line or row as a person counts it in the file, the first line being 1; 0 when it concerns the whole
 * @param column the heading or field, empty when it concerns the whole row
 * @param message what is wrong and what to do, one sentence for the person who can mend it
 */
public record Problem(long row, String column, String message) {}
