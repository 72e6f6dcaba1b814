package dev.dunwell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.collections.ReasonCode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The page why of every invoice of the demo book, through half a year: it answers in whole sentences, for a stranger.
 */
@Tag("slow")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DunwellTest.FreshDatabase.class)
@TestPropertySource(properties = "test.world=morning")
class WhyOfTheDemoTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    /** What a program would say to a program. */
    private static final Pattern RAW = Pattern.compile(
            "\\bnull\\b|Optional\\[|NaN|[$]\\{|[{}\\[\\]]|\\b[a-z]+_[a-z_]+\\b|\\b[A-Z]+_[A-Z_]+\\b|@[0-9a-f]{6,}|\\bjava\\.");

    private static final Pattern CODE = Pattern.compile(
            Arrays.stream(ReasonCode.values()).map(ReasonCode::name).collect(Collectors.joining("|", "\\b(", ")\\b")));
    /** Two ends of a sentence, a comma before one, a word that was left out. */
    private static final Pattern TORN =
            Pattern.compile("\\.\\.|[,:;]\\s*[.,:;?!]|\\s[.,;:?!](\\s|$)|\\(\\s*\\)|“\\s*”");

    @LocalServerPort
    int port;

    @Autowired
    LoadDemo loadDemo;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private final List<String> faults = new ArrayList<>();
    private int pages;

    @BeforeEach
    void the_demo() {
        assertThat(loadDemo.load()).isTrue();
    }

    @Test
    void every_open_invoice_has_a_whole_story_on_every_day() {
        List<LocalDate> days = new ArrayList<>(
                List.of(TODAY.minusDays(1), TODAY, TODAY.plusDays(1), TODAY.plusDays(7), TODAY.plusDays(30)));
        for (LocalDate day = LocalDate.of(2026, 6, 4); day.isBefore(TODAY); day = day.plusDays(9)) {
            days.add(day);
        }
        for (Organisation organisation : organisations.all()) {
            try (Visitor paul = paulIn(organisation)) {
                for (LocalDate day : days) {
                    numbers(organisation, "select number from open_invoice(:day) order by number", day)
                            .forEach(number -> read(paul, number, day, true));
                }
            }
        }
        assertThat(pages).isGreaterThan(200);
        assertThat(faults).isEmpty();
    }

    @Test
    void what_is_paid_says_so() {
        Organisation meridian = organisations.all().getFirst();
        try (Visitor paul = paulIn(meridian)) {
            numbers(meridian, """
                    select number from invoice
                    where voided_at is null and issued_on between date '2026-05-01' and :day and id not in (select id from open_invoice(:day))
                    order by number
                    """, TODAY).forEach(number -> read(paul, number, TODAY, false));
        }
        assertThat(pages).isGreaterThan(10);
        assertThat(faults).isEmpty();
    }

    private void read(Visitor paul, String number, LocalDate day, boolean isOpen) {
        pages++;
        String path = "/why?invoice=" + URLEncoder.encode(number, StandardCharsets.UTF_8) + "&date=" + day;
        HttpResponse<String> answer = paul.get(path);
        String where = number + " on " + day;
        if (answer.statusCode() != 200) {
            faults.add(where + ": " + answer.statusCode());
        } else {
            Document page = Jsoup.parse(answer.body());
            Element main = Objects.requireNonNull(page.getElementById("main"));
            whole(where, main);
            sentence(where, text(main, "h1"), "?");
            sentence(where, text(main, ".next p"), ".");
            sentence(where, text(main, ".next p + p"), ".");
            if (isOpen) {
                story(where, main);
            }
        }
    }

    /** The step that is due, the questions of the gate, and every step with its day and what came of it. */
    private void story(String where, Element main) {
        Elements steps = main.select("table:has(caption:contains(Every step)) tbody tr");
        if (steps.size() < 6) {
            faults.add(where + ": only " + steps.size() + " steps");
        }
        for (Element row : main.select("tbody tr")) {
            for (Element cell : row.select("td")) {
                if (cell.text().isBlank()) {
                    faults.add(where + ": an empty cell in " + row.text());
                }
            }
        }
        Elements questions = main.select("table:has(caption:contains(Every question)) tbody tr");
        questions.forEach(row -> sentence(where, row.select("td").get(1).text(), "?"));
        if (questions.size() < 10) {
            faults.add(where + ": only " + questions.size() + " questions");
        }
        Element due = main.selectFirst("section:has(h2:contains(The step that)) .in");
        if (due == null || !due.text().matches("Step Stage [1-6], .*|None\\. .*")) {
            faults.add(where + ": no stage in " + (due == null ? "nothing" : due.text()));
        }
    }

    private void whole(String where, Element main) {
        for (Element each : main.select("h1, p, li > span, dt, dd, td, th, summary, footer")) {
            String said = each.text();
            Stream.of(RAW, CODE, TORN)
                    .map(pattern -> pattern.matcher(said))
                    .filter(found -> found.find())
                    .forEach(found -> faults.add("%s says “%s” in: %s".formatted(where, found.group(), said)));
        }
    }

    private void sentence(String where, String said, String end) {
        boolean isWhole = said.length() > 10 && Character.isUpperCase(said.charAt(0)) && said.endsWith(end);
        if (!isWhole) {
            faults.add(where + " says no sentence: " + said);
        }
    }

    private static String text(Element main, String selector) {
        Element found = main.selectFirst(selector);
        return found == null ? "" : found.text();
    }

    private List<String> numbers(Organisation organisation, String sql, LocalDate day) {
        return Tenant.in(
                organisation.id(),
                () -> Objects.requireNonNull(transaction.execute(
                        _ -> db.sql(sql).param("day", day).query(String.class).list())));
    }

    /** He works for both. */
    private Visitor paulIn(Organisation organisation) {
        Visitor paul = Visitor.signedIn(port, "paul@meridian.example", LoadDemo.PASSWORD);
        paul.submit(
                "/organisations", "/organisation/switch", Map.of("organisation", String.valueOf(organisation.id())));
        assertThat(paul.get("/today").body()).contains(organisation.name());
        return paul;
    }
}
