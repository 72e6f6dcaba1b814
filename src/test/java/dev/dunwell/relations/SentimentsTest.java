package dev.dunwell.relations;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.relations.Mood.GOOD;
import static dev.dunwell.relations.Mood.HOSTILE;
import static dev.dunwell.relations.Mood.NEUTRAL;
import static dev.dunwell.relations.Mood.TENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Tenant;
import dev.dunwell.collections.LogContact;
import dev.dunwell.ledger.Book;
import dev.dunwell.timeline.Entry;
import dev.dunwell.timeline.Kind;
import dev.dunwell.timeline.Timeline;
import dev.dunwell.web.BadInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How calls went. */
@DunwellTest
class SentimentsTest {

    @Autowired
    Book book;

    @Autowired
    Organisations organisations;

    @Autowired
    LogContact logContact;

    @Autowired
    Sentiments sentiments;

    @Autowired
    Timeline timeline;

    private Caller nora() {
        return new Caller(book.inside(organisations::current), Book.NORA, Role.COLLECTOR, null, day("2026-03-16"));
    }

    private long call(@Nullable String mood) {
        var contact = new LogContact.Contact(
                book.customer("ACME").id(),
                null,
                "call",
                "out",
                "reached",
                "",
                null,
                null,
                null,
                List.of(),
                null,
                mood);
        return book.inside(() -> logContact.log(nora(), contact));
    }

    @Test
    void it_is_noted_with_the_call_or_later_and_the_last_word_counts() {
        call(null);
        long tense = call("tense");
        Tenant.runIn(book.organisation(), () -> sentiments.note(nora(), tense, "neutral"));

        var noted = book.inside(() -> sentiments.of(book.customer("ACME").id(), day("2026-03-16"), 10));

        assertThat(noted).extracting(Sentiments.Noted::mood).containsExactly(NEUTRAL);
    }

    @Test
    void the_timeline_shows_it() {
        call("hostile");

        List<Entry> entries = book.inside(
                        () -> timeline.of(book.customer("ACME").id(), Kind.Group.CALLS, day("2026-03-16"), null, 10))
                .rows();

        assertThat(entries).extracting(Entry::mood).containsExactly("hostile");
    }

    @Test
    void a_word_that_is_none_is_refused_and_the_call_with_it() {
        assertThatThrownBy(() -> call("so so")).isInstanceOf(BadInput.class);
        assertThat(book.inside(() ->
                                timeline.of(book.customer("ACME").id(), Kind.Group.CALLS, day("2026-03-16"), null, 10))
                        .rows())
                .isEmpty();
    }

    @Test
    void three_conversations_against_the_three_before_give_the_trend() {
        assertThat(Mood.trend(List.of(GOOD, GOOD, GOOD, TENSE, TENSE))).isEmpty();
        assertThat(Mood.trend(List.of(GOOD, NEUTRAL, NEUTRAL, TENSE, TENSE, NEUTRAL)))
                .contains(Mood.Trend.BETTER);
        assertThat(Mood.trend(List.of(HOSTILE, NEUTRAL, NEUTRAL, TENSE, NEUTRAL, NEUTRAL)))
                .contains(Mood.Trend.WORSE);
        assertThat(Mood.trend(List.of(HOSTILE, GOOD, GOOD, NEUTRAL, NEUTRAL, NEUTRAL, HOSTILE)))
                .contains(Mood.Trend.STEADY);
    }
}
