package dev.dunwell.credit;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.credit.CreditReview.Decision;
import dev.dunwell.credit.PaySegments.Segment;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import dev.dunwell.messaging.Attachment;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer who paid in time until May, late in June, and what was decided about it. */
@DunwellTest
class ReviewPackTest {

    private static final LocalDate MAY = day("2026-05-20");
    private static final LocalDate JUNE = day("2026-06-28");

    @Autowired
    Book book;

    @Autowired
    Organisations organisations;

    @Autowired
    PaySegments segments;

    @Autowired
    CreditReviews reviews;

    @Autowired
    ReviewPacks packs;

    @Autowired
    PackWithFigures withFigures;

    private void paid(int number, LocalDate due, int late) {
        Invoice invoice = book.invoice(
                "C", "I-" + number, eur("100.00"), due.minusDays(30).toString(), due.toString());
        book.payment(
                "C",
                eur("100.00"),
                due.plusDays(late).toString(),
                RecordPayment.Use.named(new Share(invoice.id(), eur("100.00"))));
    }

    private ReviewPack june() {
        return book.inside(() -> packs.of(organisations.current(), day("2026-06-01"), day("2026-06-30"), JUNE));
    }

    @Test
    void a_pack_tells_who_pays_otherwise_what_waits_and_what_was_decided() {
        for (int i = 0; i < 10; i++) {
            paid(i, day("2026-03-01").plusDays(7L * i), 0);
        }
        book.inside(() -> {
            segments.refresh(MAY);
            return reviews.open(MAY);
        });
        for (int i = 10; i < 16; i++) {
            paid(i, day("2026-05-21").plusDays(i), 20);
        }
        book.inside(() -> {
            segments.refresh(JUNE);
            return reviews.open(JUNE);
        });
        ReviewPack pack = june();
        assertThat(pack.moves()).singleElement().satisfies(move -> {
            assertThat(move.before()).isEqualTo(Segment.PUNCTUAL);
            assertThat(move.on()).isEqualTo(JUNE);
            assertThat(move.reason()).isNotBlank();
        });
        assertThat(pack.segments())
                .contains(new ReviewPack.Share(Segment.PUNCTUAL, 1, 0))
                .contains(new ReviewPack.Share(pack.moves().getFirst().now(), 0, 1));
        assertThat(pack.waiting()).hasSize(1);
        assertThat(pack.decided()).isEmpty();
        book.inside(() -> {
            var caller = new Caller(organisations.current(), NORA, Role.CREDIT_MANAGER, null, JUNE);
            reviews.decide(caller, pack.waiting().getFirst().id(), Decision.TERMS, "Their new owner pays monthly.");
            return true;
        });
        assertThat(june().waiting()).isEmpty();
        assertThat(june().decided()).hasSize(1);
        assertThat(book.inside(() -> packs.of(organisations.current(), MAY, JUNE.minusDays(1), JUNE))
                        .decided())
                .isEmpty();
    }

    @Test
    void it_leaves_as_a_paper_with_the_first_figures_of_a_quarter() {
        assertThat(book.inside(() -> withFigures.paper(organisations.current(), day("2026-07-07"))))
                .get()
                .satisfies(paper -> {
                    assertThat(paper.fileName()).isEqualTo("credit-review-2026-06-30.pdf");
                    assertThat(new String(content(paper), StandardCharsets.ISO_8859_1))
                            .startsWith("%PDF");
                });
        assertThat(book.inside(() -> withFigures.paper(organisations.current(), day("2026-07-08"))))
                .isEmpty();
    }

    private static byte[] content(Attachment paper) {
        return paper.content();
    }
}
