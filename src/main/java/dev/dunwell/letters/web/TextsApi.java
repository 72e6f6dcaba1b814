package dev.dunwell.letters.web;

import dev.dunwell.access.Caller;
import dev.dunwell.messaging.ChangeText;
import dev.dunwell.messaging.Finding;
import dev.dunwell.messaging.LintText;
import dev.dunwell.messaging.ShippedTexts;
import dev.dunwell.messaging.Text;
import dev.dunwell.messaging.TextKey;
import dev.dunwell.messaging.TextVersion;
import dev.dunwell.messaging.Texts;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The texts of letters and call scripts for programs. */
@RestController
class TextsApi {

    private static final String ONE = "/api/v1/texts/{kind}/{name}/{language}/{variant}";

    private final Texts texts;
    private final ChangeText changeText;

    TextsApi(Texts texts, ChangeText changeText) {
        this.texts = texts;
        this.changeText = changeText;
    }

    /** @param version 0 as shipped, else the organisation's own; null when there is none */
    record Entry(
            String kind,
            String name,
            String language,
            String variant,
            @Nullable Integer version) {}

    /** @param source null: the shipped text again */
    record Version(
            int version,
            @Nullable String source,
            String reason,
            @Nullable Integer backTo,
            String author,
            LocalDate on) {

        static Version of(TextVersion version) {
            return new Version(
                    version.version(),
                    version.source(),
                    version.reason(),
                    version.backTo(),
                    version.author(),
                    version.on());
        }
    }

    /** @param history own versions, the latest first */
    record Whole(Entry text, String source, List<Version> history) {}

    /**
     * @param from the version it was begun from, 0 for the shipped
     * @param backTo a version to go back to, instead of a source
     * @param insists whether warnings are accepted
     */
    record Change(
            @Nullable String source,
            @Nullable Integer backTo,
            int from,
            @Nullable String reason,
            @Nullable Boolean insists) {}

    record Words(String source) {}

    @Operation(
            summary = "Every letter or call script by name, language and tone or situation, with its version in force")
    @GetMapping("/api/v1/texts/{kind}")
    List<Entry> list(@PathVariable String kind) {
        Map<TextKey, TextVersion> own = texts.inForce();
        return TextKey.all(kind(kind)).stream()
                .map(key -> entry(key, own.get(key)))
                .toList();
    }

    @Operation(summary = "A text as it is in force, with its own versions")
    @GetMapping(ONE)
    Whole one(@PathVariable Map<String, String> path) {
        TextKey key = TextsPage.key(path);
        List<TextVersion> history = texts.history(key);
        return new Whole(
                entry(key, history.isEmpty() ? null : history.getFirst()),
                TextView.inForce(key, history),
                history.stream().map(Version::of).toList());
    }

    @Operation(summary = "What is wrong with a text before it is saved: what blocks, and what is asked about")
    @PostMapping(ONE + "/lint")
    List<Finding> lint(@PathVariable Map<String, String> path, @RequestBody Words words) {
        return new ArrayList<>(LintText.of(TextsPage.key(path), words.source));
    }

    @Operation(summary = "Save a new version of a text, or go back to an earlier one")
    @PutMapping(ONE)
    Whole change(Caller caller, @PathVariable Map<String, String> path, @RequestBody Change change) {
        changeText.change(
                caller,
                new ChangeText.Wanted(
                        TextsPage.key(path),
                        change.source,
                        change.backTo,
                        change.from,
                        change.reason == null ? "" : change.reason,
                        Boolean.TRUE.equals(change.insists)));
        return one(path);
    }

    private static Entry entry(TextKey key, @Nullable TextVersion own) {
        Integer version = own != null && own.source() != null
                ? Integer.valueOf(own.version())
                : ShippedTexts.of(key).map(Text::version).orElse(null);
        return new Entry(key.kind().title(), key.name(), key.language(), key.variant(), version);
    }

    private static TextKey.Kind kind(String folder) {
        return Arrays.stream(TextKey.Kind.values())
                .filter(kind -> kind.folder().equals(folder))
                .findFirst()
                .orElseThrow(() -> new NotFound("kind of text"));
    }
}
