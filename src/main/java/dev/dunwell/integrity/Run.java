package dev.dunwell.integrity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One comparison of the whole book.
 *
 * @param asOf the day it was about
 * @param author who asked for it, the night or a person
 */
public record Run(
        long id, LocalDate asOf, Instant startedAt, Instant finishedAt, String author, List<Finding> findings) {

    public boolean isWell() {
        return findings.stream().allMatch(Finding::isWell);
    }

    /** How many questions found something. */
    public int broken() {
        return (int) findings.stream().filter(finding -> !finding.isWell()).count();
    }
}
