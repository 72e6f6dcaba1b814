package dev.dunwell.deals;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dunwell.DunwellTest;
import dev.dunwell.agreements.Contract;
import dev.dunwell.messaging.LatestMail;
import dev.dunwell.web.Refusal;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class QuotePaperTest {

    @Autowired
    Trade trade;

    @Autowired
    Quotes quotes;

    @Autowired
    Orders orders;

    @Autowired
    PrintQuote printQuote;

    private Quote quote(long id) {
        return trade.shop().inside(() -> quotes.byId(id).orElseThrow());
    }

    private byte[] paper(long id) {
        return trade.shop().inside(() -> printQuote.show(trade.shop().organisation(), quote(id)));
    }

    private long draft() {
        return trade.shop().inside(() -> {
            var wanted = new WriteQuote.Wanted(
                    trade.acme().id(), "Hall 3", Trade.EUR, trade.early().id(), day("2026-03-20"), null);
            long id = trade.acts().write().write(NORA, wanted, Trade.TODAY);
            change(id, new ChangeQuote.Change.Add(Trade.item("Press", "1", "1000.00", "S19")));
            change(id, plan("Ordered", "30"));
            return id;
        });
    }

    private void change(long id, ChangeQuote.Change change) {
        trade.run(() -> trade.acts().changeQuote().change(NORA, id, change, Trade.TODAY));
    }

    private static ChangeQuote.Change plan(String title, String percent) {
        var share = new Parts.Share(new BigDecimal(percent), null);
        return new ChangeQuote.Change.Plan(new Planned(Part.Kind.DEPOSIT, title, share, day("2026-03-10")));
    }

    private void send(long id) {
        trade.run(() -> trade.acts().send().send(NORA, trade.shop().organisation(), id, false, Trade.TODAY));
    }

    @Test
    void a_draft_says_that_it_is_one_and_what_was_sent_is_kept() throws Exception {
        long id = draft();
        String draft = LatestMail.words(paper(id));
        send(id);
        byte[] sent = paper(id);
        assertThat(draft).contains("Q-2026-0001", "Entwurf");
        assertThat(LatestMail.words(sent))
                .contains("Q-2026-0001", "1.190,00", "Ordered · 30 %", "300,00 EUR", "2/10 net 30, version 1")
                .contains("2 % Skonto bei Zahlung innerhalb von 10 Tagen")
                .doesNotContain("Entwurf");
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent));
        assertThat(Objects.requireNonNull(quote(id).sent()).paper()).isEqualTo(hash);
        assertThat(paper(id)).isEqualTo(sent);
    }

    @Test
    void what_is_planned_with_a_quote_is_agreed_with_its_order() {
        long id = draft();
        assertThatThrownBy(() -> change(id, plan("Too much", "71"))).hasMessageContaining("300.00 EUR are agreed");
        assertThatThrownBy(() -> change(id, new ChangeQuote.Change.Add(Trade.item("More", "1", "1.00", "S19"))))
                .isInstanceOf(Refusal.class);
        send(id);
        trade.accept(id, day("2026-03-05"));
        long order = trade.shop()
                .inside(() -> trade.acts()
                        .place()
                        .place(
                                NORA,
                                new PlaceOrder.Wanted.OfQuote(id, null, Contract.Issue.APPROVE),
                                day("2026-03-05")));
        assertThat(trade.shop().inside(() -> orders.byId(order).orElseThrow()).parts())
                .extracting(Part::title, Part::amount, Part::plannedOn)
                .containsExactly(tuple("Ordered", eur("300.00"), day("2026-03-10")));
    }
}
