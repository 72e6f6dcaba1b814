package dev.dunwell.relations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What people answered who were asked how it was, and the figures made of it. Pure. */
public record Opinions(Period period, List<Opinion> opinions) {

    /**
     * One person who was asked.
     *
     * @param collector who looked after the customer then, empty for nobody; {@code segments} likewise
     * @param score 1 to 5, null while they have not answered
     */
    public record Opinion(
            LocalDate askedOn,
            String person,
            String collector,
            List<String> segments,
            long customerId,
            String customerNumber,
            String customerName,
            long invoiceId,
            String invoice,
            @Nullable Integer score,
            String comment,
            @Nullable LocalDate answeredOn) {

        public boolean isLow() {
            return score != null && score <= Survey.LOW;
        }

        public String state() {
            return score == null ? "silent" : isLow() ? "low" : "answered";
        }
    }

    /** By what they are parted; somebody in two segments counts in both. */
    public enum Cut {
        CUSTOMER,
        SEGMENT,
        COLLECTOR,
        MONTH;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Source: glossary, section 3, CSAT %.
     *
     * @param content who answered 4 or 5
     * @param sum of the scores
     */
    public record Figures(int asked, int answered, int content, int sum) {

        static Figures of(Collection<Opinion> opinions) {
            int answered = 0;
            int content = 0;
            int sum = 0;
            for (Opinion each : opinions) {
                Integer score = each.score;
                if (score != null) {
                    answered++;
                    content += score >= Survey.CONTENT ? 1 : 0;
                    sum += score;
                }
            }
            return new Figures(opinions.size(), answered, content, sum);
        }

        /** Answers of 4 and 5 ÷ all answers, in percent, half-up to one decimal; null without an answer. */
        public @Nullable BigDecimal csat() {
            return percent(content, answered);
        }

        /** Answers ÷ all who were asked, in percent, half-up to one decimal; null when nobody was. */
        public @Nullable BigDecimal responseRate() {
            return percent(answered, asked);
        }

        /** The mean score, half-up to two decimals; null without an answer. */
        public @Nullable BigDecimal mean() {
            return answered == 0
                    ? null
                    : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(answered), 2, RoundingMode.HALF_UP);
        }

        private static @Nullable BigDecimal percent(int part, int whole) {
            return whole == 0
                    ? null
                    : BigDecimal.valueOf(part * 100L).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        }
    }

    /** The people of one part. */
    public record Part(String key, String name, Figures figures) {}

    public Figures all() {
        return Figures.of(opinions);
    }

    /** The part with most answers first; months in their order. */
    public List<Part> by(Cut cut) {
        Map<String, List<Opinion>> parts = new TreeMap<>();
        opinions.forEach(each -> keys(cut, each)
                .forEach(key ->
                        parts.computeIfAbsent(key, _ -> new ArrayList<>()).add(each)));
        List<Part> named = new ArrayList<>();
        parts.forEach((key, each) ->
                named.add(new Part(key, cut == Cut.CUSTOMER ? each.getFirst().customerName() : key, Figures.of(each))));
        if (cut != Cut.MONTH) {
            named.sort(Comparator.comparing((Part part) -> -part.figures().answered())
                    .thenComparing(part -> -part.figures().asked())
                    .thenComparing(Part::key));
        }
        return named;
    }

    /** The rows behind a figure: of one part, in one state; null for any. */
    public Opinions only(@Nullable Cut cut, @Nullable String key, @Nullable String state) {
        return new Opinions(
                period,
                opinions.stream()
                        .filter(each ->
                                cut == null || key == null || keys(cut, each).contains(key))
                        .filter(each ->
                                state == null || state.equals(each.state()) || state.equals("answered") && each.isLow())
                        .toList());
    }

    private static List<String> keys(Cut cut, Opinion each) {
        return switch (cut) {
            case CUSTOMER -> List.of(each.customerNumber);
            case SEGMENT -> each.segments.isEmpty() ? List.of("") : each.segments;
            case COLLECTOR -> List.of(each.collector);
            case MONTH -> List.of(each.askedOn.toString().substring(0, 7));
        };
    }
}
