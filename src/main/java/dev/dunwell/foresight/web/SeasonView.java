package dev.dunwell.foresight.web;

import dev.dunwell.foresight.learning.Season;
import dev.dunwell.foresight.learning.Season.Month;
import dev.dunwell.foresight.learning.Season.Peak;
import dev.dunwell.ledger.Customer;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Buying, paying and the cycle of its kind over two years: in words, as one picture 640 wide and 212 high, as a table.
 */
public record SeasonView(
        Customer customer, Season season, List<String> words, List<Bar> bars, String paid, String cycle) {

    private static final int LEFT = 12;
    private static final int RIGHT = 628;
    private static final int TOP = 10;
    private static final int BOTTOM = 184;

    /** What was bought in a month. */
    public record Bar(int x, int y, int width, int height, Month month, String name, boolean isNamed) {}

    static SeasonView of(Customer customer, Season season) {
        List<Month> months = season.months();
        long most = most(months);
        int highest = Math.max(200, months.stream().mapToInt(Month::cycle).max().orElse(0));
        List<Bar> bars = new ArrayList<>();
        List<String> paid = new ArrayList<>();
        List<String> cycle = new ArrayList<>();
        int width = (RIGHT - LEFT) / Math.max(1, months.size());
        for (int i = 0; i < months.size(); i++) {
            Month month = months.get(i);
            int x = LEFT + width * i;
            int y = y(month.bought(), Math.max(1, most));
            bars.add(new Bar(x + 4, y, width - 8, BOTTOM - y, month, name(month), i % 3 == 0));
            paid.add(x + width / 2 + "," + y(month.paid(), Math.max(1, most)));
            cycle.add(x + width / 2 + "," + y(month.cycle(), highest));
        }
        boolean hasPeers = months.stream().anyMatch(month -> month.cycle() > 0);
        return new SeasonView(
                customer, season, words(season), bars, String.join(" ", paid), hasPeers ? String.join(" ", cycle) : "");
    }

    /** Of the highest bar or point, in percent: what is bought in several currencies has no amount. */
    public long percent(long amount) {
        return 100 * amount / Math.max(1, most(season.months()));
    }

    private static long most(List<Month> months) {
        return months.stream()
                .mapToLong(month -> Math.max(month.bought(), month.paid()))
                .max()
                .orElse(1);
    }

    /** Each sentence with the figures it rests on. */
    static List<String> words(Season season) {
        List<String> words = new ArrayList<>();
        Peak buying = season.buying();
        Peak paying = season.paying();
        Peak peers = season.peers();
        Integer lag = season.lagDays();
        words.add(
                buying == null
                        ? "No three months stand out beyond chance in which it buys more."
                        : "Buys most from %s: %d of %d invoices of whole years%s"
                                .formatted(span(buying.first()), buying.hits(), buying.of(), chance(buying.oneIn())));
        if (peers != null) {
            words.add("Customers of its kind buy most from %s%s"
                    .formatted(
                            span(peers.first()),
                            buying != null && buying.first() == peers.first()
                                    ? ": its season is that of its kind."
                                    : "."));
        } else if (buying != null) {
            words.add("Customers of its kind have no season that stands out: this one is its own.");
        }
        if (lag != null) {
            words.add("Money follows the purchase after %d days on average, weighted by amount.".formatted(lag));
        }
        if (paying != null) {
            words.add("Pays most from %s: %d of %d paying days%s"
                    .formatted(span(paying.first()), paying.hits(), paying.of(), chance(paying.oneIn())));
        }
        Season.Slow slow = season.slow();
        if (slow != null) {
            words.add("Invoices of %s take %d days, those of other months %d%s"
                    .formatted(span(slow.first()), slow.inside(), slow.outside(), chance(slow.oneIn())));
        }
        return words;
    }

    private static String chance(int oneIn) {
        return String.format(Locale.ROOT, "; by chance less than once in %,d.", oneIn);
    }

    private static String span(int first) {
        return name(first) + " to " + name((first + 1) % 12 + 1);
    }

    private static String name(int month) {
        return java.time.Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String name(Month month) {
        return month.month().getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " "
                + month.month().getYear() % 100;
    }

    private static int y(long value, long most) {
        return (int) (BOTTOM - (BOTTOM - TOP) * value / most);
    }
}
