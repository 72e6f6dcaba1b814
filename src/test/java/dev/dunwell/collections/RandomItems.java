package dev.dunwell.collections;

import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.reach.Condition.Kind;
import dev.dunwell.reach.PreferredDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Situations of every sort from a seed: the same seed gives the same ones. */
final class RandomItems {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private final SplittableRandom random;

    RandomItems(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** An item of any age with any facts that can come together. */
    Item any() {
        Item item = untouched();
        if (chance(70)) {
            item = item.taken(random.nextInt(2, 12), random.nextInt(-40, 90));
        }
        item = chance(10) ? item.amounts(cents(0, 1200), cents(0, 1200), cents(0, 50)) : item;
        item = chance(8) ? item.disputed(random.nextInt(-40, 60)) : item;
        item = chance(10) ? item.held(random.nextInt(-60, 90), "new office") : item;
        item = chance(6) ? item.customerHeld(random.nextInt(-60, 90), "merger") : item;
        item = chance(12) ? item.promised(cents(1, 2000), random.nextInt(-60, 90)) : item;
        item = chance(40) ? item.contacted(random.nextInt(-40, 90)) : item;
        item = chance(40) ? item.party(item.now().party().with(reach(item))) : item;
        item = chance(8) ? item.contacts(null, chance(50) ? "old@castellano.example" : null) : item;
        item = chance(8) ? item.contacts(Item.ANA, chance(50) ? Item.ANA.email() : "old@castellano.example") : item;
        item = item.mode(pick(ContactMode.AUTOMATIC, ContactMode.AUTOMATIC, ContactMode.APPROVE, ContactMode.MANUAL));
        item = chance(30) ? item.approved() : item;
        item = chance(25) ? item.journey(journey(item)) : item;
        item = chance(10) ? item.wrote(answers(item)) : item;
        item = chance(10) ? item.about(matters(item)) : item;
        return chance(10) ? item.answered(random.nextInt(-10, 40)) : item;
    }

    /** What may be known of an item beyond its steps. */
    private Journey journey(Item item) {
        Journey.Closing closing = new Journey.Closing(
                pick("forgot", LateReason.NO_ANSWER),
                chance(50) ? pick(PressureQuestion.values()) : null,
                pick(Journey.Side.values()),
                item.day(random.nextInt(0, 60)),
                item.day(random.nextInt(0, 30)),
                chance(30));
        return new Journey(
                pick(Grade.values()),
                null,
                item.day(random.nextInt(1, 10)),
                chance(50) ? closing : null,
                Map.of(pick(PressureQuestion.values()), new Journey.Answered(chance(70), item.day(20))),
                null,
                0,
                chance(20),
                chance(10),
                0);
    }

    /** One that nobody has read, or word that the reader is away. */
    private Answers answers(Item item) {
        LocalDate on = item.day(random.nextInt(-40, 60));
        return chance(50) ? new Answers(on, Map.of()) : new Answers(null, Map.of(Item.ANA.email(), on));
    }

    /** A plan or a question. */
    private Matters matters(Item item) {
        LocalDate on = item.day(random.nextInt(-40, 60));
        var plan = new Matters.Plan(item.now().open(), on, on.plusDays(2));
        var question = new Matters.Question(on, on.plusDays(3));
        return new Matters(null, chance(50) ? plan : null, null, chance(50) ? question : null, null);
    }

    private Reach reach(Item item) {
        List<Reach.Noted> conditions = new ArrayList<>();
        if (chance(15)) {
            LocalDate on = item.day(random.nextInt(-60, 60));
            LocalDate debitOn = chance(60) ? on.plusDays(random.nextInt(0, 30)) : null;
            Kind kind = pick(Kind.values());
            conditions.add(new Reach.Noted(kind, on, kind == Kind.DIRECT_DEBIT ? debitOn : null, "file 7"));
        }
        List<Reach.OptedOut> optOuts = new ArrayList<>();
        if (chance(15)) {
            String address = chance(33) ? null : pick(Item.ANA.email(), "old@castellano.example");
            optOuts.add(new Reach.OptedOut(pick("mail", "call"), address, item.day(random.nextInt(-60, 60)), "Ana"));
        }
        List<Reach.Heard> heard = new ArrayList<>();
        for (int n = random.nextInt(0, 8); n > 0; n--) {
            heard.add(new Reach.Heard(item.day(random.nextInt(-20, 60)), random.nextInt(1, 4)));
        }
        return new Reach(
                conditions, optOuts, heard, Map.of(), Map.of(), false, null, null, chance(20) ? wish(item) : null);
    }

    private Reach.Wish wish(Item item) {
        PreferredDay.Every every = pick(PreferredDay.Every.values());
        int day = random.nextInt(1, every == PreferredDay.Every.WEEK ? 8 : 29);
        return new Reach.Wish(new PreferredDay(every, day), item.day(-40), random.nextInt(0, 15));
    }

    /** An invoice with usual or odd terms of which nothing is known but its dates. */
    Item untouched() {
        LocalDate issued = FIRST.plusDays(random.nextInt(0, 730));
        int terms = pick(30, 14, 60, 0, random.nextInt(0, 90));
        return Item.dates(issued, issued.plusDays(terms));
    }

    /** A day between long before and long after the item is due. */
    LocalDate dayFor(Item item) {
        return item.day(random.nextInt(-70, 130));
    }

    BusinessCalendar calendar() {
        return pick(BusinessCalendar.of("DE"), BusinessCalendar.of("SA"), BusinessCalendar.everyDay());
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    final <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    private String cents(int from, int to) {
        return random.nextInt(from, to + 1) + "." + random.nextInt(10) + random.nextInt(10);
    }
}
