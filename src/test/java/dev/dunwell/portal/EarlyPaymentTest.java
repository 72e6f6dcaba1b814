package dev.dunwell.portal;

import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.invoicing.Issued;
import dev.dunwell.invoicing.Sale;
import dev.dunwell.invoicing.Sales;
import dev.dunwell.invoicing.Shop;
import dev.dunwell.kernel.Money;
import dev.dunwell.portal.EarlyPayment.Saving;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class EarlyPaymentTest {

    private static final LocalDate ISSUED = day("2026-03-02");
    private static final LocalDate LAST = day("2026-03-12");

    @Autowired
    Shop shop;

    @Autowired
    EarlyPayment earlyPayment;

    @Test
    void the_door_tells_what_paying_early_saves_up_to_its_last_day_as_the_paper_does() {
        Issued issued = new Sales(shop).sell(Sale.PLAIN_WITH_DISCOUNT_TERMS, ISSUED);
        long id = Objects.requireNonNull(issued.invoiceId());
        assertThat(issued.content().terms().getFirst()).contains("12. März 2026", "1.492,70 EUR");
        assertThat(shop.inside(() -> earlyPayment.of(id, LAST)))
                .containsExactly(new Saving(LAST, Money.of("1492.70", "EUR")));
        assertThat(shop.inside(() -> earlyPayment.of(id, LAST.plusDays(1)))).isEmpty();
    }
}
