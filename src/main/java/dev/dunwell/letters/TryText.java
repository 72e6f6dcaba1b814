package dev.dunwell.letters;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.ComposeLetter;
import dev.dunwell.collections.PrepareCall;
import dev.dunwell.messaging.Draft;
import dev.dunwell.messaging.LetterPage;
import dev.dunwell.messaging.LetterRefused;
import dev.dunwell.messaging.Letters;
import dev.dunwell.messaging.SampleFacts;
import dev.dunwell.messaging.Scripts;
import dev.dunwell.messaging.Stationery;
import dev.dunwell.messaging.Text;
import dev.dunwell.messaging.TextKey;
import dev.dunwell.messaging.Texts;
import dev.dunwell.messaging.Tone;
import dev.dunwell.messaging.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills a text in that nobody has saved yet: for a customer as it would be sent today, or with made-up facts where no
 * customer is chosen or nothing can be asked of the one that is. Nothing is kept.
 */
@Component
public class TryText {

    private static final int CANDIDATES = 50;
    private static final int NONE_YET = 1;

    private final ComposeLetter composeLetter;
    private final PrepareCall prepareCall;
    private final Letters letters;
    private final Texts texts;
    private final JdbcClient db;

    TryText(ComposeLetter composeLetter, PrepareCall prepareCall, Letters letters, Texts texts, JdbcClient db) {
        this.composeLetter = composeLetter;
        this.prepareCall = prepareCall;
        this.letters = letters;
        this.texts = texts;
        this.db = db;
    }

    /** A customer to try a text on. */
    public record Candidate(long id, String number, String name) {}

    /**
     * What became of it.
     *
     * @param to whom it would go, with what the reader should know about that
     * @param blocks of a script; empty for a letter
     * @param refused why it cannot be written; then the rest is empty
     */
    public record Tried(
            String to,
            String subject,
            String text,
            List<LetterPage.Block> blocks,
            @Nullable String refused) {}

    /** Those who owe most of what is overdue. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates() {
        return db.sql("""
                select c.id, c.number, c.name
                from customer_standing s
                join customer c on c.org_id = s.org_id and c.id = s.customer_id
                order by s.overdue_amount desc, c.id
                limit :most
                """)
                .param("most", CANDIDATES)
                .query((row, _) -> new Candidate(row.getLong("id"), row.getString("number"), row.getString("name")))
                .list();
    }

    /** @param customerId null for made-up facts */
    @Transactional(readOnly = true)
    public Tried of(Caller caller, TextKey key, String source, @Nullable Long customerId) {
        Stationery stationery = texts.current().with(new Text(key, NONE_YET, source));
        try {
            return key.kind() != TextKey.Kind.SCRIPT
                    ? letter(caller, key, stationery, customerId)
                    : script(caller, key, stationery, customerId);
        } catch (LetterRefused refused) {
            return new Tried("", "", "", List.of(), refused.getMessage());
        }
    }

    private Tried letter(Caller caller, TextKey key, Stationery stationery, @Nullable Long customerId) {
        Optional<Draft> draft = customerId == null
                ? Optional.empty()
                : composeLetter.of(
                        caller.organisation(),
                        caller.today(),
                        customerId,
                        key.name(),
                        Tone.ofCode(key.variant()).orElseThrow());
        var letter = letters.render(
                key, draft.map(Draft::words).orElseGet(() -> SampleFacts.of(key.language(), 2)), stationery);
        return new Tried(
                draft.map(d -> to(d, key)).orElseGet(() -> madeUp(customerId)),
                letter.subject(),
                letter.text(),
                List.of(),
                null);
    }

    private Tried script(Caller caller, TextKey key, Stationery stationery, @Nullable Long customerId) {
        Optional<PrepareCall.Prepared> call =
                customerId == null ? Optional.empty() : prepareCall.of(caller, customerId);
        Map<String, Object> model =
                call.map(PrepareCall.Prepared::model).orElseGet(() -> SampleFacts.of(key.language(), 2));
        Scripts.Script script = Scripts.of(stationery, key, model)
                .orElseThrow(() -> new LetterRefused("There are no words yet: write some."));
        String to = call.map(prepared ->
                        "As it would stand beside the call to this customer; it is " + prepared.because() + ".")
                .orElseGet(() -> madeUp(customerId));
        return new Tried(to, "", "", script.blocks(), null);
    }

    private static String to(Draft draft, TextKey key) {
        String address = draft.toAddress().isEmpty()
                ? "nobody: no address is known"
                : draft.toAddress().replace("\n", ", ");
        String language = Wording.of(draft.language()).language();
        String note = language.equals(key.language())
                ? ""
                : " This customer reads “" + language + "” and would get the text in that language.";
        return "To " + (draft.toName().isEmpty() ? "" : draft.toName() + ", ") + address + "." + note;
    }

    private static String madeUp(@Nullable Long customerId) {
        return customerId == null
                ? "With made-up facts; choose a customer to see it as it would be sent."
                : "Nothing can be asked of this customer today, so these facts are made up.";
    }
}
