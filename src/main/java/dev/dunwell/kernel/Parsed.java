package dev.dunwell.kernel;

import java.util.List;

/** What a file from outside gave: the records that can be used and the problems of those that cannot. */
public record Parsed<T>(List<T> records, List<Problem> problems) {

    public Parsed {
        records = List.copyOf(records);
        problems = List.copyOf(problems);
    }
}
