package dev.dunwell.demo;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.OpenItem;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What happens by chance in a business, day by day, as lines of a story. The same seed gives the same lines. */
final class RandomBusiness {

    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "USD", "JPY", "KWD");
    private static final int MOST_EVENTS = 9;

    private final Random random;
    private final int customers;
    private int invoices;
    private int creditNotes;

    RandomBusiness(long seed, int customers) {
        this.random = new Random(seed);
        this.customers = customers;
    }

    /** What the business may refer to on a day. */
    record Known(
            List<OpenItem> open,
            Set<String> disputed,
            Set<String> heldCustomers,
            Set<String> asked,
            Set<String> planned) {}

    List<String> beginning() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= customers; i++) {
            lines.add("customer C-%d \"Customer %d\"".formatted(i, i));
            if (i % 10 != 0) { // the tenth has no address
                lines.add("contact C-%d \"Contact %d\" email c%d@example.com".formatted(i, i, i));
            }
        }
        return lines;
    }

    List<String> day(LocalDate day, Known known) {
        List<String> lines = new ArrayList<>();
        boolean isWeekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        int events = random.nextInt(isWeekend ? 2 : MOST_EVENTS);
        var left = new ArrayList<>(known.open);
        for (int i = 0; i < events; i++) {
            lines.add(event(day, known, left));
        }
        // what has to fit to the cent what is open comes before the day's money
        lines.sort(Comparator.comparing(line -> !line.startsWith("dispute") && !line.startsWith("plan")));
        return lines;
    }

    /** Money that arrives between the night and the mail. */
    List<String> lastMinute(Known known) {
        return known.open.isEmpty() || random.nextInt(3) > 0
                ? List.of()
                : List.of(payment(known.open.get(random.nextInt(known.open.size())), true));
    }

    private String event(LocalDate day, Known known, List<OpenItem> left) {
        int choice = random.nextInt(100);
        if (left.isEmpty() || choice < 35) {
            return invoice(day);
        }
        OpenItem item = left.remove(random.nextInt(left.size()));
        if (choice < 60) {
            return payment(item, random.nextInt(3) > 0);
        } else if (choice < 72) {
            return aboutMoney(item, choice);
        } else {
            return aboutPeople(day, known, item, choice);
        }
    }

    private String invoice(LocalDate day) {
        String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        String amount = switch (currency) {
            case "JPY" -> Integer.toString(100 + random.nextInt(900_000));
            case "KWD" -> BigDecimal.valueOf(100 + random.nextInt(900_000), 3).toPlainString();
            default -> BigDecimal.valueOf(100 + random.nextInt(900_000), 2).toPlainString();
        };
        int terms = random.nextInt(4) * 10;
        return "invoice I-%d %s %s %s due %s".formatted(++invoices, customer(), amount, currency, day.plusDays(terms));
    }

    private String payment(OpenItem item, boolean inFull) {
        return "payment %s %s".formatted(item.number(), inFull ? item.open() : half(item));
    }

    private String aboutMoney(OpenItem item, int choice) {
        return switch (choice % 4) {
            case 0 -> "payment %s %s".formatted(item.customerNumber(), half(item));
            case 1 -> "payment %s %s oldest-first".formatted(item.customerNumber(), item.open());
            case 2 -> "credit-note N-%d %s %s".formatted(++creditNotes, item.customerNumber(), half(item));
            default -> "write-off %s %s \"small\"".formatted(item.number(), half(item));
        };
    }

    private String aboutPeople(LocalDate day, Known known, OpenItem item, int choice) {
        String customer = item.customerNumber();
        LocalDate soon = day.plusDays(1 + random.nextInt(14));
        return switch (choice % 13) {
            case 0, 1 -> "promise %s %s due %s".formatted(customer, item.open(), soon);
            case 2 -> "call %s promised \"yes\" expects %s on %s".formatted(customer, half(item), soon);
            case 3 -> "call %s reached \"hm\" expects-nothing \"waits\"".formatted(customer);
            case 4 -> "call %s no_answer \"\"".formatted(customer);
            case 5 ->
                known.disputed.contains(item.number())
                        ? "end dispute " + item.number()
                        : "dispute %s \"wrong\"".formatted(item.number());
            case 6 ->
                known.heldCustomers.contains(customer)
                        ? "end hold " + customer
                        : "hold %s until %s \"asked\"".formatted(customer, soon);
            case 7 ->
                "mode %s %s"
                        .formatted(
                                customer,
                                List.of("automatic", "automatic", "approve", "manual")
                                        .get(random.nextInt(4)));
            case 8 -> "promise %s %s due %s for %s".formatted(customer, half(item), soon, item.number());
            case 9 ->
                known.asked.contains(item.number())
                        ? "question %s answered \"so\"".formatted(item.number())
                        : "question %s \"why\"".formatted(item.number());
            case 10 ->
                known.disputed.contains(item.number())
                        ? "note %s \"still\"".formatted(customer)
                        : "dispute %s \"some of it\" part %s".formatted(item.number(), half(item));
            case 11 -> known.planned.contains(item.number()) ? payment(item, true) : plan(item, soon);
            default -> "approve " + customer;
        };
    }

    private static String plan(OpenItem item, LocalDate first) {
        long half = Math.max(1, item.open().minor() / 2);
        Money rest = new Money(item.open().minor() - half, item.open().currency());
        String second = rest.isPositive() ? " on %s %s".formatted(first.plusDays(20), rest) : "";
        return "plan %s on %s %s%s".formatted(item.number(), first, half(item), second);
    }

    private String customer() {
        return "C-" + (1 + random.nextInt(customers));
    }

    /** About half of it, never nothing, as {@code 12.50 EUR}. */
    private static String half(OpenItem item) {
        long minor = Math.max(1, item.open().minor() / 2);
        return new Money(minor, item.open().currency()).toString();
    }
}
