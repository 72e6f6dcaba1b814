package dev.dunwell.relations.web;

import dev.dunwell.relations.Answering;
import dev.dunwell.relations.Answering.Cut;
import dev.dunwell.relations.Answering.Part;
import dev.dunwell.relations.Answering.Timed;
import java.util.List;
import java.util.Locale;

/**
 * How fast payers were answered, by person, customer and month, and the requests behind the part that was opened.
 *
 * @param all of the period
 * @param rows what was opened, at most so many
 * @param isCut whether there are more
 */
public record ResponseView(Links links, Answering all, List<Timed> rows, boolean isCut, boolean mayChangeHours) {

    private static final int PARTS = 20;

    /** The first twenty; the file has all. */
    public List<Part> parts(Cut cut) {
        List<Part> parts = all.by(cut);
        return cut == Cut.MONTH ? parts : parts.subList(0, Math.min(PARTS, parts.size()));
    }

    public static String heading(Cut cut) {
        return switch (cut) {
            case PERSON -> "By person";
            case CUSTOMER -> "By customer";
            case MONTH -> "By month";
        };
    }

    public static String code(Cut cut) {
        return cut.name().toLowerCase(Locale.ROOT);
    }

    public static String title(Part part) {
        return part.name().isEmpty() ? "Nobody" : part.name();
    }
}
