package dev.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.ledger.NaiveLedger.Bill;
import dev.dunwell.ledger.NaiveLedger.Credit;
import dev.dunwell.ledger.NaiveLedger.Gone;
import dev.dunwell.ledger.NaiveLedger.Settled;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A book and a naive ledger side by side. Each act, chosen by chance, is done in both; the naive one says beforehand
 * whether the book refuses it. What was done is kept as a story.
 */
class LedgerTwin implements NaiveCash.Written {

    final Book book;
    final NaiveLedger naive = new NaiveLedger();
    final NaiveCash cash;
    final List<String> story = new ArrayList<>();
    final BillActs bills;
    final PaymentActs payments;
    final CreditActs credits;
    final ShortfallActs shortfalls;
    final List<String> customers;
    private final String prefix;
    private Chance chance = new Chance(0);
    private int numbers;

    LedgerTwin(Book book, BroughtFiles files) {
        this(book, files, "", List.of("acme", "borealis", "cedar"));
    }

    /**
     * @param prefix of the numbers it gives
     * @param customers the first of them buys at 2 % off within 10 days
     */
    LedgerTwin(Book book, BroughtFiles files, String prefix, List<String> customers) {
        this.book = book;
        this.prefix = prefix;
        this.customers = customers;
        this.cash = new NaiveCash(naive, customers.getFirst(), this);
        this.bills = new BillActs(this, files);
        this.payments = new PaymentActs(this);
        this.credits = new CreditActs(this);
        this.shortfalls = new ShortfallActs(this);
        book.terms(customers.getFirst(), "2/10 net 30");
        customers.forEach(book::customer);
    }

    /** Begins the next act. */
    void chance(long seed) {
        chance = new Chance(seed);
    }

    Chance chance() {
        return chance;
    }

    String number(String kind) {
        return prefix + kind + ++numbers;
    }

    String customer() {
        return chance.any(customers);
    }

    Optional<Bill> bill() {
        return chance.some(naive.bills);
    }

    Bill bill(long id) {
        return naive.bills.stream().filter(b -> b.id == id).findFirst().orElseThrow();
    }

    Optional<Credit> credit(Class<? extends Source> kind) {
        return chance.some(
                naive.credits.stream().filter(c -> kind.isInstance(c.source)).toList());
    }

    <T> void both(String what, boolean allowed, Supplier<T> inBook, Consumer<T> naively) {
        story.add(what + (allowed ? "" : " — refused"));
        if (allowed) {
            naively.accept(book.inside(inBook::get));
        } else {
            assertThatThrownBy(() -> book.inside(inBook::get)).as(what).isInstanceOfAny(Refusal.class, BadInput.class);
        }
    }

    /** Does something and takes back, on its own day, whatever it settled and whatever it took away. */
    void thereAndBack(Runnable act) {
        List<Settled> settled = List.copyOf(naive.settled);
        List<Gone> gone = List.copyOf(naive.gone);
        act.run();
        news(settled, naive.settled).forEach(part -> credits.reverse(part, part.on));
        news(gone, naive.gone).forEach(withdrawal -> credits.takeBack(withdrawal, withdrawal.on));
    }

    private static <T> List<T> news(List<T> before, List<T> after) {
        return List.copyOf(after.subList(before.size(), after.size())).reversed();
    }

    /** By what an invoice was settled last. */
    Source newest(Bill bill) {
        return book.allocations(bill.id).stream()
                .max(Comparator.comparing(Allocation::id))
                .orElseThrow()
                .source();
    }

    @Override
    public long lastDiscount(Bill bill) {
        return book.inside(() -> book.creditDoors().discounts().ofInvoice(bill.id))
                .getLast()
                .id();
    }

    @Override
    public long lastWriteOff(Bill bill) {
        return book.inside(() -> book.creditDoors().writeOffs().standing(bill.id))
                .getLast()
                .id();
    }
}
