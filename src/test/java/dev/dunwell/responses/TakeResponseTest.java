package dev.dunwell.responses;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.ledger.Book;
import dev.dunwell.responses.TakeResponse.Response;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class TakeResponseTest {

    private static final LocalDate TODAY = day("2026-03-10");

    @Autowired
    Book book;

    @Autowired
    TakeResponse takeResponse;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate inTransaction;

    @BeforeEach
    void an_invoice() {
        book.invoice("acme", "R-1", eur("100.00"), "2026-03-01", "2026-03-31");
    }

    private boolean take(String id, String code, String reason, String note) {
        ResponseCode known = ResponseCode.ofCode(code).orElseThrow();
        return book.inside(() -> takeResponse.take(
                new Caller(organisations.current(), NORA, Role.ADMINISTRATOR, null, TODAY),
                "R-1",
                new Response(id, known, reason, note, TODAY)));
    }

    private List<String> read(String sql) {
        return book.inside(() -> Objects.requireNonNull(inTransaction.execute(
                _ -> db.sql(sql).query((row, _) -> row.getString(1)).list())));
    }

    @Test
    void an_acknowledgement_shows_that_the_invoice_is_there_once_however_often_it_comes() {
        assertThat(take("m1", "AB", "", "")).isTrue();
        assertThat(take("m1", "AB", "", "")).isFalse();
        assertThat(read("select grade from delivery_evidence")).containsExactly("6");
    }

    @Test
    void a_query_is_a_question_in_their_words() {
        take("m1", "UQ", "", "Which order is this?");
        assertThat(read("select body from question")).containsExactly("UQ Under query: Which order is this?");
    }

    @Test
    void a_rejection_is_a_dispute_with_its_reason() {
        take("m1", "RE", "PRI", "Agreed price is 90");
        assertThat(read("select code || ' ' || reason from dispute where closed_on is null"))
                .containsExactly("pricing RE Rejected: Agreed price is 90");
    }

    @Test
    void what_the_french_platform_could_not_deliver_came_back_and_what_is_paid_is_not_money_yet() {
        take("m1", "213", "", "Destinataire inconnu");
        take("m2", "PD", "", "");
        assertThat(read("select grade from delivery_evidence order by id")).containsExactly("0", "6");
        assertThat(read("select open_amount from invoice")).containsExactly("10000");
    }

    @Test
    void every_code_is_one_and_an_answer_without_a_name_is_refused() {
        assertThat(Arrays.stream(ResponseCode.values()).map(ResponseCode::code)).doesNotHaveDuplicates();
        assertThatThrownBy(() -> take("", "AP", "", "")).isInstanceOf(BadInput.class);
    }
}
