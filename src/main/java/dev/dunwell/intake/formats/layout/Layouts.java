package dev.dunwell.intake.formats.layout;

import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All exports that are known, in the order in which they are tried; they are written down in {@code layouts.txt}. */
public final class Layouts {

    private static final List<Layout> KNOWN = LayoutFile.read("/intake/layouts.txt");
    private static final Set<String> RECORDS = KNOWN.stream()
            .flatMap(layout -> Stream.ofNullable(layout.record()))
            .collect(Collectors.toUnmodifiableSet());

    private Layouts() {}

    /** What a file was found to be. */
    public sealed interface Recognised {

        /** One that is read as it is. */
        record As(Layout layout) implements Recognised {}

        /** One that holds something else than was asked for, or nothing that is owed at all. */
        record Refused(String why) implements Recognised {}

        /** None that is known. */
        record Unknown() implements Recognised {}
    }

    /** The elements that are a row of some XML export. */
    public static Set<String> records() {
        return RECORDS;
    }

    /** What a person should know about how that export is read; empty where there is nothing. */
    public static String note(String layout) {
        return KNOWN.stream()
                .filter(known -> known.name().equals(layout))
                .map(Layout::note)
                .findFirst()
                .orElse("");
    }

    /** @param kind what the file was said to hold, or {@link Kind#ANY} */
    public static Recognised recognise(Table table, Kind kind) {
        List<Layout> fitting =
                KNOWN.stream().filter(layout -> layout.knows(table)).toList();
        Optional<Layout> wanted = fitting.stream()
                .filter(layout -> !layout.isRefused() && (kind == Kind.ANY || layout.kind() == kind))
                .findFirst();
        if (fitting.isEmpty()) {
            return new Recognised.Unknown();
        } else if (fitting.getFirst().isRefused()) {
            return new Recognised.Refused(fitting.getFirst().refusal());
        } else if (wanted.isPresent()) {
            return new Recognised.As(wanted.get());
        } else {
            return new Recognised.Refused("This is a file of %s. Bring it again and say so."
                    .formatted(fitting.stream()
                            .map(layout -> layout.name() + " (" + kind(layout) + ")")
                            .collect(Collectors.joining(" or "))));
        }
    }

    private static String kind(Layout layout) {
        return layout.kind() == null ? "nothing owed" : layout.kind().code();
    }
}
