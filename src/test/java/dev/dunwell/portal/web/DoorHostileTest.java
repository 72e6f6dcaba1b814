package dev.dunwell.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.NewPerson;
import dev.dunwell.access.Role;
import dev.dunwell.portal.Payerside;
import dev.dunwell.portal.Payhouse;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * S40, S75, S76: what a payer writes at the door runs nowhere: not on staff's pages, not in files, mails or headers.
 */
@ServerTest
@Import(Payhouse.class)
class DoorHostileTest {

    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'><svg/onload=alert(1)>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<div hx-get=\"/settings/people\" hx-trigger=\"load\">x</div>",
            "</textarea><iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
            "${7*7} #{7*7} {{7*7}} {% include %}",
            "=cmd|' /C calc'!A0",
            "x\r\nBcc: evil@evil.example");

    /** What would run or act on a page; as text it stands there escaped. */
    private static final String ALIVE =
            "<script>alert|<img src=x|<svg/onload|<a href=\"javascript|<div hx-get=\"/settings" + "|<iframe srcdoc";

    /** A cell that a spreadsheet would reckon. */
    private static final String FORMULA = "(?m)(^|,)\"?=cmd";

    private static final List<String> PAGES = List.of(
            "/today",
            "/questions",
            "/disputes",
            "/cases",
            "/cases.csv",
            "/promises",
            "/inbox",
            "/today/answers",
            "/worklist.csv",
            "/customers",
            "/messages",
            "/sink",
            "/approvals");

    @LocalServerPort
    int port;

    @Autowired
    Payhouse house;

    @Autowired
    AddPerson addPerson;

    @Autowired
    JdbcClient db;

    @Test
    void what_payers_write_is_inert_wherever_it_is_shown() {
        var meridian = house.reminded();
        Payerside ann = Payerside.opened(port, meridian.token());
        long first = meridian.invoices().getFirst();
        String all = String.join(" ", PAYLOADS);
        said(ann.say("/door/{place}/invoices/" + first + "/questions", Map.of("text", all)));
        said(ann.say(
                "/door/{place}/invoices/" + first + "/disputes",
                Map.of("code", "other", "reason", all, "amount", "10.00")));
        for (String payload : PAYLOADS) {
            said(ann.say("/door/{place}/person", Map.of("name", payload, "email", "x@y.example", "text", payload)));
            said(ann.say("/door/{place}/question", Map.of("text", payload)));
        }
        said(ann.say(
                "/door/{place}/paid",
                Map.of(
                        "invoice",
                        String.valueOf(first),
                        "day",
                        "2026-03-20",
                        "reference",
                        PAYLOADS.getFirst(),
                        "paid" + first,
                        "500.00",
                        "why" + first,
                        PAYLOADS.get(1))));
        assertThat(ann.page()).doesNotContainPattern(ALIVE).contains("&lt;script&gt;alert(1)");
        Visitor nora = staff(meridian);
        String customer = meridian.text("select id::text from customer");
        for (String page : PAGES) {
            inert(nora, page);
        }
        for (String panel : List.of("", "/timeline", "/door", "/door/preview")) {
            if (nora.get("/customers/" + customer + panel).statusCode() == 200) {
                inert(nora, "/customers/" + customer + panel);
            }
        }
        inert(nora, "/invoices/" + first);
        assertThat(meridian.count("message where subject ~ '[\\r\\n]' or to_address ~ 'evil'"))
                .isZero();
    }

    private static void said(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(303, 422);
    }

    private static void inert(Visitor who, String page) {
        HttpResponse<String> answer = who.get(page);
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        assertThat(answer.body()).as(page).doesNotContainPattern(page.endsWith(".csv") ? FORMULA : ALIVE);
    }

    private Visitor staff(Payhouse.Vendor vendor) {
        String email = "nora" + vendor.organisation() + "@hostile.example";
        String password = vendor.in(() -> {
            var first = addPerson
                    .add(new NewPerson("Nora", email, Role.ADMINISTRATOR), Actor.automation("test"))
                    .firstPassword();
            db.sql("update person set password_is_initial = false where email = ?")
                    .param(email)
                    .update();
            return Objects.requireNonNull(first).text();
        });
        return Visitor.signedIn(port, email, password);
    }
}
