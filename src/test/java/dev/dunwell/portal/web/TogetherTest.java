package dev.dunwell.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.portal.Payerside;
import dev.dunwell.portal.Payhouse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One payer of three vendors: together when all want it, and no vendor ever sees a word of another. */
@ServerTest
@Import(Payhouse.class)
class TogetherTest {

    private static int worlds;

    @LocalServerPort
    int port;

    @Autowired
    Payhouse house;

    @Autowired
    JdbcClient db;

    private List<Payhouse.Vendor> vendors;
    private String address;

    @BeforeEach
    void ann_owes_three_vendors() {
        worlds++;
        address = "ann" + worlds + "@payer.example";
        vendors =
                List.of("Alpha", "Bravo", "Charlie").stream().map(this::vendor).toList();
    }

    private Payhouse.Vendor vendor(String name) {
        return house.vendor("""
                2026-02-11  organisation "%1$s Vendor" EUR country DE
                            customer acme "%1$s calls them Acme"
                            contact  acme "Ann of %1$s" email %2$s
                            invoice  %1$s-1 acme 100.00 EUR due 2026-03-13
                            invoice  %1$s-2 acme 20.00 EUR due 2026-03-13
                2026-02-12  night until 2026-03-20
                """.formatted(name, address));
    }

    private void takesPart(Payhouse.Vendor vendor) {
        vendor.in(() ->
                db.sql("insert into door_setting (takes_part) values (true)").update());
        vendor.in(() -> db.sql("update contact set verified_on = '2026-03-01' where org_id = current_org()")
                .update());
    }

    private Payerside proven(Payhouse.Vendor vendor) {
        Payerside ann = Payerside.opened(port, vendor.token());
        ann.say("/door/proof/codes", Map.of());
        String code = vendor.mail().replaceAll("(?s).*Your code is (\\d{8}).*", "$1");
        assertThat(ann.say("/door/proof", Map.of("code", code)).statusCode()).isEqualTo(303);
        return ann;
    }

    @Test
    void three_vendors_stand_on_one_page_once_all_want_it_and_the_payer_has_proven_who_they_are() {
        vendors.forEach(this::takesPart);
        assertThat(Payerside.opened(port, vendors.get(0).token()).page()).doesNotContain("Bravo", "All suppliers");
        Payerside ann = proven(vendors.get(0));
        assertThat(ann.page()).contains("All suppliers on one page").doesNotContain("Bravo");
        ann.say("/door/together", Map.of("wanted", "on"));
        assertThat(ann.page()).contains("Alpha-1", "Bravo-1", "Charlie-2", "360.00", "with 3 suppliers");
        assertThat(ann.get("/door?only=" + ann.place()).body())
                .as("one of them alone, the others a step away")
                .contains("Alpha-1", "120.00", "Bravo", "Charlie")
                .doesNotContain("Bravo-1", "Charlie-1", "360.00");
        ann.say("/door/together", Map.of("wanted", "off"));
        assertThat(ann.page()).contains("Alpha-1").doesNotContain("Bravo", "Charlie");
    }

    @Test
    void a_vendor_that_does_not_take_part_never_appears() {
        takesPart(vendors.get(0));
        takesPart(vendors.get(2));
        Payerside ann = proven(vendors.get(0));
        ann.say("/door/together", Map.of("wanted", "on"));
        assertThat(ann.page()).contains("Alpha-1", "Charlie-1").doesNotContain("Bravo");
        Payerside again = proven(vendors.get(1));
        assertThat(again.page()).contains("Bravo-1").doesNotContain("Alpha", "Charlie", "All suppliers");
    }

    @Test
    void an_address_that_a_vendor_has_not_verified_opens_nothing_there() {
        vendors.forEach(this::takesPart);
        vendors.get(1)
                .in(() -> db.sql("update contact set verified_on = null where org_id = current_org()")
                        .update());
        Payerside ann = proven(vendors.get(0));
        ann.say("/door/together", Map.of("wanted", "on"));
        assertThat(ann.page()).contains("Alpha-1", "Charlie-1").doesNotContain("Bravo");
    }

    @Test
    void what_is_said_to_one_vendor_reaches_that_one_and_none_learns_of_another() {
        vendors.forEach(this::takesPart);
        Payerside ann = proven(vendors.get(0));
        ann.say("/door/together", Map.of("wanted", "on"));
        String page = ann.page();
        String bravo = section(page, "Bravo");
        long invoice = vendors.get(1).invoices().getFirst();
        var answer = ann.say("/door/" + bravo + "/invoices/" + invoice + "/questions", Map.of("text", "Which order?"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        ann.say("/door/" + bravo + "/invoices/" + invoice + "/promises", Map.of("day", "2026-03-27"));

        assertThat(vendors.get(1).text("select body || ' ' || author from question"))
                .isEqualTo("Which order? Ann of Bravo");
        assertThat(vendors.get(0).count("question")).isZero();
        assertThat(vendors.get(2).count("question")).isZero();
        noVendorHoldsAWordOfAnother();
    }

    /** Every field of every table as each organisation sees it. */
    private void noVendorHoldsAWordOfAnother() {
        List<String> names = List.of("Alpha", "Bravo", "Charlie");
        for (int own = 0; own < names.size(); own++) {
            Payhouse.Vendor vendor = vendors.get(own);
            for (String table : vendor.in(this::tables)) {
                for (String other : names) {
                    if (!other.equals(names.get(own))) {
                        assertThat(vendor.count(table + " t where t::text like '%" + other + "%'"))
                                .as(names.get(own) + " holds " + other + " in " + table)
                                .isZero();
                    }
                }
            }
        }
    }

    private List<String> tables() {
        return db.sql("""
                select c.relname
                from pg_class c
                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                  and has_table_privilege(c.oid, 'select')
                  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id')
                """).query((row, _) -> row.getString(1)).list();
    }

    @Test
    void a_proven_payer_wishes_one_mail_on_their_day_and_nobody_else_can() {
        vendors.forEach(this::takesPart);
        Payerside ann = proven(vendors.get(0));
        assertThat(ann.page()).doesNotContain("Reminders in one mail");
        ann.say("/door/together", Map.of("wanted", "on"));
        assertThat(ann.page()).contains("Reminders in one mail");
        ann.say("/door/together/mails", Map.of("days", "2", "most", "3"));
        assertThat(ann.page()).contains("<option value=\"2\" selected>", "<option value=\"3\" selected>");
        assertThat(ann.say("/door/together/mails", Map.of("days", "sundays")).statusCode())
                .isEqualTo(422);
        var stranger = Payerside.opened(port, vendors.get(1).token());
        stranger.say("/door/together/mails", Map.of("days", "apart"));
        assertThat(ann.page()).contains("<option value=\"2\" selected>");
    }

    @Test
    void nobody_in_the_house_can_read_who_is_together() {
        Boolean mayRead = vendors.getFirst()
                .in(() -> db.sql("select has_table_privilege('payer_identity', 'select')")
                        .query(Boolean.class)
                        .single());
        assertThat(mayRead).isFalse();
    }

    private static String section(String page, String vendor) {
        var link = Pattern.compile("/door/([0-9a-f]{12})/invoices/\\d+\">" + vendor + "-1<")
                .matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
