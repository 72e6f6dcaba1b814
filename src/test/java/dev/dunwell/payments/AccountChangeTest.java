package dev.dunwell.payments;

import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.Caller;
import dev.dunwell.access.NewPerson;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.ledger.Book;
import dev.dunwell.payments.reference.Scheme;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Another account needs two people and days of cooling, in which the old one is shown. */
@DunwellTest
class AccountChangeTest {

    private static final LocalDate TODAY = day("2026-03-02");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String OLD = "AT611904300234573201";
    private static final String NEW = "DE02120300000000202051";

    @Autowired
    Book book;

    @Autowired
    Organisations organisations;

    @Autowired
    AddPerson addPerson;

    @Autowired
    ChangeBankAccount changeBankAccount;

    @Autowired
    ConfirmAccount confirmAccount;

    @Autowired
    TakeUpAccounts takeUpAccounts;

    @Autowired
    AccountChanges changes;

    @Autowired
    BankAccounts accounts;

    @Autowired
    AccountNews accountNews;

    private Caller person(String name, Role role) {
        long id = book.inside(() -> addPerson
                .add(
                        new NewPerson(
                                name, name.toLowerCase(java.util.Locale.ROOT) + UUID.randomUUID() + "@x.example", role),
                        Actor.automation("test"))
                .id());
        return book.inside(
                () -> new Caller(organisations.current(), new Actor(Actor.Kind.PERSON, name), role, id, TODAY));
    }

    private boolean change(Caller caller, String number) {
        var account = new BankAccount(EUR, "Meridian", number, null, null, null, Scheme.RF, TODAY);
        return book.inside(() -> changeBankAccount.change(caller, account));
    }

    private long waiting() {
        return book.inside(() -> changes.open().getFirst().id());
    }

    private String shown(String today) {
        return book.inside(() -> {
            takeUpAccounts.work(
                    organisations.current(), day(today).atTime(12, 0).toInstant(ZoneOffset.UTC));
            return accounts.of(EUR).orElseThrow().number();
        });
    }

    @Test
    void the_first_holds_at_once_and_another_waits_for_somebody_else_and_three_days() {
        Caller nora = person("Nora", Role.ADMINISTRATOR);
        Caller max = person("Max", Role.CREDIT_MANAGER);
        assertThat(change(nora, OLD)).isTrue();
        assertThat(change(nora, NEW)).isFalse();
        assertThatThrownBy(() -> change(max, "AT483200000012345864")).isInstanceOf(Refusal.class);
        assertThat(shown("2026-04-02")).isEqualTo(OLD);
        assertThatThrownBy(() -> book.inside(() -> confirmAccount.confirm(nora, waiting())))
                .hasMessageContaining("Somebody else");
        LocalDate from = book.inside(() -> confirmAccount.confirm(max, waiting()));
        assertThat(from).isEqualTo("2026-03-05");
        assertThat(book.inside(() -> accountNews.of(TODAY))).isEqualTo(new AccountNews.News(null, day("2026-03-05")));
        assertThat(shown("2026-03-04")).isEqualTo(OLD);
        assertThat(shown("2026-03-05")).isEqualTo(NEW);
        assertThat(shown("2026-03-06")).isEqualTo(NEW);
        assertThat(book.inside(() -> accountNews.of(day("2026-03-10"))))
                .isEqualTo(new AccountNews.News(day("2026-03-05"), null));
        assertThat(book.inside(() -> accountNews.of(day("2026-06-10"))).isThere())
                .isFalse();
    }

    @Test
    void it_can_be_taken_back_until_it_holds() {
        Caller nora = person("Nora", Role.ADMINISTRATOR);
        Caller max = person("Max", Role.CREDIT_MANAGER);
        change(nora, OLD);
        change(nora, NEW);
        long change = waiting();
        book.inside(() -> confirmAccount.confirm(max, change));
        book.inside(() -> {
            confirmAccount.takeBack(nora, change);
            return true;
        });
        assertThat(shown("2026-04-02")).isEqualTo(OLD);
    }

    @Test
    void who_is_alone_confirms_and_waits_twice_as_long() {
        Caller nora = person("Nora", Role.ADMINISTRATOR);
        person("Carl", Role.CLERK);
        change(nora, OLD);
        change(nora, NEW);
        book.inside(() -> {
            confirmAccount.coolFor(nora, 5);
            return true;
        });
        assertThat(book.inside(() -> confirmAccount.confirm(nora, waiting()))).isEqualTo("2026-03-12");
        assertThatThrownBy(() -> book.inside(() -> {
                    confirmAccount.coolFor(nora, 0);
                    return true;
                }))
                .isInstanceOf(BadInput.class);
        assertThat(Objects.requireNonNull(shown("2026-03-11"))).isEqualTo(OLD);
    }
}
