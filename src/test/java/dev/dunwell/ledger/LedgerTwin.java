package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.NORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.NaiveLedger.Bill;
import dev.dunwell.ledger.NaiveLedger.Credit;
import dev.dunwell.ledger.NaiveLedger.Gone;
import dev.dunwell.ledger.NaiveLedger.Settled;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does each act in the book and in the naive ledger, which says beforehand whether it will be refused. */
class LedgerTwin {

    static final LocalDate START = LocalDate.of(2026, 1, 1);
    static final int DAYS = 120;
    static final List<String> CUSTOMERS = List.of("acme", "borealis", "cedar");
    /** Acme buys at 2 % off within 10 days. */
    private static final List<DiscountStep> STEPS = List.of(new DiscountStep(BigDecimal.TWO, 10));
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "JPY", "KWD");

    final NaiveLedger naive = new NaiveLedger();
    final List<String> story = new ArrayList<>();
    final List<Deducted> deductions = new ArrayList<>();
    final Map<Credit, Bill> discounts = new LinkedHashMap<>();
    final Map<Currency, Money> tolerances = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
    CashRules.Order order = CashRules.Order.OLDEST_DUE;
    private final Book book;
    private final Book.CreditDoors doors;
    private Random random = new Random();
    private int numbers;

    LedgerTwin(Book book) {
        this.book = book;
        this.doors = book.creditDoors();
        book.terms("acme", "2/10 net 30");
    }

    /** What a payer kept back. */
    static final class Deducted {
        final long id;
        final Bill bill;
        final Money amount;
        final LocalDate takenOn;
        boolean open = true;

        Deducted(long id, Bill bill, Money amount, LocalDate takenOn) {
            this.id = id;
            this.bill = bill;
            this.amount = amount;
            this.takenOn = takenOn;
        }
    }

    void random(long seed) {
        random = new Random(seed);
    }

    private <T> void both(String what, boolean allowed, Supplier<T> inBook, Consumer<T> naively) {
        story.add(what + (allowed ? "" : " — refused"));
        if (allowed) {
            naively.accept(book.inside(inBook::get));
        } else {
            assertThatThrownBy(() -> book.inside(inBook::get))
                    .as(what)
                    .isInstanceOfAny(Refusal.class, BadInput.class);
        }
    }

    void rules() {
        order = any(List.of(CashRules.Order.values()));
        tolerances.clear();
        if (random.nextBoolean()) {
            Money tolerance = Money.ofMinor(1 + random.nextInt(200), "EUR");
            tolerances.put(tolerance.currency(), tolerance);
        }
        both(
                "rules: " + order + ", tolerances " + tolerances.values(),
                true,
                () -> {
                    doors.changeCashRules().change(NORA, order, List.copyOf(tolerances.values()));
                    return true;
                },
                _ -> {});
    }

    void invoice() {
        String customer = any(CUSTOMERS);
        LocalDate issued = day();
        Money amount = money();
        var bill = new Invoice.Bill(issued, issued.plusDays(random.nextInt(40)), amount, false, null)
                .with(instalments(issued, amount));
        Invoice.Kind kind = any(List.of(Invoice.Kind.values()));
        String number = "I" + ++numbers;
        var wanted = RecordInvoice.Wanted.of(book.customer(customer).id(), number, issued, bill.dueOn(), amount)
                .payableIn(bill.instalments())
                .as(new Invoice.Nature(kind, null));
        both(
                "%s %s of %s for %s, issued %s, due %s %s"
                        .formatted(kind, number, customer, amount, issued, bill.dueOn(), bill.instalments()),
                true,
                () -> book.doors().recordInvoice().record(NORA, wanted),
                made -> naive.bills.add(new Bill(made.id(), customer, number, kind, bill)));
    }

    private List<Instalment> instalments(LocalDate issued, Money amount) {
        if (random.nextInt(3) > 0 || amount.minor() < 10) {
            return List.of();
        }
        long first = 1 + random.nextLong(amount.minor() / 2);
        long second = 1 + random.nextLong(amount.minor() / 3);
        String currency = amount.currency().getCurrencyCode();
        return List.of(
                new Instalment(issued.plusDays(10), Money.ofMinor(first, currency)),
                new Instalment(issued.plusDays(30), Money.ofMinor(second, currency)),
                new Instalment(issued.plusDays(60), Money.ofMinor(amount.minor() - first - second, currency)));
    }

    void amend() {
        bill().ifPresent(bill -> {
            Money amount = part(bill.amount().plus(bill.amount()));
            LocalDate issued = bill.says.issuedOn();
            var says = new Invoice.Bill(issued, issued.plusDays(random.nextInt(40)), amount, false, null)
                    .with(instalments(issued, amount));
            both(
                    "amend " + bill.number + " to " + amount + ", due " + says.dueOn() + " " + says.instalments(),
                    amount.compareTo(naive.mostSettled(bill)) >= 0,
                    () -> doors.amendInvoice().amend(NORA, bill.id, says),
                    _ -> bill.says = says);
        });
    }

    void payment() {
        String customer = any(CUSTOMERS);
        Money amount = bill().filter(_ -> random.nextBoolean())
                .map(b -> about(naive.open(b)))
                .orElseGet(this::money);
        LocalDate on = day();
        switch (random.nextInt(5)) {
            case 0 -> pay(null, amount, on, RecordPayment.Use.UNAPPLIED);
            case 1 -> pay(customer, amount, on, RecordPayment.Use.UNAPPLIED);
            case 2 -> pay(customer, amount, on, RecordPayment.Use.OLDEST_FIRST);
            default ->
                pay(customer, amount, on, new RecordPayment.Use(shares(amount), false, Payment.Purpose.ON_ACCOUNT));
        }
    }

    private List<Share> shares(Money amount) {
        Map<Long, Money> shares = new LinkedHashMap<>();
        Money left = amount;
        for (int i = 0; i < 2; i++) {
            Optional<Bill> bill = bill().filter(b -> naive.open(b).isPositive());
            if (bill.isPresent() && left.isPositive()) {
                Money open = naive.open(bill.get());
                Money part = open.currency().equals(left.currency()) && open.compareTo(left) < 0 ? open : left;
                shares.putIfAbsent(bill.get().id, part);
                left = left.minus(part.currency().equals(left.currency()) ? part : left);
            }
        }
        return shares.entrySet().stream()
                .map(e -> new Share(e.getKey(), e.getValue()))
                .toList();
    }

    private void pay(@Nullable String customer, Money amount, LocalDate on, RecordPayment.Use use) {
        var wanted = new RecordPayment.Wanted(
                customer == null ? null : book.customer(customer).id(), on, amount, null, null, use);
        both(
                "payment of %s by %s on %s, %s".formatted(amount, customer, on, use),
                use.shares().stream().allMatch(s -> fits(s, amount.currency())),
                () -> book.doors().recordPayment().record(NORA, wanted).payment(),
                made -> {
                    var money = new Credit(new Source.OfPayment(made.id()), customer, on, amount);
                    naive.credits.add(money);
                    List<Settled> parts = new ArrayList<>();
                    use.shares().forEach(s -> parts.add(naive.settle(byId(s.invoiceId()), money, s.amount(), on)));
                    if (use.restToOldest()) {
                        parts.addAll(settleOldest(money));
                    }
                    paidShort(money, parts);
                });
    }

    private boolean fits(Share share, Currency currency) {
        Bill bill = byId(share.invoiceId());
        return share.amount().currency().equals(currency)
                && bill.amount().currency().equals(currency)
                && share.amount().compareTo(naive.open(bill)) <= 0;
    }

    private List<Settled> settleOldest(Credit money) {
        List<NaiveLedger.Line> lines = new ArrayList<>(naive.lines(
                LocalDate.MAX,
                b -> b.customer.equals(money.customer)
                        && !b.says.issuedOn().isAfter(money.usableFrom())
                        && b.amount().currency().equals(money.amount.currency())));
        Comparator<NaiveLedger.Line> oldest =
                Comparator.comparing(NaiveLedger.Line::dueOn).thenComparing(l -> l.bill().id);
        lines.sort(
                order == CashRules.Order.OLDEST_DUE
                        ? oldest
                        : Comparator.comparing((NaiveLedger.Line l) ->
                                        List.of(Invoice.Kind.FEE, Invoice.Kind.INTEREST).contains(l.bill().kind)
                                                ? l.bill().kind == Invoice.Kind.FEE ? 0 : 1
                                                : 2)
                                .thenComparing(oldest));
        Map<Bill, Money> parts = new LinkedHashMap<>();
        Money left = naive.left(money);
        for (NaiveLedger.Line line : lines) {
            Money part = line.open().compareTo(left) < 0 ? line.open() : left;
            if (part.isPositive()) {
                parts.merge(line.bill(), part, Money::plus);
                left = left.minus(part);
            }
        }
        return parts.entrySet().stream()
                .map(e -> naive.settle(e.getKey(), money, e.getValue(), money.datedOn))
                .toList();
    }

    private void paidShort(Credit money, List<Settled> parts) {
        Map<Bill, LocalDate> paidOn = new TreeMap<>(Comparator.comparing((Bill b) -> b.id));
        parts.forEach(p -> paidOn.merge(p.bill, p.on, NaiveLedger::max));
        paidOn.forEach((bill, on) -> {
            Money rest = naive.open(bill);
            Discount.Outcome offer = offer(bill, on);
            boolean earned = rest.equals(offer.earned());
            boolean missed = offer.unearned().isPositive()
                    && rest.equals(offer.earned().plus(offer.unearned()));
            if (rest.isPositive() && (earned || missed) && !discounts.containsValue(bill)) {
                long id = book.inside(() -> doors.discounts().ofInvoice(bill.id))
                        .getLast()
                        .id();
                Credit taken = took(id, bill, rest, on, money);
                if (earned) {
                    naive.settle(bill, taken, rest, on);
                }
            }
        });
        paidOn.forEach((bill, on) -> {
            Money rest = naive.open(bill);
            Money tolerance = tolerances.get(rest.currency());
            if (rest.isPositive() && tolerance != null && rest.compareTo(tolerance) <= 0) {
                long id = book.inside(() -> doors.writeOffs().standing(bill.id))
                        .getLast()
                        .id();
                writtenOff(id, bill, rest, on).with = money;
            }
        });
    }

    private Discount.Outcome offer(Bill bill, LocalDate on) {
        return Discount.due(bill.customer.equals("acme") ? STEPS : List.of(), 0, bill.says, on);
    }

    private Credit took(long id, Bill bill, Money amount, LocalDate on, @Nullable Credit with) {
        var taken = new Credit(new Source.OfDiscount(id), bill.customer, on, amount);
        taken.with = with;
        discounts.put(taken, bill);
        return taken;
    }

    private Credit writtenOff(long id, Bill bill, Money amount, LocalDate on) {
        var lost = new Credit(new Source.OfWriteOff(id), bill.customer, on, amount);
        naive.settle(bill, lost, amount, on);
        return lost;
    }

    void identify() {
        credit(Source.OfPayment.class).ifPresent(credit -> {
            LocalDate on = day();
            String customer = any(CUSTOMERS);
            both(
                    "identify " + credit.source + " as of " + customer + " on " + on,
                    credit.customer == null && !on.isBefore(credit.datedOn),
                    () -> doors.identifyPayment()
                            .identify(NORA, credit.source.id(), book.customer(customer).id(), on),
                    _ -> {
                        credit.customer = customer;
                        credit.identifiedOn = on;
                    });
        });
    }

    void creditNote() {
        String customer = any(CUSTOMERS);
        LocalDate on = day();
        Money amount = money();
        String number = "C" + ++numbers;
        both(
                "credit note " + number + " of " + customer + " for " + amount + " on " + on,
                true,
                () -> book.creditNote(customer, number, amount, on.toString()),
                made -> naive.credits.add(new Credit(new Source.OfCreditNote(made.id()), customer, on, amount)));
    }

    void allocate() {
        Optional<Bill> bill = bill();
        Optional<Credit> credit = credit(Source.Credit.class);
        if (bill.isEmpty() || credit.isEmpty()) {
            return;
        }
        Credit from = credit.get();
        Money left = naive.left(from);
        Money amount = random.nextInt(3) == 0 || !left.isPositive() ? money() : part(left);
        LocalDate on = day();
        both(
                "allocate " + amount + " of " + from.source + " to " + bill.get().number + " on " + on,
                from.customer != null
                        && left.currency().equals(amount.currency())
                        && amount.compareTo(left) <= 0
                        && fits(new Share(bill.get().id, amount), left.currency()),
                () -> {
                    book.doors()
                            .allocate()
                            .allocate(
                                    NORA,
                                    (Source.Credit) from.source,
                                    List.of(new Share(bill.get().id, amount)),
                                    on);
                    return true;
                },
                _ -> {
                    Settled part = naive.settle(bill.get(), from, amount, on);
                    if (from.source instanceof Source.OfPayment) {
                        paidShort(from, List.of(part));
                    }
                });
    }

    void reverse() {
        List<Settled> standing = naive.settled.stream().filter(s -> !s.undone).toList();
        if (standing.isEmpty()) {
            return;
        }
        Settled undone = any(standing);
        LocalDate on = undone.on.plusDays(random.nextInt(20) - 2);
        both(
                "reverse %s of %s by %s on %s".formatted(undone.amount, undone.bill.number, undone.by.source, on),
                !on.isBefore(undone.on) && !(undone.by.source instanceof Source.OfDeduction),
                () -> book.doors().reverseAllocation().reverse(NORA, allocation(undone), on),
                _ -> naive.reverse(undone, on));
    }

    private long allocation(Settled part) {
        return book.allocations(part.bill.id).stream()
                .filter(Allocation::isStanding)
                .filter(a -> a.source().equals(part.by.source) && a.amount().equals(part.amount))
                .filter(a -> a.effectiveOn().equals(part.on))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the book has no " + part.amount + " by " + part.by.source))
                .id();
    }

    void writeOff() {
        bill().ifPresent(bill -> {
            Money amount = part(bill.amount());
            LocalDate on = day();
            both(
                    "write off " + amount + " of " + bill.number + " on " + on,
                    amount.compareTo(naive.open(bill)) <= 0,
                    () -> book.doors().writeOff().writeOff(NORA, new Share(bill.id, amount), "given up", on),
                    id -> writtenOff(id, bill, amount, on));
        });
    }

    void recover() {
        List<Settled> lost = naive.settled.stream()
                .filter(s -> !s.undone && s.by.source instanceof Source.OfWriteOff)
                .toList();
        Optional<Credit> credit = credit(Source.OfPayment.class);
        if (lost.isEmpty() || credit.isEmpty()) {
            return;
        }
        Settled given = any(lost);
        Credit money = credit.get();
        Money amount = part(given.amount);
        LocalDate asked = day();
        var wanted = new RecoverWriteOff.Wanted(
                money.source.id(), given.bill.id, given.by.source.id(), amount, asked);
        both(
                "recover %s of %s with %s on %s".formatted(amount, given.bill.number, money.source, asked),
                money.customer != null
                        && money.amount.currency().equals(amount.currency())
                        && amount.compareTo(naive.left(money)) <= 0,
                () -> {
                    doors.recoverWriteOff().recover(NORA, wanted);
                    return true;
                },
                _ -> {
                    LocalDate on =
                            NaiveLedger.max(asked, given.on, naive.freeOn(money), naive.freeOn(given.bill));
                    naive.reverse(given, on);
                    naive.settle(given.bill, money, amount, on);
                    Money rest = given.amount.minus(amount);
                    if (rest.isPositive()) {
                        long id = book.inside(() -> doors.writeOffs().standing(given.bill.id))
                                .getLast()
                                .id();
                        writtenOff(id, given.bill, rest, on);
                    }
                });
    }

    void refund() {
        credit(Source.Credit.class).ifPresent(credit -> {
            Money amount = part(credit.amount);
            LocalDate on = day();
            both(
                    "refund " + amount + " of " + credit.source + " on " + on,
                    amount.compareTo(naive.left(credit)) <= 0,
                    () -> doors.refundCredit().refund(NORA, (Source.Credit) credit.source, amount, "asked", on),
                    id -> naive.withdraw(Withdrawal.Kind.REFUND, id, credit, amount, on));
        });
    }

    void transfer() {
        credit(Source.OfPayment.class).ifPresent(credit -> {
            Money amount = part(credit.amount);
            LocalDate on = day();
            String to = any(CUSTOMERS);
            var wanted = new TransferPayment.Wanted(
                    credit.source.id(), book.customer(to).id(), amount, "wrong one", on);
            both(
                    "transfer " + amount + " of " + credit.source + " to " + to + " on " + on,
                    credit.customer != null
                            && !credit.customer.equals(to)
                            && amount.compareTo(naive.left(credit)) <= 0,
                    () -> doors.transferPayment().transfer(NORA, wanted),
                    there -> {
                        long id = Objects.requireNonNull(there.transferId());
                        Gone left = naive.withdraw(Withdrawal.Kind.TRANSFER, id, credit, amount, on);
                        var half = new Credit(new Source.OfPayment(there.id()), to, left.on, amount);
                        half.broughtBy = left;
                        naive.credits.add(half);
                    });
        });
    }

    void reverseCredit() {
        credit(Source.Credit.class).ifPresent(credit -> {
            LocalDate on = day();
            both(
                    "reverse the whole " + credit.source + " on " + on,
                    credit.broughtBy == null
                            && naive.gone.stream().noneMatch(g -> g.from == credit && !g.undone),
                    () -> doors.reverseCredit().reverse(NORA, (Source.Credit) credit.source, "bounced", on),
                    id -> {
                        LocalDate day = NaiveLedger.max(on, naive.freeOn(credit));
                        naive.standingWith(credit).forEach(part -> naive.reverse(part, day));
                        var kind = credit.source instanceof Source.OfPayment
                                ? Withdrawal.Kind.PAYMENT_REVERSAL
                                : Withdrawal.Kind.CREDIT_NOTE_REVERSAL;
                        naive.withdraw(kind, id, credit, credit.amount, day);
                    });
        });
    }

    void takeBack() {
        List<Gone> standing = naive.gone.stream().filter(g -> !g.undone).toList();
        if (standing.isEmpty()) {
            return;
        }
        Gone undone = any(standing);
        LocalDate on = undone.on.plusDays(random.nextInt(20) - 2);
        Credit half = naive.credits.stream()
                .filter(c -> c.broughtBy == undone)
                .findFirst()
                .orElse(null);
        both(
                "take back the %s %s of %s on %s".formatted(undone.kind, undone.amount, undone.from.source, on),
                !on.isBefore(undone.on)
                        && (half == null || naive.left(half).equals(undone.amount))
                        && !(undone.kind == Withdrawal.Kind.PAYMENT_REVERSAL && undone.from.broughtBy != null),
                () -> doors.takeBack().takeBack(NORA, undone.kind, undone.id, on),
                _ -> {
                    LocalDate day = on;
                    if (half != null) {
                        day = naive.withdraw(Withdrawal.Kind.PAYMENT_REVERSAL, reversalOf(half), half, half.amount, on)
                                .on;
                    }
                    naive.takeBack(undone, day);
                });
    }

    private long reversalOf(Credit half) {
        return book.inside(() -> doors.withdrawals().of((Source.Credit) half.source, LocalDate.MAX)).stream()
                .filter(w -> w.kind() == Withdrawal.Kind.PAYMENT_REVERSAL)
                .findFirst()
                .orElseThrow()
                .id();
    }

    void deduct() {
        bill().ifPresent(bill -> {
            Money amount = part(bill.amount());
            LocalDate on = day();
            Money free = deductions.stream()
                    .filter(d -> d.open && d.bill == bill)
                    .map(d -> d.amount)
                    .reduce(naive.open(bill), Money::minus);
            var wanted = new TakeDeduction.Wanted(bill.id, null, amount, DeductionCode.QUALITY, null, on);
            both(
                    "deduct " + amount + " from " + bill.number + " on " + on,
                    amount.compareTo(free) <= 0,
                    () -> doors.takeDeduction().take(NORA, wanted),
                    made -> deductions.add(new Deducted(made.id(), bill, amount, on)));
        });
    }

    void settleDeduction() {
        if (deductions.isEmpty()) {
            return;
        }
        Deducted deduction = any(deductions);
        Bill bill = deduction.bill;
        String number = "D" + ++numbers;
        SettleDeduction.Decision decision = any(List.of(
                new SettleDeduction.Credit(number),
                new SettleDeduction.GiveUp("small"),
                new SettleDeduction.Reject(),
                new SettleDeduction.ChargeBack(number)));
        LocalDate asked = day();
        both(
                "settle the deduction of %s from %s by %s on %s"
                        .formatted(deduction.amount, bill.number, decision, asked),
                deduction.open
                        && (decision instanceof SettleDeduction.Reject
                                || deduction.amount.compareTo(naive.open(bill)) <= 0),
                () -> doors.settleDeduction().settle(NORA, deduction.id, decision, asked),
                _ -> {
                    deduction.open = false;
                    LocalDate on = NaiveLedger.max(asked, deduction.takenOn, naive.freeOn(bill));
                    settled(deduction, decision, number, on);
                });
    }

    private void settled(Deducted deduction, SettleDeduction.Decision decision, String number, LocalDate on) {
        Bill bill = deduction.bill;
        Money amount = deduction.amount;
        switch (decision) {
            case SettleDeduction.Credit _ -> {
                long id = newest(bill).id();
                var note = new Credit(new Source.OfCreditNote(id), bill.customer, on, amount);
                naive.credits.add(note);
                naive.settle(bill, note, amount, on);
            }
            case SettleDeduction.GiveUp _ -> writtenOff(newest(bill).id(), bill, amount, on);
            case SettleDeduction.Reject _ -> {}
            case SettleDeduction.ChargeBack _ -> {
                long id = book.inside(() ->
                                book.doors().invoices().ids(List.of(number)))
                        .getOrDefault(number, 0L);
                var says = new Invoice.Bill(on, on, amount, false, null);
                naive.bills.add(new Bill(id, bill.customer, number, Invoice.Kind.CHARGEBACK, says));
                naive.settle(
                        bill, new Credit(new Source.OfDeduction(deduction.id), bill.customer, on, amount), amount, on);
            }
        }
    }

    /** By what an invoice was settled last. */
    private Source newest(Bill bill) {
        return book.allocations(bill.id).stream()
                .max(Comparator.comparing(Allocation::id))
                .orElseThrow()
                .source();
    }

    void takeDiscount() {
        bill().ifPresent(bill -> {
            LocalDate on = day();
            Discount.Outcome offer = offer(bill, on);
            Money amount = offer.isEarned() ? part(offer.earned()) : part(bill.amount());
            Money booked = naive.settled.stream()
                    .filter(s -> !s.undone && s.bill == bill && s.by.source instanceof Source.OfDiscount)
                    .map(s -> s.amount)
                    .reduce(Money.zero(amount.currency()), Money::plus);
            var wanted = new TakeDiscount.Wanted(bill.id, null, amount, on);
            both(
                    "take a discount of " + amount + " off " + bill.number + " on " + on,
                    amount.compareTo(naive.open(bill)) <= 0,
                    () -> doors.takeDiscount().take(NORA, wanted),
                    made -> {
                        Credit taken = took(made.id(), bill, amount, on, null);
                        boolean earned = amount.plus(booked).compareTo(offer.earned()) <= 0;
                        assertThat(made.isEarned()).isEqualTo(earned);
                        if (earned) {
                            naive.settle(bill, taken, amount, on);
                        }
                    });
        });
    }

    void allowDiscount() {
        if (discounts.isEmpty()) {
            return;
        }
        Credit taken = any(List.copyOf(discounts.keySet()));
        Bill bill = Objects.requireNonNull(discounts.get(taken));
        LocalDate on = day();
        both(
                "allow the discount of " + taken.amount + " off " + bill.number + " on " + on,
                naive.settled.stream().noneMatch(s -> s.by == taken && !s.undone)
                        && taken.amount.compareTo(naive.open(bill)) <= 0,
                () -> doors.allowDiscount().allow(NORA, taken.source.id(), on),
                _ -> naive.settle(bill, taken, taken.amount, on));
    }

    private Bill byId(long id) {
        return naive.bills.stream().filter(b -> b.id == id).findFirst().orElseThrow();
    }

    private Optional<Bill> bill() {
        return naive.bills.isEmpty() ? Optional.empty() : Optional.of(any(naive.bills));
    }

    private Optional<Credit> credit(Class<? extends Source> kind) {
        List<Credit> fitting = naive.credits.stream()
                .filter(c -> kind.isInstance(c.source))
                .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(any(fitting));
    }

    /** All of it, all but 2 %, a little less or a little more. */
    private Money about(Money open) {
        long minor = open.minor();
        long chosen =
                switch (random.nextInt(4)) {
                    case 0 -> minor;
                    case 1 -> minor - Math.round(minor / 50.0);
                    case 2 -> minor - random.nextInt(150);
                    default -> minor + random.nextInt(150);
                };
        return new Money(Math.max(1, chosen), open.currency());
    }

    private Money part(Money whole) {
        return random.nextInt(4) == 0
                ? whole
                : new Money(1 + random.nextLong(whole.minor()), whole.currency());
    }

    private Money money() {
        return Money.ofMinor(1 + random.nextLong(20_000), any(CURRENCIES));
    }

    private LocalDate day() {
        return START.plusDays(random.nextInt(DAYS));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
