package dev.dunwell.portal.web;

import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.deals.MailedQuotes;
import dev.dunwell.portal.Payerside;
import dev.dunwell.portal.Payhouse;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A quote behind the link of its mail: seen, accepted or declined, once, by its customer and nobody else. */
@ServerTest
@Import({Payhouse.class, MailedQuotes.class})
class QuoteAtDoorTest {

    private static final Map<String, String> YES = Map.of("answer", "accepted", "by", "Ann Acme");
    private static final Map<String, String> NO =
            Map.of("answer", "declined", "by", "Ann Acme", "reason", "Too dear <b>by far</b>");

    @LocalServerPort
    int port;

    @Autowired
    Payhouse house;

    @Autowired
    MailedQuotes quotes;

    private Payhouse.Vendor vendor;
    private String token;
    private Payerside ann;
    private long quote;

    @BeforeEach
    void ann_was_mailed_a_quote_and_opened_its_link() {
        vendor = house.vendor("""
                2026-03-02  organisation "Meridian Supplies" EUR zone Pacific/Auckland country DE
                            customer acme "Acme Ltd" terms "2/10 net 30"
                            contact  acme "Ann Acme" email ann@acme.example
                            customer other "Other Ltd"
                            contact  other "Olga Other" email olga@other.example
                """);
        quote = vendor.in(() -> quotes.mailed("acme", day("2026-03-20"), day("2026-03-02")));
        vendor.tell("2026-03-03  night");
        token = vendor.token();
        ann = Payerside.opened(port, token);
    }

    private String at(long id) {
        return "/door/{place}/quotes/" + id;
    }

    private HttpResponse<String> says(Map<String, String> what) {
        return ann.say(at(quote) + "/answer", what);
    }

    private static void refused(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains(why);
    }

    @Test
    void it_is_seen_with_its_terms_and_its_paper() {
        assertThat(vendor.mail()).contains("Q-2026-0001", "accept or decline it online");
        assertThat(ann.page()).contains("Q-2026-0001", "Hall 3", "2,380.00");
        assertThat(ann.get(at(quote)).body())
                .contains("Press, installed", "2,000.00", "380.00", "2,380.00", "Valid until 20 March 2026")
                .contains("2/10 net 30, version 1", "2 % discount when paid within 10 days");
        var paper = ann.get(at(quote) + "/paper");
        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
    }

    @Test
    void it_is_accepted_once_and_what_proves_it_is_written_by_us() {
        assertThat(says(YES).statusCode()).isEqualTo(303);
        assertThat(vendor.text("select answered_by || '|' || answered_on || '|' || answer_author from quote"))
                .isEqualTo("Ann Acme|2026-03-03|Ann Acme");
        assertThat(vendor.count("quote q join payer_link l on l.id = q.link_id where q.answered_at is not null"))
                .isEqualTo(1);
        String paper = vendor.text("select encode(paper, 'hex') from quote");
        String link = vendor.text("select link_id::text from quote");
        assertThat(vendor.text("select evidence from quote"))
                .matches("At the customer's door at \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ.*")
                .contains("through link " + link + ", mailed to ann@acme.example")
                .endsWith("terms 2/10 net 30, version 1; paper SHA-256 " + paper);
        assertThat(vendor.text("select accepted_by || ' ' || evidence from terms_acceptance"))
                .startsWith("Ann Acme With quote Q-2026-0001: At the customer's door at");
        assertThat(vendor.count("customer_timeline where kind = 'quote' and state = 'accepted'"))
                .isEqualTo(1);
        assertThat(ann.get(at(quote)).body()).contains("Accepted by Ann Acme on 3 March 2026");
        assertThat(says(YES).statusCode()).as("the same again").isEqualTo(303);
        refused(says(NO), "answered already, otherwise");
        assertThat(vendor.count("terms_acceptance")).isEqualTo(1);
        assertThat(vendor.count("audit_entry where act = 'quote.accepted' and actor_kind = 'payer'"))
                .isEqualTo(1);
    }

    @Test
    void it_is_declined_with_a_reason_which_is_inert_where_it_is_shown() {
        assertThat(says(NO).statusCode()).isEqualTo(303);
        assertThat(vendor.text("select reason from quote where not is_accepted"))
                .isEqualTo("Too dear <b>by far</b>");
        assertThat(ann.get(at(quote)).body()).contains("Declined by Ann Acme", "Too dear &lt;b&gt;by far");
        refused(says(YES), "answered already, otherwise");
        assertThat(vendor.count("terms_acceptance")).isZero();
    }

    @Test
    void its_last_day_is_the_last_and_the_day_after_it_says_so() {
        vendor.tell("2026-03-20  night");
        ann = Payerside.opened(port, token);
        assertThat(ann.get(at(quote)).body()).contains("Accept the quote");
        vendor.tell("2026-03-21  night");
        ann = Payerside.opened(port, token);
        assertThat(ann.get(at(quote)).body())
                .contains("Over since 20 March 2026")
                .doesNotContain("Accept the quote");
        refused(says(YES), "Its last day is over");
        refused(says(NO), "Its last day is over");
    }

    @Test
    void one_that_was_replaced_says_so_and_the_later_one_is_accepted() {
        long later = vendor.in(() -> quotes.replaced(quote, day("2026-04-20"), day("2026-03-03")));
        assertThat(ann.get(at(quote)).body()).contains("Another quote was sent in its place");
        refused(says(YES), "Another quote was sent in its place");
        vendor.tell("2026-03-04  night");
        ann = Payerside.opened(port, vendor.token());
        assertThat(ann.page()).contains("Q-2026-0002").doesNotContain("Q-2026-0001");
        assertThat(ann.say(at(later) + "/answer", YES).statusCode()).isEqualTo(303);
    }

    @Test
    void nobody_elses_quote_is_ever_reached() {
        long others = vendor.in(() -> quotes.mailed("other", day("2026-03-20"), day("2026-03-03")));
        long draft = vendor.in(() -> quotes.draft("acme", day("2026-03-20"), day("2026-03-03")));
        vendor.tell("2026-03-04  night");
        for (long id : new long[] {others, draft, 999_999}) {
            assertThat(ann.get(at(id)).statusCode()).isEqualTo(404);
            assertThat(ann.get(at(id) + "/paper").statusCode()).isEqualTo(404);
            assertThat(ann.say(at(id) + "/answer", YES).statusCode()).isEqualTo(404);
        }
        Payerside olga = Payerside.opened(port, vendor.token());
        assertThat(olga.page()).contains("Q-2026-0002").doesNotContain("Q-2026-0001");
        assertThat(olga.say(at(quote) + "/answer", YES).statusCode()).isEqualTo(404);
        assertThat(vendor.count("quote where is_accepted is not null")).isZero();
    }

    @Test
    void a_form_that_is_not_ours_or_lacks_a_name_changes_nothing() {
        assertThat(ann.browser()
                        .post("/door/" + ann.place() + "/quotes/" + quote + "/answer", YES)
                        .statusCode())
                .isEqualTo(403);
        assertThat(says(Map.of("answer", "accepted", "by", " ")).statusCode()).isEqualTo(422);
        assertThat(says(Map.of("answer", "perhaps", "by", "Ann")).statusCode()).isEqualTo(422);
        assertThat(vendor.count("quote where is_accepted is not null")).isZero();
    }
}
