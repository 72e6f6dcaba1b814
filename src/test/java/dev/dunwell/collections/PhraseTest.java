package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PhraseTest {

    @Test
    void days_name_the_year_only_when_it_is_another() {
        assertThat(Phrase.day(LocalDate.of(2026, 11, 27), 2026)).isEqualTo("Fri 27 Nov");
        assertThat(Phrase.day(LocalDate.of(2027, 1, 4), 2026)).isEqualTo("Mon 4 Jan 2027");
    }

    @Test
    void a_persons_words_end_as_a_sentence() {
        assertThat(Phrase.sentence("moving offices")).isEqualTo("moving offices.");
        assertThat(Phrase.sentence("Moving offices. ")).isEqualTo("Moving offices.");
        assertThat(Phrase.sentence("really?")).isEqualTo("really?");
    }
}
