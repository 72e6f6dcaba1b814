package dev.dunwell.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.agencies.Handover.Found;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeeTermsTest {

    private static final Money FIVE_HUNDRED = Money.of("500.00", "EUR");
    private static final FeeTerms TERMS =
            new FeeTerms(FIVE_HUNDRED, Money.of("25.00", "EUR"), FeeTerms.read("0: 15, 90: 20, 180: 25.5%"));
    private static final Agency NORD = new Agency(1, "Inkasso Nord", "Jan", "jan@nord.example", "", 60, List.of(TERMS));

    private static Found found(String open, int days, String code) {
        return new Found(7, "2026/17", 3, Money.of(open, "EUR"), days, code);
    }

    @Test
    void the_percent_is_that_of_the_age_it_was_placed_at() {
        assertThat(TERMS.percentAt(0)).isEqualTo(new BigDecimal("15"));
        assertThat(TERMS.percentAt(89)).isEqualTo(new BigDecimal("15"));
        assertThat(TERMS.percentAt(90)).isEqualTo(new BigDecimal("20"));
        assertThat(TERMS.percentAt(4000)).isEqualTo(new BigDecimal("25.5"));
        assertThat(TERMS.written()).isEqualTo("0: 15, 90: 20, 180: 25.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "10: 15", "0: 15, 0: 20", "0: 15, 90: 20, 60: 25", "0: 101", "0: 15,", "0: -1"})
    void terms_that_leave_a_gap_or_go_beyond_are_refused(String written) {
        assertThatThrownBy(() -> FeeTerms.read(written)).isInstanceOf(BadInput.class);
    }

    @Test
    void the_agency_takes_what_is_proposed_large_and_old_enough_to_the_cent_and_the_day() {
        Handover.Account taken = Handover.judged(NORD, found("500.00", 60, "PROPOSAL_DUE"));

        assertThat(taken.percent()).isEqualTo(new BigDecimal("15"));
        assertThat(taken.open()).isEqualTo(FIVE_HUNDRED);
        assertThatThrownBy(() -> Handover.judged(NORD, found("499.99", 60, "PROPOSAL_DUE")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("below");
        assertThatThrownBy(() -> Handover.judged(NORD, found("500.00", 59, "PROPOSAL_DUE")))
                .hasMessageContaining("from 60 days on");
    }

    @Test
    void before_the_final_notice_has_run_out_nothing_goes() {
        assertThatThrownBy(() -> Handover.judged(NORD, found("9000.00", 200, "WAITING")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("final notice");
    }

    @Test
    void without_terms_in_the_currency_nothing_goes() {
        var dollars = new Found(7, "2026/17", 3, Money.of("900.00", "USD"), 100, "PROPOSAL_DUE");

        assertThatThrownBy(() -> Handover.judged(NORD, dollars)).hasMessageContaining("no terms in USD");
    }
}
