package dev.dunwell.metrics;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Tax;
import dev.dunwell.deals.ChangeOrder;
import dev.dunwell.deals.Item;
import dev.dunwell.deals.MoveOpportunity;
import dev.dunwell.deals.MoveOpportunity.Move;
import dev.dunwell.deals.PlaceOrder;
import dev.dunwell.deals.Product;
import dev.dunwell.deals.RecordOpportunity;
import dev.dunwell.deals.RecordProduct;
import dev.dunwell.invoicing.Buyer;
import dev.dunwell.invoicing.Shop;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.TermsBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes before an invoice, computed by hand. */
@DunwellTest
class SalesMetricsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate END = day("2026-03-31");

    @Autowired
    Shop shop;

    @Autowired
    RecordOpportunity recordOpportunity;

    @Autowired
    MoveOpportunity moveOpportunity;

    @Autowired
    RecordProduct recordProduct;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    ChangeOrder changeOrder;

    @Autowired
    TermsBook terms;

    @Autowired
    Measure measure;

    private void lead(String name, String came, @Nullable String answered, @Nullable String won) {
        Tenant.runIn(shop.book().organisation(), () -> {
            var wanted = new RecordOpportunity.Wanted(name, "Fair", "Nora", null, EUR, null, day(came));
            long id = recordOpportunity.record(NORA, wanted, END);
            if (answered != null) {
                moveOpportunity.move(NORA, id, new Move.Touched(day(answered)), END);
            }
            if (won != null) {
                moveOpportunity.move(NORA, id, new Move.Won(day(won), null), END);
            }
        });
    }

    private BigDecimal number(String code) {
        return shop.inside(() -> Objects.requireNonNull(
                measure.of(Catalogue.of(code), new Measure.Asked(Scope.ALL, AsOf.today(END), 0, null))
                        .getFirst()
                        .points()
                        .getLast()
                        .value()
                        .number()));
    }

    @Test
    void one_of_four_leads_of_march_is_won_and_two_wins_took_21_days_each_on_average() {
        lead("February", "2026-02-20", "2026-02-20", "2026-03-24"); // 32 days; a lead of February
        lead("Won", "2026-03-02", "2026-03-03", "2026-03-12"); // answered after 1, won after 10
        lead("Answered", "2026-03-05", "2026-03-10", null); // after 5
        lead("Waiting", "2026-03-06", null, null);
        lead("Late", "2026-03-07", "2026-03-10", null); // after 3
        assertThat(number("conversion")).isEqualByComparingTo("25.0");
        assertThat(number("sales-cycle")).isEqualByComparingTo("21.0");
        assertThat(number("lead-response")).isEqualByComparingTo("3.0");
    }

    @Test
    void one_of_two_earlier_customers_ordered_what_it_never_had() {
        long press = product("P-1");
        long care = product("P-2");
        Customer acme = shop.customer("ACME", "DE", Buyer.Form.PDF);
        Customer other = shop.customer("OTHER", "DE", Buyer.Form.PDF);
        Customer fresh = shop.customer("FRESH", "DE", Buyer.Form.PDF);
        ordered(acme, press, "2025-02-03");
        ordered(acme, care, "2026-03-03");
        ordered(other, press, "2025-03-03");
        ordered(other, press, "2026-02-03");
        ordered(fresh, press, "2025-05-03");
        ordered(fresh, care, "2026-02-03");
        assertThat(number("cross-sell")).isEqualByComparingTo("50.0");
    }

    private long product(String number) {
        return shop.inside(() -> recordProduct.record(
                NORA,
                new RecordProduct.Wanted(
                        number,
                        "Product " + number,
                        "",
                        "unit",
                        Tax.parse("S19"),
                        new Product.Price(EUR, day("2025-01-01"), BigDecimal.TEN))));
    }

    private void ordered(Customer customer, long product, String on) {
        Tenant.runIn(shop.book().organisation(), () -> {
            long agreed = terms.inForce("net 30", day(on)).orElseThrow().id();
            var wanted = new PlaceOrder.Wanted.Fresh(customer.id(), "Order", EUR, agreed, null, Contract.Issue.APPROVE);
            long order = placeOrder.place(NORA, wanted, day(on));
            var item = new Item(0, product, "It", BigDecimal.ONE, "unit", BigDecimal.TEN, Tax.parse("S19"));
            changeOrder.change(NORA, order, new ChangeOrder.Change.Add(item), day(on));
        });
    }
}
