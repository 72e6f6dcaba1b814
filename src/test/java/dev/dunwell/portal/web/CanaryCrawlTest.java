package dev.dunwell.portal.web;

import static dev.dunwell.portal.ThreeVendors.CANARIES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Route;
import dev.dunwell.access.Routes;
import dev.dunwell.access.Staff;
import dev.dunwell.portal.Payerside;
import dev.dunwell.portal.Payhouse;
import dev.dunwell.portal.ThreeVendors;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A word of its own stands in the texts of each vendor. Every page, download and route for programs is opened as each
 * of them, with its own ids and with those of the others; so are the payer's pages. Nobody finds another's word.
 */
@ServerTest
@Import({Payhouse.class, ThreeVendors.class})
class CanaryCrawlTest {

    /** Never ends, or ends the session. */
    private static final Set<String> NOT_CRAWLED = Set.of("/live", "/assets/**", "/sign-in", "/set-up");

    private static final List<String> TEXTS = List.of(
            "name",
            "text",
            "body",
            "reason",
            "note",
            "title",
            "author",
            "detail",
            "subject",
            "body_text",
            "body_html",
            "answer",
            "said",
            "asked_by",
            "to_name",
            "lines",
            "bank",
            "holder",
            "what",
            "why",
            "comment",
            "description");

    @LocalServerPort
    int port;

    @Autowired
    ThreeVendors three;

    @Autowired
    ApplicationContext house;

    @Autowired
    JdbcClient db;

    @Test
    void nobody_finds_a_word_of_another_wherever_they_look() {
        ThreeVendors.World world = three.begun();
        assertThat(three.deliver(world)).isOne();
        somethingIsSaid(world);
        for (int own = 0; own < CANARIES.size(); own++) {
            writeCanaries(world.vendors().get(own), CANARIES.get(own));
        }
        List<String> found = new ArrayList<>();
        for (int own = 0; own < CANARIES.size(); own++) {
            crawl(world, own, found);
        }
        assertThat(found).isEmpty();
    }

    /** Ann asks, disputes and promises at each of them. */
    private void somethingIsSaid(ThreeVendors.World world) {
        List<String> tokens = three.tokens(world);
        for (int own = 0; own < CANARIES.size(); own++) {
            var ann = Payerside.opened(port, tokens.get(own));
            assertThat(ann.page()).contains(CANARIES.get(own)).doesNotContain(others(own));
            List<Long> invoices = world.vendors().get(own).invoices();
            ann.say("/door/{place}/question", Map.of("text", "Where is my parcel, " + CANARIES.get(own) + "?"));
            ann.say("/door/{place}/invoices/" + invoices.get(1) + "/promises", Map.of("day", "2026-03-27"));
            for (int other = 0; other < CANARIES.size(); other++) {
                long foreign = world.vendors().get(other).invoices().getFirst();
                if (other != own) {
                    assertThat(ann.get("/door/{place}/invoices/" + foreign).statusCode())
                            .isEqualTo(404);
                }
            }
        }
    }

    private static String[] others(int own) {
        return CANARIES.stream().filter(each -> !each.equals(CANARIES.get(own))).toArray(String[]::new);
    }

    /** Into every text that people or payers may have written; what a check or a key refuses stays as it is. */
    private void writeCanaries(Payhouse.Vendor vendor, String canary) {
        String columns = TEXTS.stream()
                .map(each -> "'" + each + "'")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        three.owner("""
                do $$
                declare
                  c record;
                begin
                  for c in
                    select a.attrelid::regclass as t, a.attname as n
                    from pg_attribute a
                    join pg_class r on r.oid = a.attrelid and r.relkind = 'r' and r.relnamespace = 'public'::regnamespace
                    where a.attname in (%s) and a.atttypid = 'text'::regtype and r.relname not like 'strategy%%'
                      and exists (select from pg_attribute o where o.attrelid = r.oid and o.attname = 'org_id')
                  loop
                    begin
                      execute format('update %%s set %%I = %%I || %%L where org_id = %d and %%I <> %%L', c.t, c.n, c.n, ' %s', c.n, '');
                    exception when others then null;
                    end;
                  end loop;
                end $$
                """.formatted(columns, vendor.organisation(), canary));
    }

    private void crawl(ThreeVendors.World world, int own, List<String> found) {
        var person = Visitor.signedIn(port, world.email(own), Staff.PASSWORD);
        int organisation = world.vendors().get(own).organisation();
        var program = Visitor.withKey(port, Staff.key(house, organisation, Role.ADMINISTRATOR));
        int seen = 0;
        for (Route route : Routes.declared().all()) {
            if (route.openTo() == Route.OpenTo.ROLES
                    && route.method().equals("GET")
                    && !NOT_CRAWLED.contains(route.pattern())) {
                boolean isApi = route.pattern().startsWith("/api/");
                for (String path : paths(world, own, route.pattern())) {
                    HttpResponse<String> answer = (isApi ? program : person).get(path);
                    String all = answer.headers().map() + answer.body();
                    seen += all.contains(CANARIES.get(own)) ? 1 : 0;
                    if (answer.statusCode() >= 500) {
                        found.add(path + " fails");
                    }
                    for (String other : others(own)) {
                        if (all.contains(other)) {
                            found.add(CANARIES.get(own) + " finds " + other + " at " + path);
                        }
                    }
                }
            }
        }
        assertThat(seen).as("answers with its own word").isGreaterThan(60);
    }

    /** With an id of its own, and one of another. */
    private Set<String> paths(ThreeVendors.World world, int own, String pattern) {
        Set<String> paths = new LinkedHashSet<>();
        if (!pattern.contains("{")) {
            paths.add(pattern);
        } else if (pattern.contains("{number}")) {
            paths.add(pattern.replace("{number}", "acme").replaceAll("\\{[^}]*}", id(world, own, pattern)));
            for (String other : others(own)) {
                paths.add(pattern.replaceAll("\\{[^}]*}", other + "-1"));
            }
        } else {
            paths.add(pattern.replaceAll("\\{[^}]*}", id(world, own, pattern)));
            paths.add(pattern.replaceAll("\\{[^}]*}", id(world, (own + 1) % CANARIES.size(), pattern)));
        }
        return paths;
    }

    private String id(ThreeVendors.World world, int whose, String pattern) {
        String first = pattern.replace("/api/v1", "").split("/")[1];
        String table = Map.of(
                        "sink",
                        "sink_mail",
                        "inbox",
                        "received_mail",
                        "placed",
                        "placement",
                        "plans",
                        "plan",
                        "settings",
                        "strategy")
                .getOrDefault(first, first.replace("-", "_").replaceAll("s$", ""));
        Payhouse.Vendor vendor = world.vendors().get(whose);
        boolean isThere =
                vendor.in(() -> db.sql("""
                select count(*) = 2 from pg_attribute a
                where a.attrelid = to_regclass(?) and a.attname in ('id', 'org_id')
                """).param(table).query(Boolean.class).single());
        String from = isThere ? table : "customer";
        return vendor.text("select coalesce(max(id), 0)::text from " + from);
    }
}
