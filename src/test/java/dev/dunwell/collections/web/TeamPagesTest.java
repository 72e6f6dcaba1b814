package dev.dunwell.collections.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who looks after what, over HTTP, without JavaScript. */
@ServerTest
class TeamPagesTest {

    @Autowired
    ApplicationContext house;

    @LocalServerPort
    int port;

    private MeridianDay day;
    private Visitor manager;
    private Visitor seller;
    private long halvorsen;
    private long sales;

    @BeforeEach
    void morning() {
        day = MeridianDay.in(house);
        manager = signedIn(Role.CREDIT_MANAGER);
        seller = signedIn(Role.SALES);
        halvorsen = day.customer("halvorsen");
        sales = day.id(Role.SALES);
    }

    private Visitor signedIn(Role role) {
        return Visitor.signedIn(port, day.email(role), Staff.PASSWORD);
    }

    @Test
    void an_account_in_the_hands_of_sales_is_what_sales_sees_first_and_in_words_of_the_relationship() {
        give(Map.of("customer", String.valueOf(halvorsen), "person", String.valueOf(sales), "reason", "Knows them"));

        assertThat(seller.get("/today").body())
                .contains("your accounts", "Halvorsen Bygg AS", "ask how they are", "&amp;log=note#log")
                .doesNotContain("Aldgate Interiors Ltd", "/worklist/done", "&amp;log=hold#log");
        assertThat(manager.get("/today").body()).contains("Halvorsen Bygg AS", "Aldgate Interiors Ltd");
        assertThat(manager.get("/customers/" + halvorsen + "/handovers").body())
                .contains("Nobody to Sales", "Knows them", "by Credit manager");
    }

    @Test
    void everybody_of_a_list_changes_hands_at_once_and_nobodys_list_is_empty() {
        assertThat(manager.get("/today?accounts=unassigned").body()).contains("Halvorsen Bygg AS");

        give(Map.of("everybody", "true", "unassigned", "true", "person", String.valueOf(sales)));

        assertThat(manager.get("/today?accounts=unassigned").body()).doesNotContain("Halvorsen Bygg AS");
        assertThat(day.count("select count(*) from customer where owner_id is null"))
                .isZero();
        assertThat(day.count("select count(*) from customer_standing where owner_id is null"))
                .isZero();
    }

    @Test
    void a_single_invoice_brings_its_customer_to_whom_it_was_given() {
        long invoice = day.count("select min(id) from invoice where customer_id = ? and open_amount > 0", halvorsen);

        manager.submit("/customers", "/invoices/" + invoice + "/handovers", Map.of("person", String.valueOf(sales)));
        assertThat(seller.get("/today").body()).contains("your accounts", "Halvorsen Bygg AS");

        manager.submit("/customers", "/invoices/" + invoice + "/handovers", Map.of("person", ""));
        assertThat(seller.get("/today?accounts=mine").body()).doesNotContain("Halvorsen Bygg AS");
        assertThat(day.count("select count(*) from handover where invoice_id = ?", invoice))
                .isEqualTo(2);
    }

    @Test
    void the_order_is_remembered_and_each_row_says_why_it_stands_above_the_next() {
        assertThat(manager.get("/today").body()).contains("above ", "more at risk");

        manager.submit("/today", "/worklist/order", Map.of("oldestFirst", "true"));

        assertThat(manager.get("/today").body()).contains("Oldest first");
        assertThat(seller.get("/today").body()).contains("Most at risk first");
    }

    @Test
    void who_was_spoken_with_lately_is_not_among_those_nobody_touched() {
        assertThat(manager.get("/today?untouched=7").body()).contains("Halvorsen Bygg AS");
        manager.submit(
                "/customers/" + halvorsen,
                "/customers/" + halvorsen + "/contacts-log",
                Map.of("kind", "call", "outcome", "reached", "noExpectation", "refused", "text", "Spoke"));
        assertThat(manager.get("/today?accounts=team").body()).contains("Halvorsen Bygg AS");
        assertThat(manager.get("/today?untouched=7").body()).doesNotContain("Halvorsen Bygg AS");
    }

    @Test
    void rules_give_out_what_nobody_looks_after_and_their_people_take_turns() {
        long collector = day.id(Role.COLLECTOR);
        String token = manager.token("/team/rules");
        manager.send(
                "POST",
                "/team/rules",
                BodyPublishers.ofString("people=" + sales + "&people=" + collector),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-CSRF-TOKEN",
                token);
        assertThat(manager.get("/team/rules").body()).contains("Everybody", "in turn");

        manager.submit("/team/rules", "/team/rules/run", Map.of());

        String share = "select count(*) from customer where owner_id = ?";
        assertThat(day.count(share, sales) - day.count(share, collector)).isBetween(0L, 1L);
        assertThat(day.count("select count(*) from customer where owner_id is null"))
                .isZero();
        manager.submit("/team/rules", "/team/rules/run", Map.of());
        assertThat(manager.get("/team/rules").body()).contains("0 accounts found their person.");
    }

    @Test
    void a_queue_longer_than_a_day_shows_and_some_of_it_goes_to_somebody_else() {
        give(Map.of("everybody", "true", "unassigned", "true", "person", String.valueOf(sales)));
        manager.submit("/team", "/team/" + sales + "/pace", Map.of("contactsADay", "1"));

        assertThat(manager.get("/team").body()).contains("days of work");
        assertThat(seller.get("/today").body()).contains("of work at your pace");

        manager.submit(
                "/team",
                "/team/handovers",
                Map.of("from", String.valueOf(sales), "to", String.valueOf(day.id(Role.COLLECTOR)), "count", "2"));
        assertThat(manager.get("/team").body()).contains("2 accounts changed hands.");
        assertThat(seller.get("/team").statusCode()).isEqualTo(403);
    }

    @Test
    void a_second_person_is_warned_and_may_take_over() {
        Visitor collector = signedIn(Role.COLLECTOR);
        String page = "/customers/" + halvorsen + "?from=today";
        assertThat(collector.get(page).body()).contains("You work on it since");

        assertThat(manager.get(page).body()).contains("Collector", "works on it since", "Take over");
        assertThat(manager.get("/today").body()).contains("works on it since");
        manager.submit(page, "/customers/" + halvorsen + "/claim", Map.of());

        assertThat(manager.get(page).body()).contains("You work on it since");
        assertThat(collector.get("/customers/" + halvorsen).body()).contains("works on it since", "Take over");
    }

    private void give(Map<String, String> form) {
        assertThat(manager.submit("/customers", "/customers/handovers", form).statusCode())
                .isEqualTo(303);
    }
}
