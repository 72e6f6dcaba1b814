package dev.dunwell.relations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a conversation went, best first. */
public enum Mood {
    GOOD("Good", 1),
    NEUTRAL("Neutral", 0),
    TENSE("Tense", -1),
    HOSTILE("Hostile", -2);

    private final String title;
    private final int points;

    Mood(String title, int points) {
        this.title = title;
        this.points = points;
    }

    /** Where the last three conversations go against the three before. */
    public enum Trend {
        BETTER("getting better"),
        STEADY("steady"),
        WORSE("getting worse");

        private final String words;

        Trend(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private static final int FEW = 3;

    /**
     * The points of the last three (good 1, neutral 0, tense −1, hostile −2) against those of the three before; none
     * with fewer than six.
     *
     * @param latestFirst at least as many as are known, up to six are looked at
     */
    public static Optional<Trend> trend(List<Mood> latestFirst) {
        if (latestFirst.size() < 2 * FEW) {
            return Optional.empty();
        }
        int change = points(latestFirst.subList(0, FEW)) - points(latestFirst.subList(FEW, 2 * FEW));
        return Optional.of(change > 0 ? Trend.BETTER : change < 0 ? Trend.WORSE : Trend.STEADY);
    }

    private static int points(List<Mood> moods) {
        return moods.stream().mapToInt(mood -> mood.points).sum();
    }

    public String title() {
        return title;
    }

    /** In the database and in the API, {@code tense}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Mood ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Empty when there is no such word. */
    public static Optional<Mood> read(String code) {
        return Arrays.stream(values()).filter(mood -> mood.code().equals(code)).findFirst();
    }
}
