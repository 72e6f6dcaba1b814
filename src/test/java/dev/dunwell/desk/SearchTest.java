package dev.dunwell.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static BigDecimal[] decimals(String... amounts) {
        return Arrays.stream(amounts).map(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    @Test
    void an_amount_is_understood_in_every_way_of_writing_it() {
        assertThat(Search.amounts("4860")).containsExactly(decimals("4860"));
        assertThat(Search.amounts("4,860.00")).containsExactly(decimals("4860.00"));
        assertThat(Search.amounts("4.860,00")).containsExactly(decimals("4860.00"));
        assertThat(Search.amounts("4 860,5")).containsExactly(decimals("4860.5"));
        assertThat(Search.amounts("4.860")).containsExactly(decimals("4.860", "4860"));
    }

    @Test
    void what_is_no_amount_is_none() {
        assertThat(Search.amounts("INV-4860")).isEmpty();
        assertThat(Search.amounts("4.8600")).isEmpty();
        assertThat(Search.amounts("99999999999999999999")).isEmpty();
        assertThat(Search.amounts("")).isEmpty();
    }
}
