package dev.dunwell.messaging.web;

import dev.dunwell.access.Caller;
import dev.dunwell.messaging.Letter;
import dev.dunwell.messaging.Message;
import dev.dunwell.messaging.Messages;
import dev.dunwell.messaging.Outbox;
import dev.dunwell.messaging.State;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages for programs. */
@RestController
class MessagesApi {

    private static final int MOST = 10_000;

    private final Messages messages;
    private final Outbox outbox;

    MessagesApi(Messages messages, Outbox outbox) {
        this.messages = messages;
        this.outbox = outbox;
    }

    /**
     * @param customer the customer's number
     * @param items the numbers of the invoices it is about
     * @param detail what became of it, one sentence
     */
    record Entry(
            long id,
            String customer,
            int stage,
            String template,
            List<String> items,
            String state,
            String to,
            @Nullable String subject,
            LocalDate date,
            @Nullable Instant sentAt,
            @Nullable String detail) {

        static Entry of(Message message) {
            return new Entry(
                    message.id(),
                    message.customerNumber(),
                    message.stage(),
                    message.template(),
                    message.items(),
                    message.state().code(),
                    message.toAddress(),
                    message.subject(),
                    message.windowOn(),
                    message.sentAt(),
                    message.detail());
        }
    }

    record Step(Instant at, String state, @Nullable String detail) {}

    record Whole(Entry message, String messageId, String subject, String text, String html, List<Step> journal) {}

    @Operation(summary = "Messages of a night; when there are more, the Link header names the next page")
    @GetMapping("/api/v1/messages")
    ResponseEntity<List<Entry>> list(
            Caller caller,
            @RequestParam @Nullable LocalDate date,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String cursor) {
        LocalDate night = date == null ? caller.today() : date;
        State only = StateFilter.of(state);
        Slice<Message> page = messages.of(night, only, Cursor.parse(cursor, 1), MOST);
        var headers = new HttpHeaders();
        if (page.next() != null) {
            String filter = only == null ? "" : "&state=" + only.code();
            headers.set(
                    HttpHeaders.LINK,
                    "</api/v1/messages?date=%s%s&cursor=%s>; rel=\"next\"".formatted(night, filter, page.next()));
        }
        return ResponseEntity.ok()
                .headers(headers)
                .body(page.rows().stream().map(Entry::of).toList());
    }

    @Operation(summary = "A message with its words and its journal")
    @GetMapping("/api/v1/messages/{id}")
    Whole one(@PathVariable long id) {
        Message message = messages.one(id);
        Letter letter = messages.letter(id);
        List<Step> journal = messages.journal(id).stream()
                .map(step -> new Step(step.at(), step.state().code(), step.detail()))
                .toList();
        return new Whole(
                Entry.of(message), message.messageId(), letter.subject(), letter.text(), letter.html(), journal);
    }

    @Operation(summary = "Keep a message back that has not left")
    @PostMapping("/api/v1/messages/{id}/recall")
    Entry recall(Caller caller, @PathVariable long id) {
        outbox.recall(id, caller.actor());
        return Entry.of(messages.one(id));
    }

    @Operation(summary = "Send a failed or unconfirmed message again: it was not sent")
    @PostMapping("/api/v1/messages/{id}/resend")
    Entry resend(Caller caller, @PathVariable long id) {
        outbox.resend(id, caller.actor());
        return Entry.of(messages.one(id));
    }

    @Operation(summary = "An unconfirmed message was sent after all")
    @PostMapping("/api/v1/messages/{id}/confirmation")
    Entry confirm(Caller caller, @PathVariable long id) {
        outbox.confirmSent(id, caller.actor());
        return Entry.of(messages.one(id));
    }
}
