package dev.dunwell.intake.formats;

import dev.dunwell.intake.formats.table.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column vote on how they are to be read: each rules out the ways under which it makes no sense. One
 * such value decides; where ways are left that give different readings, only a person can.
 */
final class Ballot<W extends Enum<W>> {

    /** A way under which a value has no reading. */
    static final long NONE = Long.MIN_VALUE;

    /** Up to one misfit in so many is a slip, to be mended in its row; more means that two customs are mixed. */
    private static final int SLIP = 20;

    private final List<W> ways;
    private final long[] against;
    private final @Nullable String[] misfit;
    private final @Nullable String[][] difference;
    private long votes;

    Ballot(Class<W> ways) {
        this.ways = List.of(ways.getEnumConstants());
        this.against = new long[this.ways.size()];
        this.misfit = new String[this.ways.size()];
        this.difference = new String[this.ways.size()][this.ways.size()];
    }

    /**
     * @param readings what the value means under each way, equal where the meaning is; a value without any has no vote
     */
    void vote(String value, long row, long[] readings) {
        int fits = 0;
        for (long reading : readings) {
            fits += reading == NONE ? 0 : 1;
        }
        if (fits == 0) {
            return;
        }
        votes++;
        for (int i = 0; i < readings.length; i++) {
            if (readings[i] == NONE) {
                against[i]++;
                misfit[i] = misfit[i] == null ? "%s in line %d".formatted(Text.quoted(value), row) : misfit[i];
            } else if (fits > 1) {
                compare(i, value, readings);
            }
        }
    }

    /** Which of some ways are left: one when it is decided, several when a person has to choose. */
    List<W> left(List<W> among) {
        List<W> possible =
                among.stream().filter(way -> against[ways.indexOf(way)] == 0).toList();
        if (possible.isEmpty()) {
            return leftOfContradiction(among);
        } else {
            return differ(possible) ? possible : possible.subList(0, 1);
        }
    }

    /** Why that way and no other. */
    String because(W way) {
        for (W other : ways) {
            String reason = misfit[ways.indexOf(other)];
            if (other != way && reason != null) {
                return reason;
            }
        }
        return votes == 0 ? "the column has no values to tell" : "every value means the same either way";
    }

    /** A value that means one thing under the one way and another under the other, or fits one of them only. */
    String example(W one, W other) {
        String example = difference[ways.indexOf(one)][ways.indexOf(other)];
        return example == null ? "" : example;
    }

    private void compare(int one, String value, long[] readings) {
        for (int other = 0; other < readings.length; other++) {
            if (readings[other] != NONE && readings[other] != readings[one] && difference[one][other] == null) {
                difference[one][other] = value;
            }
        }
    }

    private List<W> leftOfContradiction(List<W> among) {
        List<W> byMisfits = new ArrayList<>(among);
        byMisfits.sort(Comparator.comparingLong(way -> against[ways.indexOf(way)]));
        W first = byMisfits.getFirst();
        boolean slips =
                among.size() == 1 || against[ways.indexOf(first)] * SLIP <= against[ways.indexOf(byMisfits.get(1))];
        return slips
                ? List.of(first)
                : among.stream()
                        .filter(way -> against[ways.indexOf(way)] < votes)
                        .toList();
    }

    private boolean differ(List<W> possible) {
        return possible.stream()
                .anyMatch(one -> possible.stream()
                        .anyMatch(other -> difference[ways.indexOf(one)][ways.indexOf(other)] != null));
    }
}
