package dev.dunwell.intake.formats.layout;

import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.intake.formats.Outcome;
import dev.dunwell.intake.formats.Profile;
import dev.dunwell.intake.formats.Reading;
import dev.dunwell.intake.formats.TypedRow;
import dev.dunwell.intake.formats.layout.Layouts.Recognised;
import dev.dunwell.intake.formats.table.Opened;
import dev.dunwell.intake.formats.table.Rows;
import dev.dunwell.intake.formats.table.Source;
import dev.dunwell.intake.formats.table.Table;
import java.util.ArrayList;
import java.util.List;

/** What an export came to, for tests: recognised, typed and counted, or refused. */
record Export(String layout, String refusal, List<TypedRow> typed, int repeated, List<String> wrong, int leftOut) {

    static Export read(Source source, Kind kind) {
        return switch (Table.open(source, Layouts.records())) {
            case Opened.Refused refused -> refused("", refused.why().message());
            case Table table -> {
                try (table) {
                    yield switch (Layouts.recognise(table, kind)) {
                        case Recognised.As as -> read(as.layout(), table);
                        case Recognised.Refused refused -> refused("", refused.why());
                        case Recognised.Unknown _ -> refused("", "unknown: " + table.headings());
                    };
                }
            }
        };
    }

    /** As one line of a table of expectations. */
    String told() {
        return refusal.isEmpty()
                ? "%s: %d, again %d, wrong %d, left out %d"
                        .formatted(layout, typed.size(), repeated, wrong.size(), leftOut)
                : refusal;
    }

    private static Export refused(String layout, String why) {
        return new Export(layout, why, List.of(), 0, List.of(), 0);
    }

    private static Export read(Layout layout, Table file) {
        Table table = layout.over(file);
        Mapping mapping = layout.mapping(table.headings(), "USD");
        Kind kind = layout.kind() == null ? Kind.ANY : layout.kind();
        Profile profile = Profile.of(table, mapping);
        if (profile.rows() == 0 && profile.leftOut() > 0) {
            return refused(layout.name(), layout.nothing(profile.leftOut()));
        } else if (!kind.missing(mapping).isEmpty()
                || !profile.questions(layout.answers()).isEmpty()) {
            return refused(layout.name(), "asks " + kind.missing(mapping) + profile.questions(layout.answers()));
        }
        var reading = new Reading(kind, table.headings(), mapping, profile.conventions(layout.answers()));
        List<TypedRow> typed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int repeated = 0;
        try (Rows rows = table.rows()) {
            while (rows.hasNext()) {
                switch (reading.read(rows.next())) {
                    case Outcome.Typed row -> typed.add(row.value());
                    case Outcome.Repeated _ -> repeated++;
                    case Outcome.Wrong row ->
                        wrong.add(row.problems().getFirst().toString());
                }
            }
            return new Export(layout.name(), "", typed, repeated, wrong, rows.leftOut());
        }
    }
}
