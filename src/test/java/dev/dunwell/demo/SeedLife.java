package dev.dunwell.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One small business that a seed makes up, and what it knows itself of its customers: told apart from any table, so
 * that what the house does can be held against it. The same seed lives the same life.
 */
final class SeedLife {

    private static final LocalDate NEVER = LocalDate.MIN;

    /** Each life hears through every way: a notice, a mail, a text message. */
    static final String STRATEGY = """
            strategy "Every way" "Friendly reminder" by portal
            strategy "Every way" "Second friendly reminder" by sms
            strategy "Every way" "Second firm reminder" by sms
            """;

    private final long seed;
    private final Random random;
    private final List<Payer> payers = new ArrayList<>();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<LocalDate, List<Runnable>> later = new TreeMap<>();
    private final List<Event> told = new ArrayList<>();
    private LocalDate today;
    private int creditNotes;

    SeedLife(long seed, int customers, LocalDate beginning) {
        this.seed = seed;
        this.random = new Random(seed);
        this.today = beginning;
        for (int i = 1; i <= customers; i++) {
            payers.add(new Payer(this, "S%d-C%d".formatted(seed, i), random.nextInt(10)));
        }
    }

    /** What happened on a day, as a line of a story; invoices and money come in files and not by hand. */
    record Event(
            LocalDate on,
            Payer payer,
            Kind kind,
            String line,
            @Nullable Item item,
            long amount) {}

    enum Kind {
        INVOICE,
        PAYMENT,
        SAID
    }

    /** Who owes; from habit 0, who pays before it is due, to 9, who never does. */
    static final class Payer {
        final SeedLife life;
        final String number;
        final int habit;
        final Map<LocalDate, Long> cash = new TreeMap<>();
        LocalDate promisedOn = NEVER;
        LocalDate promisedFor = NEVER;
        long promised;
        LocalDate heldUntil = NEVER;
        int address;
        boolean isBounced;
        boolean isUnread;
        boolean wantsNoTexts;

        Payer(SeedLife life, String number, int habit) {
            this.life = life;
            this.number = number;
            this.habit = habit;
        }

        /** Every fifth has one; where they do, text messages and mails both come. */
        boolean hasMobile() {
            return habit % 5 == 4;
        }

        String mobile() {
            return "+4915%s".formatted(number.replaceAll("\\D", "0"));
        }

        String email() {
            return "%s-%d@payer.example".formatted(number.toLowerCase(Locale.ROOT), address);
        }

        boolean isPromising(LocalDate day) {
            long received = cash.entrySet().stream()
                    .filter(entry -> !entry.getKey().isBefore(promisedOn))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return !day.isAfter(promisedFor) && received < promised;
        }
    }

    /** What is owed. */
    static final class Item {
        final String number;
        final Payer payer;
        final LocalDate dueOn;
        final long amount;
        long open;
        boolean isDisputed;

        Item(String number, Payer payer, LocalDate dueOn, long amount) {
            this.number = number;
            this.payer = payer;
            this.dueOn = dueOn;
            this.amount = amount;
            this.open = amount;
        }
    }

    List<Payer> payers() {
        return payers;
    }

    List<Item> open() {
        return items.values().stream().filter(item -> item.open > 0).toList();
    }

    /** A whole day in the business. */
    List<Event> live(LocalDate day) {
        today = day;
        int before = told.size();
        if (!isWeekend(day) && random.nextInt(10) < 7) {
            invoice();
        }
        List<Runnable> due = later.remove(day);
        if (due != null) {
            due.forEach(Runnable::run);
        }
        List<Item> open = open();
        if (!open.isEmpty() && random.nextInt(5) == 0) {
            happen(open.get(random.nextInt(open.size())));
        }
        return List.copyOf(told.subList(before, told.size()));
    }

    private void invoice() {
        Payer payer = payers.get(random.nextInt(payers.size()));
        LocalDate dueOn = today.plusDays(random.nextInt(4) * 10L);
        var item = new Item("S%d-I%d".formatted(seed, items.size() + 1), payer, dueOn, 100 + random.nextInt(900_000));
        items.put(item.number, item);
        tell(
                payer,
                Kind.INVOICE,
                "invoice %s %s %s EUR due %s".formatted(item.number, payer.number, euros(item.amount), dueOn),
                item,
                item.amount);
        if (payer.habit < 9) {
            LocalDate paidOn = latest(dueOn.plusDays(payer.habit * 8L - 8 + random.nextInt(10)), today.plusDays(1));
            boolean inTwo = random.nextInt(6) == 0;
            at(bankDay(paidOn), () -> pay(item, inTwo ? (item.open + 1) / 2 : item.open));
            at(bankDay(paidOn.plusDays(15)), () -> pay(item, item.open));
        }
    }

    private void pay(Item item, long amount) {
        if (amount > 0) {
            item.open -= amount;
            item.payer.cash.merge(today, amount, Long::sum);
            tell(item.payer, Kind.PAYMENT, "payment %s %s EUR".formatted(item.number, euros(amount)), item, amount);
        }
    }

    private void happen(Item item) {
        Payer payer = item.payer;
        switch (random.nextInt(15)) {
            case 0, 1, 2, 3 -> promise(item);
            case 4, 5 -> dispute(item);
            case 6, 7 -> hold(payer);
            case 8 -> bounce(payer);
            case 9 -> say(payer, "call %s no_answer \"\"".formatted(payer.number));
            case 10 -> say(payer, "note %s \"seen\"".formatted(payer.number));
            case 11, 12 -> answer(payer);
            case 13 -> optOut(payer);
            default -> credit(item);
        }
    }

    private void promise(Item item) {
        Payer payer = item.payer;
        payer.promisedOn = today;
        payer.promisedFor = today.plusDays(1 + random.nextInt(14));
        payer.promised = item.open;
        say(payer, "promise %s %s EUR due %s".formatted(payer.number, euros(item.open), payer.promisedFor));
        if (random.nextBoolean()) {
            at(bankDay(payer.promisedFor), () -> pay(item, item.open));
        }
    }

    private void dispute(Item item) {
        if (!item.isDisputed) {
            item.isDisputed = true;
            say(item.payer, "dispute %s \"wrong\"".formatted(item.number));
            at(today.plusDays(5 + random.nextInt(30)), () -> {
                item.isDisputed = false;
                say(item.payer, "end dispute " + item.number);
            });
        }
    }

    private void hold(Payer payer) {
        LocalDate until = today.plusDays(1 + random.nextInt(20));
        payer.heldUntil = latest(payer.heldUntil, until);
        say(payer, "hold %s until %s \"asked\"".formatted(payer.number, until));
    }

    private void bounce(Payer payer) {
        if (!payer.isBounced) {
            payer.isBounced = true;
            say(payer, "bounce %s %s".formatted(payer.number, payer.email()));
            at(today.plusDays(3 + random.nextInt(20)), () -> {
                payer.address++;
                payer.isBounced = false;
                say(payer, contact(payer));
            });
        }
    }

    /** They write back; somebody reads it within days. */
    private void answer(Payer payer) {
        if (!payer.isUnread && !payer.isBounced) {
            payer.isUnread = true;
            say(
                    payer,
                    "answer %s \"Payer %s\" %s \"Re: your invoice\" \"We look into it.\""
                            .formatted(payer.number, payer.number, payer.email()));
            at(today.plusDays(1 + random.nextInt(6)), () -> {
                payer.isUnread = false;
                say(payer, "read " + payer.number);
            });
        }
    }

    private void optOut(Payer payer) {
        if (!payer.wantsNoTexts) {
            payer.wantsNoTexts = true;
            say(payer, "opt-out %s sms \"by phone\"".formatted(payer.number));
        }
    }

    private void credit(Item item) {
        String line = "credit-note S%d-N%d %s %s EUR for %s"
                .formatted(seed, ++creditNotes, item.payer.number, euros(item.open), item.number);
        item.open = 0;
        say(item.payer, line);
    }

    static String contact(Payer payer) {
        return "contact %s \"Payer %d\" email %s".formatted(payer.number, payer.address, payer.email());
    }

    private void say(Payer payer, String line) {
        tell(payer, Kind.SAID, line, null, 0);
    }

    private void tell(Payer payer, Kind kind, String line, @Nullable Item item, long amount) {
        told.add(new Event(today, payer, kind, line, item, amount));
    }

    private void at(LocalDate day, Runnable what) {
        later.computeIfAbsent(day, _ -> new ArrayList<>()).add(what);
    }

    /** All that happened to one payer, and the nights, to be told again as a story of its own. */
    String story(Payer payer, String zone, List<LocalDate> nights) {
        Map<LocalDate, List<String>> days = new TreeMap<>();
        told.stream()
                .filter(event -> event.payer == payer)
                .forEach(event ->
                        days.computeIfAbsent(event.on, _ -> new ArrayList<>()).add(event.line));
        nights.forEach(
                night -> days.computeIfAbsent(night, _ -> new ArrayList<>()).add("night"));
        var story = new StringBuilder();
        story.append(told.getFirst().on)
                .append("  organisation \"Replay of seed %d\" EUR zone %s country DE%n".formatted(seed, zone));
        story.append(STRATEGY.replace("\n", System.lineSeparator()));
        story.append("customer %s \"Payer\"%n".formatted(payer.number));
        days.forEach((day, lines) -> lines.forEach(
                line -> story.append(day).append("  ").append(line).append('\n')));
        return story.toString();
    }

    /** Banks rest on the weekend. */
    private static LocalDate bankDay(LocalDate day) {
        return isWeekend(day) ? bankDay(day.plusDays(1)) : day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static String euros(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
