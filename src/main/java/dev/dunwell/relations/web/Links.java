package dev.dunwell.relations.web;

import dev.dunwell.relations.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses on a page about a period: its parts, their rows, the file, the other pages about the same days. */
public record Links(
        String path,
        Period period,
        @Nullable String part,
        @Nullable String name,
        @Nullable String state) {

    /** The rows of one part, {@code rows("person", "Nora", "running")}; null state for all of them. */
    public String rows(String ofPart, String itsName, @Nullable String inState) {
        UriComponentsBuilder address = days(path).queryParam("part", ofPart).queryParam("name", itsName);
        if (inState != null) {
            address.queryParam("state", inState);
        }
        return written(address) + "#rows";
    }

    /** All rows in a state. */
    public String rows(String inState) {
        return written(days(path).queryParam("state", inState)) + "#rows";
    }

    /** What is shown, as a file. */
    public String csv() {
        UriComponentsBuilder address = days(path + ".csv");
        if (part != null) {
            address.queryParam("part", part).queryParam("name", name == null ? "" : name);
        }
        if (state != null) {
            address.queryParam("state", state);
        }
        return written(address);
    }

    /** Another page about the same days. */
    public String other(String otherPath) {
        return written(days(otherPath));
    }

    private UriComponentsBuilder days(String of) {
        return UriComponentsBuilder.fromPath(of)
                .queryParam("from", period.from())
                .queryParam("to", period.to())
                .queryParam("asOf", period.asOf());
    }

    private static String written(UriComponentsBuilder address) {
        return address.encode().build().toUriString();
    }
}
