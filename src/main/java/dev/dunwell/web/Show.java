package dev.dunwell.web;

import dev.dunwell.kernel.Money;
import gg.jte.Content;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes figures and dates the way the reader reads them. Every template formats through it and nothing else does.
 *
 * <p>The minus is U+2212 and the currency follows its amount. A date names its year only when that is not the year of
 * {@code today}. Moments are told in the organisation's zone. Words are English, figures and dates follow the locale.
 */
public final class Show {

    private static final String MINUS = "\u2212";

    private final Locale locale;
    private final ZoneId zone;
    private final LocalDate today;

    public Show(Locale locale, ZoneId zone, LocalDate today) {
        this.locale = locale;
        this.zone = zone;
        this.today = today;
    }

    /** {@code 10,865.50 EUR} with the code small and muted, for cells and headings. */
    public Content amount(Money money) {
        return output -> {
            output.writeContent(figure(money));
            output.writeContent("<span class=\"cur\">" + money.currency() + "</span>");
        };
    }

    /** {@code 10,865.50 EUR} as plain text, for sentences and attributes; it does not break. */
    public String text(Money money) {
        return figure(money) + "\u00a0" + money.currency();
    }

    /** {@code 10,865.50}, only where the currency stands in the heading. */
    public String figure(Money money) {
        return signed(money.amount(), money.currency().getDefaultFractionDigits());
    }

    /** What one costs, {@code 1,240.00} or {@code 0.0375}: two decimals, or as many as were agreed. */
    public String price(BigDecimal price) {
        return signed(price, Math.max(2, price.stripTrailingZeros().scale()));
    }

    /** {@code 1,184}. */
    public String count(long count) {
        return signed(BigDecimal.valueOf(count), 0);
    }

    /** {@code 1 customer}, {@code 11 customers}. */
    public String many(long count, String one, String more) {
        return count(count) + " " + (count == 1 ? one : more);
    }

    /** {@code 82 %}, with as many decimals as the figure has. */
    public String percent(BigDecimal percent) {
        return signed(percent, Math.max(0, percent.scale())) + "\u00a0%";
    }

    /** Days from the due date: {@code +15} after it, {@code −7} before it, {@code 0} on it. */
    public String offset(int days) {
        return (days > 0 ? "+" : "") + count(days);
    }

    /** {@code Fri 27 Nov}, marked up as a date. */
    public Content day(LocalDate day) {
        return time(day.toString(), dayText(day));
    }

    /** {@code 27 Nov}, marked up as a date, for columns of dates. */
    public Content date(LocalDate day) {
        return time(day.toString(), dates(day, "MMMd", "yMMMd").format(day));
    }

    /** {@code 27 Nov} of whatever year, as plain text, beside an axis. */
    public String axisDay(LocalDate day) {
        return inEnglish("d MMM", "MMMd").format(day);
    }

    /** {@code Fri 27 Nov} as plain text, for sentences and attributes. */
    public String dayText(LocalDate day) {
        return dates(day, "MMMEd", "yMMMEd").format(day);
    }

    /** {@code Monday 23 November 2026}, for headings. */
    public String longDay(LocalDate day) {
        return inEnglish("EEEE d MMMM uuuu", "yMMMMEEEEd").format(day);
    }

    /** {@code 06:10} in the organisation's zone. */
    public String clock(Instant moment) {
        return inEnglish("HH:mm", "jm").format(moment.atZone(zone));
    }

    /** {@code Mon 23 Nov, 06:10} in the organisation's zone, marked up as a moment. */
    public Content moment(Instant moment) {
        return time(moment.toString(), momentText(moment));
    }

    /** {@code Mon 23 Nov, 06:10} in the organisation's zone as plain text. */
    public String momentText(Instant moment) {
        return dayText(moment.atZone(zone).toLocalDate()) + ", " + clock(moment);
    }

    private String signed(BigDecimal number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return (number.signum() < 0 ? MINUS : "") + format.format(number.abs());
    }

    private DateTimeFormatter dates(LocalDate day, String ofThisYear, String ofAnother) {
        boolean isThisYear = day.getYear() == today.getYear();
        String weekday = ofThisYear.contains("E") ? "EEE " : "";
        return inEnglish(weekday + (isThisYear ? "d MMM" : "d MMM uuuu"), isThisYear ? ofThisYear : ofAnother);
    }

    /** The pages are in English, so are its dates, short and without commas; other readers get their locale's own. */
    private DateTimeFormatter inEnglish(String pattern, String skeleton) {
        return locale.getLanguage().equals("en") && !locale.getCountry().equals("US")
                ? DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                : DateTimeFormatter.ofLocalizedPattern(skeleton).withLocale(locale);
    }

    private static Content time(String machine, String human) {
        return output -> output.writeContent("<time datetime=\"" + machine + "\">" + human + "</time>");
    }
}
