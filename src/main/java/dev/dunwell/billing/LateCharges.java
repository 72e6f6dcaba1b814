package dev.dunwell.billing;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.MoneyBag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that lateness costs: accrued or proposed and not yet decided, claimed, held and waived, by customer. */
@Component
public class LateCharges {

    private final LateItems items;
    private final Charges charges;

    LateCharges(LateItems items, Charges charges) {
        this.items = items;
        this.charges = charges;
    }

    /** Where a piece of late costs stands. */
    public enum State {
        ACCRUED("Accrued"),
        PROPOSED("Proposed"),
        CLAIMED("Claimed"),
        HELD("Held"),
        WAIVED("Waived");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A piece of late costs.
     *
     * @param amount zero when it is unknown, and the note says why
     * @param decision what was decided; null while it accrues
     */
    public record Row(
            Charge.Of of,
            String stage,
            State state,
            LocalDate through,
            Money amount,
            String note,
            Charge.@Nullable Decision decision) {

        /** Whether a person can claim it now. */
        public boolean canBeClaimed() {
            return amount.isPositive() && (state == State.ACCRUED || state == State.PROPOSED || state == State.HELD);
        }

        public static Row of(Charge charge) {
            Charge.Decision decision = charge.decision();
            State state = State.valueOf(decision.state().name());
            return new Row(
                    charge.of(), charge.stage(), state, charge.through(), charge.amount(), decision.reason(), decision);
        }
    }

    /** What stands in one state, in every currency. */
    public record Total(State state, List<Money> amounts) {}

    /**
     * @param customerId null for all
     * @param asOf the day through which interest accrues
     */
    @Transactional(readOnly = true)
    public List<Row> rows(@Nullable Long customerId, LocalDate asOf) {
        Stream<Row> accrued = items.of(customerId, asOf).stream().flatMap(costs -> accrued(costs).stream());
        Stream<Row> decided = charges.of(customerId).stream().map(Row::of);
        return Stream.concat(accrued, decided)
                .sorted(Comparator.comparing((Row row) -> row.of.customerName())
                        .thenComparing(row -> row.of.customerId())
                        .thenComparing(Row::state)
                        .thenComparing(row -> row.of.invoiceId())
                        .thenComparing(Row::through))
                .toList();
    }

    /** The totals of each state that has any. */
    public static List<Total> totals(List<Row> rows) {
        return Stream.of(State.values())
                .map(state -> new Total(
                        state,
                        MoneyBag.of(rows.stream()
                                        .filter(row -> row.state == state)
                                        .map(Row::amount)
                                        .toList())
                                .amounts()))
                .filter(total -> !total.amounts.isEmpty())
                .toList();
    }

    private static List<Row> accrued(LateCosts costs) {
        LateItem item = costs.item();
        var of = new Charge.Of(
                item.bill().id(),
                item.bill().number(),
                item.party().id(),
                item.party().number(),
                item.party().name());
        List<Row> rows = new ArrayList<>();
        if (!costs.unknown().isEmpty()) {
            Money nothing = Money.zero(item.bill().amount().currency());
            rows.add(new Row(of, LateCosts.INTEREST, State.ACCRUED, costs.asOf(), nothing, costs.unknown(), null));
        }
        costs.accrued()
                .forEach(piece ->
                        rows.add(new Row(of, piece.stage(), State.ACCRUED, piece.through(), piece.amount(), "", null)));
        return rows;
    }
}
