package dev.dunwell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.collections.Decision;
import dev.dunwell.collections.Promises;
import dev.dunwell.collections.Queue;
import dev.dunwell.collections.Why;
import dev.dunwell.collections.Worklist;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.OpenCredit;
import dev.dunwell.ledger.OpenItems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What a story of the tests expects to be the case after what it told. */
@Component
class Expectations implements Verb.Source {

    private static final String DECISION = "expect INVOICE send|call|wait|hold [\"REASON\"] [stage STAGE] [next DATE]";

    /** Where to look. */
    @Component
    record Views(Invoices invoices, OpenItems openItems, Why why, Promises promises, Worklist worklist, Mails mails) {}

    private final Names names;
    private final Views views;
    private final Map<String, Verb> expectations = new TreeMap<>();

    Expectations(Names names, Views views) {
        this.names = names;
        this.views = views;
        add("open INVOICE AMOUNT CURRENCY", this::open);
        add("paid INVOICE", this::paid);
        add("unknown INVOICE", this::unknown);
        add("credit CUSTOMER AMOUNT CURRENCY", this::credit);
        add("promise CUSTOMER STATE", this::promise);
        add("worklist \"CUSTOMER, CUSTOMER\"", this::worklist);
        add("level CUSTOMER LEVEL [\"WHY\"]", this::level);
        add("mail CUSTOMER TEMPLATE \"INVOICE, INVOICE\"", this::mail);
        add("words CUSTOMER \"PART OF THE MAIL\"", this::words);
        add("messages NUMBER", (_, words) -> assertThat(views.mails.all()).hasSize(number(words)));
        add("mailbox NUMBER", (_, words) -> assertThat(views.mails.inMailbox()).isEqualTo(number(words)));
        add("withdrawn CUSTOMER \"WHY\"", this::withdrawn);
        add("silent", (scene, _) -> assertThat(views.mails.on(scene.today())).isEmpty());
    }

    private void add(String usage, Verb.Act act) {
        Verb verb = new Verb("expect " + usage, act);
        expectations.put(usage.split(" ", 2)[0], verb);
    }

    @Override
    public List<Verb> verbs() {
        return List.of(new Verb("expect WHAT …", this::expect));
    }

    private void expect(Scene scene, Words words) {
        String what = words.next("WHAT");
        Verb expectation = expectations.get(what);
        StoryLine rest = words.rest();
        if (expectation != null) {
            Words after = new Words(rest, expectation.usage());
            expectation.act().perform(scene, after);
            after.checkNoneLeft();
        } else {
            decision(scene, what, new Words(rest, DECISION));
        }
    }

    private void decision(Scene scene, String invoice, Words words) {
        Decision decision =
                views.why.about(scene.organisation(), invoice, scene.today()).decision();
        String expected = words.next("send|call|wait|hold");
        String actual = decision.action().name().toLowerCase(Locale.ROOT);
        assertThat(actual).as("%s: %s", invoice, decision).isEqualTo(expected);
        while (words.hasMore()) {
            if (words.skip("stage")) {
                assertThat(decision.stage().number()).as("%s", decision).isEqualTo(number(words));
            } else if (words.skip("next")) {
                assertThat(decision.nextOn()).as("%s", decision).isEqualTo(words.date());
            } else {
                assertThat(decision.reason()).contains(words.next("REASON"));
            }
        }
    }

    private void open(Scene scene, Words words) {
        Invoice invoice = names.invoice(words);
        assertThat(views.invoices
                        .byId(invoice.id(), scene.today())
                        .orElseThrow()
                        .open())
                .isEqualTo(words.money());
        assertThat(views.openItems.of(invoice.customerId(), scene.today())).anyMatch(item -> item.id() == invoice.id());
    }

    private void paid(Scene scene, Words words) {
        Invoice invoice = names.invoice(words);
        assertThat(views.openItems.of(invoice.customerId(), scene.today()))
                .noneMatch(item -> item.id() == invoice.id());
    }

    private void unknown(Scene scene, Words words) {
        assertThat(views.invoices.byNumber(words.next("INVOICE"), scene.today()))
                .isEmpty();
    }

    private void credit(Scene scene, Words words) {
        Customer customer = names.customer(words);
        assertThat(views.openItems.creditsOf(customer.id(), scene.today()))
                .extracting(OpenCredit::open)
                .containsExactly(words.money());
    }

    private void promise(Scene scene, Words words) {
        Customer customer = names.customer(words);
        assertThat(views.promises.of(customer.number(), scene.today(), 1))
                .extracting(Promises.Promise::state)
                .containsExactly(words.next("STATE"));
    }

    private void worklist(Scene scene, Words words) {
        assertThat(rows(scene).stream().map(Worklist.Row::number).toList()).isEqualTo(list(words.next("CUSTOMERS")));
    }

    private void level(Scene scene, Words words) {
        Customer customer = names.customer(words);
        Worklist.Row row = rows(scene).stream()
                .filter(r -> r.customerId() == customer.id())
                .findFirst()
                .orElseThrow(() -> new AssertionError(customer.number() + " is not on the worklist"));
        assertThat(row.level().name().toLowerCase(Locale.ROOT)).isEqualTo(words.next("LEVEL"));
        if (words.hasMore()) {
            assertThat(row.why()).contains(words.next("WHY"));
        }
    }

    private List<Worklist.Row> rows(Scene scene) {
        return views.worklist.rows(Queue.of(scene.today()), Worklist.After.NOTHING, 100);
    }

    private void mail(Scene scene, Words words) {
        Customer customer = names.customer(words);
        assertThat(views.mails.on(scene.today()))
                .filteredOn(mail -> mail.customerId() == customer.id())
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.template()).isEqualTo(words.next("TEMPLATE"));
                    assertThat(mail.items()).containsExactlyInAnyOrderElementsOf(list(words.next("INVOICES")));
                });
    }

    private void words(Scene scene, Words words) {
        Customer customer = names.customer(words);
        assertThat(views.mails.textTo(customer.id(), scene.today())).contains(words.next("PART"));
    }

    private void withdrawn(Scene scene, Words words) {
        Customer customer = names.customer(words);
        String why = words.next("WHY");
        assertThat(views.mails.withdrawn(customer.id(), scene.today()))
                .anySatisfy(reason -> assertThat(reason).contains(why));
    }

    private static int number(Words words) {
        return Integer.parseInt(words.next("NUMBER"));
    }

    private static List<String> list(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(", *"));
    }
}
