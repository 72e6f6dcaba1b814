package dev.dunwell.conversations.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last day on which somebody is away, from the words of an out-of-office mail in English, German, Spanish or
 * French.
 *
 * <p>"Until the 5th" means that the 5th is the last day; "back on the 5th" that the 4th is. A day without a year is the
 * next one; numbers are day, month, year unless that cannot be, or the text is English and says so with a slash.
 */
public final class ReturnDay {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int FARTHEST_DAYS = 200;

    private static final String BACK =
            "(?:back|return(?:ing)?|wieder|zurück|retour|reprendrai|regreso|vuelvo|volver[ée]"
                    + "|regresar[ée]|reincorpor\\w+|ab dem|from)";
    private static final String UNTIL =
            "(?:until|till|through|up to|bis(?: einschlie(?:ß|ss)lich)?" + "|jusqu.{1,3}|hasta)";
    private static final Pattern LAST = Pattern.compile("\\b" + UNTIL + "\\b(.{0,60})", FLAGS);
    private static final Pattern NEXT = Pattern.compile("\\b" + BACK + "\\b(.{0,60})", FLAGS);
    private static final Pattern RANGE_END =
            Pattern.compile("(?:\\d[.\\s]*|\\p{L}\\s)(?:-|–|bis|to|al|au)\\s(.{4,40})", FLAGS);

    private static final Map<String, Integer> MONTHS = months();
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![\\d./-])(\\d{1,2})([./-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?(?!\\d)");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?\\s+(?:of\\s+"
                    + "|de\\s+)?(\\p{L}{3,10})\\.?,?(?:\\s+(?:de\\s+|del\\s+)?(\\d{4}))?",
            FLAGS);
    private static final Pattern MONTH_DAY =
            Pattern.compile("\\b(\\p{L}{3,10})\\.?\\s+(\\d{1,2})(?!\\d)(?:st|nd|rd|th)?,?(?:\\s+(\\d{4}))?", FLAGS);
    private static final Map<String, DayOfWeek> WEEKDAYS = Map.ofEntries(
            Map.entry("monday", DayOfWeek.MONDAY),
            Map.entry("montag", DayOfWeek.MONDAY),
            Map.entry("lundi", DayOfWeek.MONDAY),
            Map.entry("lunes", DayOfWeek.MONDAY),
            Map.entry("tuesday", DayOfWeek.TUESDAY),
            Map.entry("dienstag", DayOfWeek.TUESDAY),
            Map.entry("mardi", DayOfWeek.TUESDAY),
            Map.entry("martes", DayOfWeek.TUESDAY),
            Map.entry("wednesday", DayOfWeek.WEDNESDAY),
            Map.entry("mittwoch", DayOfWeek.WEDNESDAY),
            Map.entry("mercredi", DayOfWeek.WEDNESDAY),
            Map.entry("miércoles", DayOfWeek.WEDNESDAY),
            Map.entry("thursday", DayOfWeek.THURSDAY),
            Map.entry("donnerstag", DayOfWeek.THURSDAY),
            Map.entry("jeudi", DayOfWeek.THURSDAY),
            Map.entry("jueves", DayOfWeek.THURSDAY),
            Map.entry("friday", DayOfWeek.FRIDAY),
            Map.entry("freitag", DayOfWeek.FRIDAY),
            Map.entry("vendredi", DayOfWeek.FRIDAY),
            Map.entry("viernes", DayOfWeek.FRIDAY));

    private ReturnDay() {}

    /**
     * @param receivedOn the day the mail came, in the organisation's zone; what lies before it is no answer
     * @return the last day of absence, empty when the text names none within {@value #FARTHEST_DAYS} days
     */
    public static Optional<LocalDate> lastDayAway(String text, LocalDate receivedOn) {
        String words = text.replaceAll("\\s+", " ");
        Optional<LocalDate> until = LAST.matcher(words)
                .results()
                .map(found -> date(found.group(1), receivedOn))
                .flatMap(Optional::stream)
                .findFirst();
        Optional<LocalDate> range = RANGE_END
                .matcher(words)
                .results()
                .map(found -> date(found.group(1), receivedOn))
                .flatMap(Optional::stream)
                .findFirst();
        Optional<LocalDate> back = NEXT.matcher(words)
                .results()
                .map(found -> date(found.group(1), receivedOn))
                .flatMap(Optional::stream)
                .findFirst();
        return until.or(() -> back.map(day -> day.minusDays(1)))
                .or(() -> range)
                .filter(day -> !day.isBefore(receivedOn));
    }

    private static Optional<LocalDate> date(String text, LocalDate from) {
        Map<Integer, LocalDate> found = new TreeMap<>();
        ISO.matcher(text).results().forEach(m -> put(found, m.start(), m.group(1), m.group(2), m.group(3), from));
        Matcher numbers = NUMBERS.matcher(text);
        while (numbers.find()) {
            boolean isAmerican = numbers.group(2).equals("/") && Integer.parseInt(numbers.group(3)) > 12;
            put(
                    found,
                    numbers.start(),
                    numbers.group(4),
                    numbers.group(isAmerican ? 1 : 3),
                    numbers.group(isAmerican ? 3 : 1),
                    from);
        }
        DAY_MONTH
                .matcher(text)
                .results()
                .forEach(m -> put(found, m.start(), m.group(3), month(m.group(2)), m.group(1), from));
        MONTH_DAY
                .matcher(text)
                .results()
                .forEach(m -> put(found, m.start(), m.group(3), month(m.group(1)), m.group(2), from));
        return found.isEmpty() ? weekday(text, from) : found.values().stream().findFirst();
    }

    private static Optional<LocalDate> weekday(String text, LocalDate from) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).stream()
                .limit(4)
                .filter(WEEKDAYS::containsKey)
                .map(word -> from.with(TemporalAdjusters.next(WEEKDAYS.get(word))))
                .findFirst();
    }

    private static void put(
            Map<Integer, LocalDate> found,
            int at,
            @org.jspecify.annotations.Nullable String year,
            String month,
            String day,
            LocalDate from) {
        try {
            int written = year == null ? from.getYear() : Integer.parseInt(year);
            LocalDate date = LocalDate.of(
                    written < 100 ? 2000 + written : written, Integer.parseInt(month), Integer.parseInt(day));
            LocalDate next = year == null && date.isBefore(from) ? date.plusYears(1) : date;
            if (!next.isBefore(from) && !next.isAfter(from.plusDays(FARTHEST_DAYS))) {
                found.putIfAbsent(at, next);
            }
        } catch (DateTimeException | NumberFormatException _) {
            // a version number, an amount, the 31st of February: no day
        }
    }

    private static String month(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        return String.valueOf(MONTHS.entrySet().stream()
                .filter(month -> name.startsWith(month.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(0));
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new TreeMap<>();
        String[] names = {
            "jan ene",
            "feb fév fev",
            "mar mär maerz",
            "apr avr abr",
            "may mai mayo",
            "jun juin",
            "jul juil",
            "aug août aou ago",
            "sep",
            "oct okt",
            "nov",
            "dec dez dic déc"
        };
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ")) {
                months.put(name, i + 1);
            }
        }
        return months;
    }
}
