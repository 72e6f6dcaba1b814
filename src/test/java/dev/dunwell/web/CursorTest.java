package dev.dunwell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comes_back_from_a_url_as_it_went_out() {
        Cursor sent = Cursor.of("Castellano Marítima, S.L.", 1184L, LocalDate.of(2026, 11, 23));
        assertThat(sent.toString()).matches("[A-Za-z0-9_-]+");
        Cursor back = Objects.requireNonNull(Cursor.parse(sent.toString(), 3));
        assertThat(back.text(0)).isEqualTo("Castellano Marítima, S.L.");
        assertThat(back.number(1)).isEqualTo(1184);
        assertThat(back.date(2)).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "AAAA", "YQ", "x'; drop table"})
    void refuses_what_it_did_not_write(String written) {
        assertThatThrownBy(() -> Cursor.parse(written, 2)).isInstanceOf(BadInput.class);
    }

    @Test
    void one_row_more_than_the_page_holds_means_there_is_a_next_page() {
        Slice<Integer> slice = Slice.of(List.of(1, 2, 3), 2, Cursor::of);
        assertThat(slice.rows()).containsExactly(1, 2);
        assertThat(slice.next()).isEqualTo(Cursor.of(2));
        assertThat(Slice.of(List.of(1, 2), 2, Cursor::of).next()).isNull();
    }
}
