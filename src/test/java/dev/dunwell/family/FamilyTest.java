package dev.dunwell.family;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class FamilyTest {

    private static final LocalDate TODAY = day("2026-11-23");

    @Autowired
    Book book;

    @Autowired
    Organisations organisations;

    @Autowired
    Families families;

    @Autowired
    Relations relations;

    @Autowired
    RelateCustomers relateCustomers;

    @Autowired
    EndRelation endRelation;

    @Autowired
    SendLettersTo sendLettersTo;

    @Autowired
    IdentifyCustomer identifyCustomer;

    private Caller nora() {
        return new Caller(book.inside(organisations::current), NORA, Role.CREDIT_MANAGER, null, TODAY);
    }

    private long id(String number) {
        return book.customer(number).id();
    }

    private void relate(String customer, Relation.Kind kind, String other) {
        long id = id(customer);
        var wanted = new RelateCustomers.Wanted(kind, id(other), null, null, "");
        Tenant.runIn(book.organisation(), () -> relateCustomers.relate(nora(), id, wanted));
    }

    private void letters(String customer, @Nullable LettersTo to) {
        long id = id(customer);
        Tenant.runIn(book.organisation(), () -> sendLettersTo.set(nora(), id, to));
    }

    private Families.Letters letters(String customer) {
        long id = id(customer);
        return book.inside(() -> families.letters(id, TODAY));
    }

    @Test
    void a_family_is_the_same_tree_from_each_of_its_members() {
        relate("child", Relation.Kind.PARENT, "mid");
        relate("mid", Relation.Kind.PARENT, "head");
        relate("other", Relation.Kind.PARENT, "head");
        for (String each : new String[] {"child", "mid", "head", "other"}) {
            assertThat(book.inside(() -> families.of(id(each))))
                    .extracting(Families.Member::number, Families.Member::depth)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("head", 0),
                            org.assertj.core.groups.Tuple.tuple("mid", 1),
                            org.assertj.core.groups.Tuple.tuple("child", 2),
                            org.assertj.core.groups.Tuple.tuple("other", 1));
        }
        assertThat(book.inside(() -> families.below(id("mid")))).containsExactlyInAnyOrder(id("mid"), id("child"));
        assertThat(book.inside(() -> families.of(id("alone")))).hasSize(1);
    }

    @Test
    void circles_are_refused() {
        relate("a", Relation.Kind.GUARANTOR, "b");
        relate("b", Relation.Kind.GUARANTOR, "c");
        assertThatThrownBy(() -> relate("c", Relation.Kind.GUARANTOR, "a"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> relate("a", Relation.Kind.GUARANTOR, "a")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> relate("a", Relation.Kind.GUARANTOR, "b")).isInstanceOf(Refusal.class);
        relate("child", Relation.Kind.PARENT, "parent");
        assertThatThrownBy(() -> relate("parent", Relation.Kind.PARENT, "child"))
                .isInstanceOf(BadInput.class);
        relate("parent", Relation.Kind.PAYER, "child");
        assertThatThrownBy(() -> letters("child", LettersTo.PARENT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot go to the parent");
    }

    @Test
    void the_setting_of_letters_is_inherited_and_says_from_where() {
        relate("child", Relation.Kind.PARENT, "mid");
        relate("mid", Relation.Kind.PARENT, "head");
        assertThat(letters("child").receiver()).isNull();
        letters("head", LettersTo.PARENT);
        assertThat(letters("child").receiver())
                .extracting(Relation.Named::number)
                .isEqualTo("head");
        assertThat(letters("child").saidBy()).extracting(Relation.Named::number).isEqualTo("head");
        letters("mid", LettersTo.SELF);
        assertThat(letters("child").receiver()).isNull();
        assertThat(letters("child").saidBy()).extracting(Relation.Named::number).isEqualTo("mid");
        letters("child", LettersTo.PARENT);
        assertThat(letters("child").receiver())
                .extracting(Relation.Named::number)
                .isEqualTo("mid");
        letters("child", null);
        assertThat(letters("child").own()).isNull();
    }

    @Test
    void a_relation_holds_until_it_is_ended_and_one_payer_pays_at_a_time() {
        relate("beta", Relation.Kind.PAYER, "payer");
        assertThat(letters("beta").receiver())
                .extracting(Relation.Named::number)
                .isEqualTo("payer");
        assertThatThrownBy(() -> relate("beta", Relation.Kind.PAYER, "second")).hasMessageContaining("already");
        Relation relation = book.inside(() -> relations.of(id("beta"))).getFirst();
        book.inside(() -> endRelation.end(nora(), relation.id()));
        assertThat(letters("beta").receiver()).isNull();
        relate("beta", Relation.Kind.PAYER, "second");
        assertThat(letters("beta").receiver())
                .extracting(Relation.Named::number)
                .isEqualTo("second");
        assertThatThrownBy(() -> book.inside(() -> endRelation.end(nora(), relation.id())))
                .hasMessageContaining("ended already");
    }

    @Test
    void an_iban_is_checked() {
        long id = id("acme");
        Tenant.runIn(
                book.organisation(),
                () -> identifyCustomer.identify(NORA, id, Identity.typed("ATU 123", "de89 3704 0044 0532 0130 00")));
        assertThat(book.inside(() -> identifyCustomer.of(id)))
                .contains(new Identity("ATU123", "DE89370400440532013000"));
        assertThatThrownBy(() -> Tenant.runIn(
                        book.organisation(),
                        () -> identifyCustomer.identify(NORA, id, Identity.typed("", "DE88370400440532013000"))))
                .hasMessageContaining("check digits");
    }
}
