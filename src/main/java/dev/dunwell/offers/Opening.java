package dev.dunwell.offers;

import dev.dunwell.cases.Schedule;
import dev.dunwell.cases.Schedule.Every;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an offer opens once it is accepted, in words that {@link #read} reads; the words are what is stored. */
public sealed interface Opening {

    /** What is overdue is paid in even parts. */
    record Parts(int parts, Every every, LocalDate first) implements Opening {
        @Override
        public String toString() {
            return "parts %d every %s from %s".formatted(parts, every.code(), first);
        }
    }

    /** Invoices fall due on a day of the month, the first behind the day on which they fell due so far. */
    record DueDay(int day) implements Opening {
        @Override
        public String toString() {
            return "due day " + day;
        }
    }

    /** So much off, said at the acceptance, for who pays within so many days. */
    record Discount(int days) implements Opening {
        @Override
        public String toString() {
            return "discount within " + days + " days";
        }
    }

    /** The payer's door asks for leave to collect. */
    record Debit() implements Opening {
        @Override
        public String toString() {
            return "direct debit";
        }
    }

    Pattern PARTS = Pattern.compile("parts (\\d{1,2}) every (\\w+) from (\\d{4}-\\d\\d-\\d\\d)");
    Pattern DUE_DAY = Pattern.compile("due day (\\d{1,2})");
    Pattern DISCOUNT = Pattern.compile("discount within (\\d{1,3}) days");

    /** Empty for words that say nothing of the kind. */
    static Optional<Opening> read(String words) {
        Matcher parts = PARTS.matcher(words);
        Matcher dueDay = DUE_DAY.matcher(words);
        Matcher discount = DISCOUNT.matcher(words);
        if (parts.matches()) {
            return Schedule.Every.read(parts.group(2))
                    .map(every -> new Parts(Integer.parseInt(parts.group(1)), every, LocalDate.parse(parts.group(3))));
        } else if (dueDay.matches()) {
            return Optional.of(new DueDay(Integer.parseInt(dueDay.group(1))));
        } else if (discount.matches()) {
            return Optional.of(new Discount(Integer.parseInt(discount.group(1))));
        } else {
            return words.equals("direct debit") ? Optional.of(new Debit()) : Optional.empty();
        }
    }
}
