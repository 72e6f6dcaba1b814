package dev.dunwell.relations.web;

import dev.dunwell.relations.Opinions;
import dev.dunwell.relations.Opinions.Cut;
import dev.dunwell.relations.Opinions.Opinion;
import dev.dunwell.relations.Opinions.Part;
import java.util.List;

/**
 * What payers said, by customer, segment, collector and month, and who said it.
 *
 * @param isOn whether payers are asked at all
 */
public record SatisfactionView(
        Links links, Opinions all, List<Opinion> rows, boolean isCut, boolean isOn, boolean maySwitch) {

    private static final int PARTS = 20;

    public List<Part> parts(Cut cut) {
        List<Part> parts = all.by(cut);
        return cut == Cut.MONTH ? parts : parts.subList(0, Math.min(PARTS, parts.size()));
    }

    public static String heading(Cut cut) {
        return switch (cut) {
            case CUSTOMER -> "By customer";
            case SEGMENT -> "By segment";
            case COLLECTOR -> "By collector";
            case MONTH -> "By month";
        };
    }

    public static String title(Cut cut, Part part) {
        if (!part.name().isEmpty()) {
            return part.name();
        }
        return cut == Cut.SEGMENT ? "No segment" : "Nobody";
    }
}
