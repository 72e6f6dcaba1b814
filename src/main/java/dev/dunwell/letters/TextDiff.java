package dev.dunwell.letters;

import java.util.ArrayList;
import java.util.List;

/** What changed from one text to another, line by line. Pure. */
public final class TextDiff {

    private TextDiff() {}

    /** What became of a line. */
    public enum Mark {
        SAME,
        GONE,
        NEW
    }

    /** A line of either text, in the order to read them in. */
    public record Line(Mark mark, String text) {}

    /** @return every line of both; of what changed, the old lines before the new ones */
    public static List<Line> of(String before, String after) {
        List<String> old = before.strip().lines().toList();
        List<String> now = after.strip().lines().toList();
        int[][] common = common(old, now);
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(Mark.SAME, old.get(i++)));
                j++;
            } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Mark.GONE, old.get(i++)));
            } else {
                lines.add(new Line(Mark.NEW, now.get(j++)));
            }
        }
        return lines;
    }

    /** How many lines the rests from i and from j have in common, in order. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
