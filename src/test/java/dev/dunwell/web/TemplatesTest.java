package dev.dunwell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages' policy allows nothing inline; a template that tries would look broken only in the browser. */
class TemplatesTest {

    private static final Pattern INLINE = Pattern.compile(
            "\\sstyle=|<style|<script(?! src=)|\\son[a-z]+=|javascript:|hx-on", Pattern.CASE_INSENSITIVE);

    /** A letter is read by mail programs, which drop style sheets; a paper carries all that it needs to be printed. */
    private static final Set<String> PAPERS = Set.of(
            "billing/claim.jte",
            "cases/agreement.jte",
            "cases/answer.jte",
            "cases/paper-style.jte",
            "evidence/sheet.jte",
            "deals/paper.jte",
            "invoicing/document.jte",
            "letters/sheet.jte",
            "credit/pack-paper.jte",
            "metrics/paper.jte",
            "messaging/letter.jte",
            "messaging/joint.jte",
            "statements/paper-head.jte",
            "statements/paper-style.jte",
            "statements/receipt.jte",
            "statements/sheet.jte");

    @Test
    void no_template_carries_inline_style_or_script() throws IOException {
        for (Path template : templates()) {
            if (PAPERS.stream().noneMatch(template::endsWith)) {
                assertThat(Files.readString(template)).as(template.toString()).doesNotContainPattern(INLINE);
            }
        }
    }

    @Test
    void only_what_we_draw_is_written_unescaped() throws IOException {
        for (Path template : templates()) {
            if (!template.endsWith("web/icon.jte") && !template.endsWith("payments/qr.jte")) {
                assertThat(Files.readString(template)).as(template.toString()).doesNotContain("$unsafe");
            }
        }
    }

    /** Before there is a session there is nothing that a foreign page could use: the link or code is in the request. */
    private static final List<String> WITHOUT_SESSION = List.of("portal/link.jte", "portal/genuine.jte");

    @Test
    void each_form_that_changes_something_carries_the_token() throws IOException {
        for (Path template : templates()) {
            if (WITHOUT_SESSION.stream().anyMatch(template::endsWith)) {
                continue;
            }
            String text = Files.readString(template);
            int posts = text.split("method=\"post\"", -1).length;
            int tokens = text.split("name=\"_csrf\"|@template\\.portal\\.form\\(", -1).length;
            assertThat(tokens).as(template.toString()).isGreaterThanOrEqualTo(posts);
        }
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
