package dev.dunwell.letters.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.letters.LetterBatch;
import dev.dunwell.letters.LetterBatches;
import dev.dunwell.letters.PaperLetter;
import dev.dunwell.letters.PostLetters;
import dev.dunwell.letters.PrintLetters;
import dev.dunwell.letters.WriteLetter;
import dev.dunwell.messaging.Letters;
import dev.dunwell.messaging.Tone;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Letters on paper for programs: what waits, batches, posting. */
@RestController
class LettersApi {

    private final LetterBatches batches;
    private final PrintLetters printLetters;
    private final PostLetters postLetters;
    private final WriteLetter writeLetter;
    private final Customers customers;

    LettersApi(
            LetterBatches batches,
            PrintLetters printLetters,
            PostLetters postLetters,
            WriteLetter writeLetter,
            Customers customers) {
        this.batches = batches;
        this.printLetters = printLetters;
        this.postLetters = postLetters;
        this.writeLetter = writeLetter;
        this.customers = customers;
    }

    /** A letter; {@code message} is its id among the messages. */
    record Entry(long message, String customer, String template, List<String> items, String address, String state) {

        static Entry of(PaperLetter letter) {
            return new Entry(
                    letter.messageId(),
                    letter.customerNumber(),
                    letter.template(),
                    letter.items(),
                    letter.address(),
                    letter.state());
        }
    }

    record Batch(
            long id,
            String state,
            int letters,
            Instant printedAt,
            String printedBy,
            @Nullable LocalDate postedOn) {

        static Batch of(LetterBatch batch) {
            return new Batch(
                    batch.id(), batch.state(), batch.letters(), batch.printedAt(), batch.printedBy(), batch.postedOn());
        }
    }

    /** @param tone gentle, neutral or firm; null: neutral */
    record Wanted(String template, @Nullable String tone) {}

    record Written(long message) {}

    record Posting(@Nullable LocalDate on) {}

    @Operation(summary = "Letters on paper that wait to be printed")
    @GetMapping("/api/v1/letters")
    List<Entry> waiting() {
        return batches.waiting().stream().map(Entry::of).toList();
    }

    @Operation(summary = "Write a letter on paper to a customer about all that can be asked for")
    @PostMapping("/api/v1/customers/{number}/letters")
    @ResponseStatus(HttpStatus.CREATED)
    Written write(Caller caller, @PathVariable String number, @RequestBody Wanted wanted) {
        Customer customer = customers.byNumber(number).orElseThrow(() -> new NotFound("customer"));
        if (!Letters.TEMPLATES.contains(wanted.template)) {
            throw BadInput.in("template", "Choose one of " + String.join(", ", Letters.TEMPLATES) + ".");
        }
        Tone tone = wanted.tone == null
                ? Tone.NEUTRAL
                : Tone.ofCode(wanted.tone).orElseThrow(() -> BadInput.in("tone", "A tone is gentle, neutral or firm."));
        return new Written(writeLetter.write(caller, customer.id(), wanted.template, tone));
    }

    @Operation(summary = "The latest batches of printed letters, the latest first")
    @GetMapping("/api/v1/letter-batches")
    List<Batch> batches() {
        return batches.latest().stream().map(Batch::of).toList();
    }

    @Operation(summary = "Print the letters that wait, up to a hundred, into one batch")
    @PostMapping("/api/v1/letter-batches")
    @ResponseStatus(HttpStatus.CREATED)
    Batch print(Caller caller) {
        return printLetters
                .print(caller)
                .map(Batch::of)
                .orElseThrow(() -> Refusal.conflict("nothing-to-print", "No letter waits to be printed now."));
    }

    @Operation(summary = "The letters of a batch")
    @GetMapping("/api/v1/letter-batches/{id}/letters")
    List<Entry> ofBatch(@PathVariable long id) {
        batches.byId(id);
        return batches.letters(id).stream().map(Entry::of).toList();
    }

    @Operation(summary = "A batch went to the post on a day, today unless said otherwise")
    @PostMapping("/api/v1/letter-batches/{id}/posting")
    Batch post(Caller caller, @PathVariable long id, @RequestBody Posting posting) {
        LocalDate on = posting.on == null ? caller.today() : posting.on;
        return Batch.of(postLetters.post(caller, id, on));
    }

    @Operation(summary = "Take a batch back that was not posted; its letters wait again")
    @PostMapping("/api/v1/letter-batches/{id}/undo")
    Batch undo(Caller caller, @PathVariable long id) {
        return Batch.of(postLetters.undo(caller, id));
    }
}
