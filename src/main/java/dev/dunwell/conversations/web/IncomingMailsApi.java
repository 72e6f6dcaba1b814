package dev.dunwell.conversations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.conversations.AnswerMail;
import dev.dunwell.conversations.GiveMail;
import dev.dunwell.conversations.Inbox;
import dev.dunwell.conversations.ReceiveMail;
import dev.dunwell.conversations.ReceivedMail;
import dev.dunwell.conversations.SettleMail;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mails that came, for programs; also the way in for a mail server that hands mail on. */
@RestController
class IncomingMailsApi {

    private static final int MOST = 1_000;

    private final Inbox inbox;
    private final ReceiveMail receiveMail;
    private final SettleMail settleMail;
    private final GiveMail giveMail;
    private final AnswerMail answerMail;
    private final Customers customers;
    private final Clock clock;

    IncomingMailsApi(
            Inbox inbox,
            ReceiveMail receiveMail,
            SettleMail settleMail,
            GiveMail giveMail,
            AnswerMail answerMail,
            Customers customers,
            Clock clock) {
        this.inbox = inbox;
        this.receiveMail = receiveMail;
        this.settleMail = settleMail;
        this.giveMail = giveMail;
        this.answerMail = answerMail;
        this.customers = customers;
        this.clock = clock;
    }

    /** @param knownBy token, message_id, sender, number or person; null while it is nobody's */
    record Entry(
            long id,
            Instant receivedAt,
            String from,
            String fromName,
            String subject,
            String writer,
            String answer,
            @Nullable Long customer,
            @Nullable String knownBy,
            @Nullable LocalDate awayUntil,
            @Nullable String assignee,
            @Nullable LocalDate readOn,
            @Nullable String readBy) {

        static Entry of(ReceivedMail mail) {
            return new Entry(
                    mail.id(),
                    mail.receivedAt(),
                    mail.fromAddress(),
                    mail.fromName(),
                    mail.subject(),
                    mail.writer().code(),
                    mail.answer(),
                    mail.customerId(),
                    mail.by(),
                    mail.awayUntil(),
                    mail.assignee(),
                    mail.settledOn(),
                    mail.settledBy());
        }
    }

    record Report(
            String kind,
            String address,
            String status,
            String said,
            @Nullable Long message) {}

    record File(int number, String name, String mediaType, long size) {}

    record Whole(Entry mail, String quoted, String signature, List<File> files, List<Report> reports) {}

    record Taken(@Nullable Long id, boolean isNew) {}

    record Reading(boolean read) {}

    record Owner(String customer) {}

    record Reply(String subject, String text) {}

    record Written(long message) {}

    @Operation(summary = "Mails that came, newest first; when there are more, the Link header names the next page")
    @GetMapping("/api/v1/incoming-mails")
    ResponseEntity<List<Entry>> list(@RequestParam @Nullable String show, @RequestParam @Nullable String cursor) {
        Inbox.Show which = Arrays.stream(Inbox.Show.values())
                .filter(each -> each.code().equals(show))
                .findFirst()
                .orElse(Inbox.Show.ALL);
        Slice<ReceivedMail> page = inbox.page(which, null, Cursor.parse(cursor, 1), MOST);
        var headers = new HttpHeaders();
        if (page.next() != null) {
            headers.set(
                    HttpHeaders.LINK,
                    "</api/v1/incoming-mails?show=%s&cursor=%s>; rel=\"next\"".formatted(which.code(), page.next()));
        }
        return ResponseEntity.ok()
                .headers(headers)
                .body(page.rows().stream().map(Entry::of).toList());
    }

    @Operation(summary = "A mail with what it quotes, its files and what it reports")
    @GetMapping("/api/v1/incoming-mails/{id}")
    Whole one(@PathVariable long id) {
        ReceivedMail.Whole whole = inbox.one(id);
        return new Whole(
                Entry.of(whole.mail()),
                whole.mail().quoted(),
                whole.mail().signature(),
                whole.files().stream()
                        .map(f -> new File(f.number(), f.name(), f.mediaType(), f.size()))
                        .toList(),
                whole.reports().stream()
                        .map(r -> new Report(r.kind().code(), r.address(), r.status(), r.said(), r.messageId()))
                        .toList());
    }

    @Operation(summary = "Hand in a mail as it travelled; the same mail twice is one mail")
    @PostMapping("/api/v1/incoming-mails")
    ResponseEntity<Taken> take(
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, defaultValue = "") String type, @RequestBody byte[] raw) {
        if (!type.startsWith("message/rfc822")) {
            throw Refusal.malformed("not-a-mail", "Send the mail as it travelled, with Content-Type: message/rfc822.");
        }
        Optional<Long> id = receiveMail.receive(raw, clock.instant());
        return ResponseEntity.status(id.isPresent() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Taken(id.orElse(null), id.isPresent()));
    }

    @Operation(summary = "Take a mail off the inbox, or put it back")
    @PostMapping("/api/v1/incoming-mails/{id}/reading")
    Entry read(Caller caller, @PathVariable long id, @RequestBody Reading reading) {
        settleMail.settle(caller, id, reading.read());
        return Entry.of(inbox.one(id).mail());
    }

    @Operation(summary = "Say whose mail it is")
    @PostMapping("/api/v1/incoming-mails/{id}/customer")
    Entry give(Caller caller, @PathVariable long id, @RequestBody Owner owner) {
        long customer = customers
                .byNumber(owner.customer())
                .orElseThrow(() -> BadInput.in("customer", "There is no customer " + owner.customer() + "."))
                .id();
        giveMail.give(caller, id, customer);
        return Entry.of(inbox.one(id).mail());
    }

    @Operation(summary = "Answer a person's mail; it leaves through the outbox")
    @PostMapping("/api/v1/incoming-mails/{id}/replies")
    ResponseEntity<Written> reply(Caller caller, @PathVariable long id, @RequestBody Reply reply) {
        long message = answerMail.answer(caller, id, reply.subject(), reply.text());
        return ResponseEntity.status(HttpStatus.CREATED).body(new Written(message));
    }
}
