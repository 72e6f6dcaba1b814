package dev.dunwell.ledger;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Sequences of acts, the same for the same seed. */
final class RandomActs {

    private static final int LENGTH = Boolean.getBoolean("dunwell.soak") ? 40 : 24;

    static final Consumer<LedgerTwin> INVOICE = twin -> twin.bills.invoice();
    static final Consumer<LedgerTwin> PAYMENT = twin -> twin.payments.payment();
    static final List<Consumer<LedgerTwin>> ALL = List.of(
            INVOICE,
            INVOICE,
            INVOICE,
            PAYMENT,
            PAYMENT,
            PAYMENT,
            twin -> twin.credits.allocate(),
            twin -> twin.credits.allocate(),
            twin -> twin.credits.note(),
            twin -> twin.payments.repeat(),
            twin -> twin.payments.identify(),
            twin -> twin.credits.reverse(),
            twin -> twin.credits.refund(),
            twin -> twin.credits.transfer(),
            twin -> twin.credits.takeBack(),
            twin -> twin.credits.reverseWhole(),
            twin -> twin.bills.amend(),
            twin -> twin.bills.file(),
            twin -> twin.shortfalls.writeOff(),
            twin -> twin.shortfalls.recover(),
            twin -> twin.shortfalls.deduct(),
            twin -> twin.shortfalls.settleDeduction(),
            twin -> twin.shortfalls.takeDiscount(),
            twin -> twin.shortfalls.allowDiscount(),
            twin -> twin.bills.rules());
    /** All but the rules of the house, which are one for all. */
    static final List<Consumer<LedgerTwin>> WITHOUT_RULES = ALL.subList(0, ALL.size() - 1);

    static final List<Consumer<LedgerTwin>> UNDOABLE = List.of(
            twin -> twin.credits.allocate(),
            twin -> twin.credits.refund(),
            twin -> twin.credits.transfer(),
            twin -> twin.shortfalls.writeOff());

    private RandomActs() {}

    /** One act, chosen and carried out by chance; it means something whatever was left out before it. */
    record Step(Consumer<LedgerTwin> act, long seed) {

        void take(LedgerTwin twin) {
            twin.chance(seed);
            act.accept(twin);
        }
    }

    /** So many, from {@code -Ddunwell.seeds.from} on; or the one of {@code -Ddunwell.seed}. */
    static LongStream seeds(int many) {
        Long one = Long.getLong("dunwell.seed");
        long first = Long.getLong("dunwell.seeds.from", 1);
        return one == null ? LongStream.range(first, first + many) : LongStream.of(one);
    }

    static List<Step> steps(List<Consumer<LedgerTwin>> acts, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, LENGTH)
                .mapToObj(_ -> new Step(acts.get(random.nextInt(acts.size())), random.nextLong()))
                .toList();
    }
}
