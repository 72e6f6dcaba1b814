package dev.dunwell.invoicing;

import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Conditions;
import dev.dunwell.ledger.DayCount;
import dev.dunwell.ledger.DiscountStep;
import dev.dunwell.ledger.DueRule;
import dev.dunwell.ledger.Penalties;
import dev.dunwell.ledger.Penalties.Interest;
import dev.dunwell.ledger.Penalties.Per;
import dev.dunwell.ledger.Regime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermsOnPaperTest {

    private static final LocalDate ISSUED = day("2028-02-19");

    private static List<String> said(String language, String discounts, int grace, Penalties penalties, Money gross) {
        var conditions =
                new Conditions(new DueRule.Net(30), DiscountStep.parse(discounts), grace, Set.of(), penalties, false);
        return TermsOnPaper.of(conditions, InvoiceWords.of(language), ISSUED, ISSUED.plusDays(30), gross);
    }

    @Test
    void a_discount_names_its_last_day_without_the_silent_grace_and_what_is_left_to_pay() {
        assertThat(said("en", "3/10, 2/20", 3, Penalties.NONE, Money.of("1000.25", "EUR")))
                .containsExactly(
                        "3 % discount when paid by 29 February 2028: then pay 970.24 EUR.",
                        "2 % discount when paid by 10 March 2028: then pay 980.24 EUR.",
                        "Payable by 20 March 2028 without deduction.");
        assertThat(said("de", "2.5/10", 0, Penalties.NONE, Money.of("125000", "JPY")))
                .first()
                .asString()
                .contains("2,5 %", "29. Februar 2028", "121.875 JPY");
    }

    @Test
    void interest_is_said_as_the_terms_have_it() {
        var monthly = new Penalties(
                new Interest(new BigDecimal("1.5"), Per.MONTH, DayCount.values()[0]), Regime.NONE, null, List.of(), 0);
        assertThat(said("fr", "", 0, monthly, Money.of("10", "EUR")))
                .last()
                .asString()
                .contains("1,5 %", "mois");
        assertThat(said("en", "", 0, Penalties.NONE, Money.of("10", "EUR"))).hasSize(1);
    }
}
