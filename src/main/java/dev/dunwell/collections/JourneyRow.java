package dev.dunwell.collections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Journey} from a row of {@code sql/collections/items.sql}. */
final class JourneyRow {

    private JourneyRow() {}

    static Journey of(ResultSet row) throws SQLException {
        return new Journey(
                Grade.of(row.getInt("received")),
                day(row, "received_on"),
                day(row, "inquired_on"),
                closing(row),
                answers(row.getString("answers")),
                day(row, "deadline_on"),
                row.getInt("left_behind"),
                row.getBoolean("own_fault"),
                row.getBoolean("lacks_order"),
                row.getLong("decided_under"));
    }

    private static Journey.@Nullable Closing closing(ResultSet row) throws SQLException {
        String reason = row.getString("closing_reason");
        if (reason == null) {
            return null;
        }
        String by = row.getString("agreed_by");
        return new Journey.Closing(
                reason,
                PressureQuestion.ofCode(row.getString("doubts")).orElse(null),
                by == null ? null : Journey.Side.valueOf(by.toUpperCase(Locale.ROOT)),
                day(row, "agreed_on"),
                row.getObject("closed_on", LocalDate.class),
                row.getBoolean("agreed_done"));
    }

    /** {@code received:true:2026-06-03,goods:false:2026-06-04}, oldest first. */
    private static Map<PressureQuestion, Journey.Answered> answers(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        Map<PressureQuestion, Journey.Answered> answers = new EnumMap<>(PressureQuestion.class);
        for (String each : text.split(",")) {
            String[] parts = each.split(":");
            PressureQuestion.ofCode(parts[0])
                    .ifPresent(question -> answers.put(
                            question, new Journey.Answered(Boolean.parseBoolean(parts[1]), LocalDate.parse(parts[2]))));
        }
        return answers;
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
