package dev.dunwell.collections;

import java.util.List;

/**
 * What a strategy is chosen by, when nobody chose one for the customer itself: its tags, in their order, and conduct.
 */
public record Traits(List<String> tags, Conduct conduct) {

    public static final Traits UNKNOWN = new Traits(List.of(), Conduct.UNKNOWN);

    public Traits {
        tags = List.copyOf(tags);
    }
}
