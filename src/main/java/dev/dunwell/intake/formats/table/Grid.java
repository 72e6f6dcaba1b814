package dev.dunwell.intake.formats.table;

import java.io.Closeable;

/** A file as a grid of texts, before anyone knows which of its rows holds the headings. */
interface Grid extends Closeable {

    /** Every row that is there, also those above the headings. */
    Rows rows();

    /** What kind of file it was found to be, for the person who brought it. */
    String origin();

    /** Whether the file ends as a whole one does; what was cut inside its last value cannot be known from the rest. */
    boolean ends();

    /** Whether a row may end before the last heading does, as spreadsheets write it. */
    boolean leavesOutEmptyEnds();

    /** The element that is a row; empty where the file is no XML. */
    default String record() {
        return "";
    }

    @Override
    void close();
}
