package dev.dunwell.letters;

import static dev.dunwell.letters.TextDiff.Mark.GONE;
import static dev.dunwell.letters.TextDiff.Mark.NEW;
import static dev.dunwell.letters.TextDiff.Mark.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.letters.TextDiff.Line;
import org.junit.jupiter.api.Test;

class TextDiffTest {

    @Test
    void the_same_text_has_only_the_same_lines() {
        assertThat(TextDiff.of("a\nb", "a\nb")).containsExactly(new Line(SAME, "a"), new Line(SAME, "b"));
    }

    @Test
    void a_changed_line_is_gone_and_then_new() {
        assertThat(TextDiff.of("a\nb\nc", "a\nx\nc"))
                .containsExactly(new Line(SAME, "a"), new Line(GONE, "b"), new Line(NEW, "x"), new Line(SAME, "c"));
    }

    @Test
    void everything_is_new_against_nothing() {
        assertThat(TextDiff.of("", "a\nb")).containsExactly(new Line(NEW, "a"), new Line(NEW, "b"));
        assertThat(TextDiff.of("a", "")).containsExactly(new Line(GONE, "a"));
    }
}
