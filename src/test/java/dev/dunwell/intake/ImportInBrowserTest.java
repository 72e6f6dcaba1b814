package dev.dunwell.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.dunwell.Screen;
import dev.dunwell.ServerTest;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.demo.IbmBook;
import dev.dunwell.jobs.DueJobs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** A person brings a real book in a real browser, and reads its aging. */
@Tag("browser")
@ServerTest
@Import(DueJobs.class)
class ImportInBrowserTest {

    /** Neither of the first two numbers of a date is above 12, so only a person knows which is the month. */
    private static final Pattern AMBIGUOUS = Pattern.compile("(1[0-2]|[1-9])/(1[0-2]|[1-9])/20\\d\\d");

    @Autowired
    ApplicationContext house;

    @Autowired
    DueJobs jobs;

    @LocalServerPort
    int port;

    private IbmBook book;
    private Screen screen;
    private Page page;

    @BeforeEach
    void somebody_signs_in() throws Exception {
        book = new IbmBook();
        screen = new Screen(port);
        page = screen.signedIn(Staff.of(house).email(Role.CLERK), Staff.PASSWORD, 1440, ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void a_book_comes_in_by_hand_and_its_aging_is_read() {
        List<String> asked = ambiguous();
        bring("begin.csv", String.join("\n", asked));
        page.waitForSelector("text=Which column is what");
        assertThat(page.locator("legend").allTextContents())
                .containsExactlyInAnyOrder("InvoiceDate", "DueDate", "SettledDate");
        for (String column : List.of("InvoiceDate", "DueDate", "SettledDate")) {
            page.locator("fieldset:has(legend:text-is('" + column + "')) input[value=month-first]")
                    .check();
        }
        assertThat(page.inputValue("[name='column.due_on']")).as("guessed").isEqualTo("DueDate");
        page.selectOption("[name='column.settled_on']", "SettledDate");
        page.fill("[name='constant.currency']", "USD");
        click("Read it like this");
        int first = asked.size() - 1;
        assertThat(counts()).containsExactly(first, 0, 0, 0);
        commit();

        bring(book.file());
        assertThat(counts())
                .as("what was told of such a file is not asked again")
                .containsExactly(2466 - first, 0, first, 0);
        screen.look(page, "import-dry-run");
        commit();
        readAging();

        bring(book.file());
        assertThat(counts()).containsExactly(0, 0, 2466, 0);
        commit();
        readAging();
        assertThat(screen.faults()).isEmpty();
    }

    private void readAging() {
        page.click("nav >> text=Figures");
        page.click("nav[aria-label=Reports] >> text=Aging");
        page.fill("#asOf", "2013-06-30");
        page.click("button:text-is('Show')");
        page.waitForSelector("h1:has-text('30 Jun 2013')");
        assertThat(rows("tbody tr")).contains("not due 72 4,284.29USD 84 %", "1–30 12 835.56USD 16 %", "31–60 0 – 0 %");
        assertThat(rows("tfoot tr")).containsExactly("Total 84 5,119.85USD");
        screen.look(page, "aging-ibm");
    }

    private void bring(java.nio.file.Path file) {
        choose();
        page.setInputFiles("#file", file);
        read();
    }

    private void bring(String name, String text) {
        choose();
        page.setInputFiles("#file", new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        read();
    }

    private void choose() {
        page.click("nav >> text=Imports");
        page.selectOption("#kind", "invoices");
    }

    /** The page says that the file is being read, and what came of it by itself when it is. */
    private void read() {
        page.click("button:has-text('Read it')");
        page.waitForSelector("[role=status]:has-text('The file is being read.')");
        work();
        page.waitForSelector("#import:not([hx-get])");
    }

    private void click(String button) {
        page.click("button:has-text('" + button + "')");
        page.waitForSelector("#import[hx-get]");
        work();
        page.waitForSelector("#import:not([hx-get])");
    }

    private void commit() {
        page.click("button:has-text('Take it into the book')");
        page.waitForSelector("[role=status]:has-text('The rows are on their way into the book.')");
        work();
        page.waitForSelector("[role=status]:has-text('The rows are in the book.')");
    }

    /** New, changed, same, wrong. */
    private List<Integer> counts() {
        return page.locator("#import table tbody tr").first().locator("td").allTextContents().stream()
                .map(text -> Integer.valueOf(text.replace(",", "")))
                .toList();
    }

    private List<String> rows(String rows) {
        return page.locator("main .card table").first().locator(rows).all().stream()
                .map(row -> row.innerText().replaceAll("\\s+", " ").strip())
                .toList();
    }

    private List<String> ambiguous() {
        return book.texts(line -> {
            String[] cells = line.split(",");
            return AMBIGUOUS.matcher(cells[4]).matches()
                    && AMBIGUOUS.matcher(cells[5]).matches()
                    && AMBIGUOUS.matcher(cells[8]).matches();
        });
    }

    private void work() {
        jobs.run(Instant.now().plus(Duration.ofSeconds(1)));
    }
}
