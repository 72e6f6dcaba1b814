package dev.dunwell.collections.web;

import dev.dunwell.access.Person;
import dev.dunwell.collections.Level;
import dev.dunwell.collections.TeamQueues;
import dev.dunwell.team.Habit;
import dev.dunwell.web.Choice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What collections/team shows.
 *
 * @param lines everybody, and last what nobody looks after
 * @param habits by person; who has none is left out
 */
public record TeamView(List<TeamQueues.Line> lines, Map<Long, Habit> habits) {

    public static final List<Level> LEVELS = List.of(Level.values()).subList(1, Level.values().length);

    public List<Choice> people() {
        return lines.stream()
                .map(TeamQueues.Line::person)
                .filter(Objects::nonNull)
                .map(person -> new Choice(String.valueOf(person.id()), person.name()))
                .toList();
    }

    public String pace(Person person) {
        Integer pace = habit(person).contactsADay();
        return pace == null ? "" : pace.toString();
    }

    /** How many days the queue takes, null when the pace is not known or the line is nobody's. */
    public @Nullable Integer days(TeamQueues.Line line) {
        return line.person() == null ? null : habit(line.person()).daysFor(line.queue());
    }

    /** Whether more waits than the person does in a day. */
    public boolean isOver(TeamQueues.Line line) {
        Integer days = days(line);
        return days != null && days > 1;
    }

    private Habit habit(Person person) {
        return habits.getOrDefault(person.id(), Habit.UNKNOWN);
    }
}
