package dev.dunwell.messaging.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.messaging.EditMessage;
import dev.dunwell.messaging.EditedWords;
import dev.dunwell.messaging.EnclosedFiles;
import dev.dunwell.messaging.Letter;
import dev.dunwell.messaging.LetterRefused;
import dev.dunwell.messaging.Message;
import dev.dunwell.messaging.Messages;
import dev.dunwell.messaging.Outbox;
import dev.dunwell.messaging.State;
import dev.dunwell.messaging.Way;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** What was written to customers: the list of a night, and one message with its words. */
@Controller
class MessagesPage {

    private static final int ROWS = 50;

    /** The words of a letter may have come from anybody: nothing in them runs, loads or leads away. */
    private static final String LETTER_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

    private final Messages messages;
    private final Outbox outbox;
    private final EnclosedFiles enclosed;
    private final EditedWords edited;
    private final EditMessage editMessage;

    MessagesPage(
            Messages messages, Outbox outbox, EnclosedFiles enclosed, EditedWords edited, EditMessage editMessage) {
        this.messages = messages;
        this.outbox = outbox;
        this.enclosed = enclosed;
        this.edited = edited;
        this.editMessage = editMessage;
    }

    @GetMapping("/messages")
    String list(
            Caller caller,
            @RequestParam @Nullable LocalDate date,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String cursor,
            Model model) {
        LocalDate night = date == null ? caller.today() : date;
        State only = StateFilter.of(state);
        Cursor after = Cursor.parse(cursor, 1);
        model.addAttribute(
                "view",
                new MessagesView(
                        night,
                        only,
                        messages.counts(night),
                        messages.of(night, only, after, ROWS),
                        after == null,
                        caller.organisation().mailMode() == MailMode.SINK));
        return "messaging/messages";
    }

    @GetMapping("/messages/{id}")
    String one(Caller caller, @PathVariable long id, Model model) {
        Message message = messages.one(id);
        State state = message.state();
        model.addAttribute(
                "view",
                new MessageView(
                        message,
                        letter(id),
                        messages.journal(id),
                        enclosed.of(List.of(id)).getOrDefault(id, List.of()),
                        edited.of(id).orElse(null),
                        state.isRecallable() && caller.may("POST /messages/{id}/recall"),
                        state.isStuck() && caller.may("POST /messages/{id}/resend"),
                        message.way() == Way.MAIL
                                && (state.isWaiting() || state == State.FAILED)
                                && caller.may("POST /messages/{id}/paper"),
                        editMessage.isPossible(id) && caller.may("POST /messages/{id}/words")));
        return "messaging/message";
    }

    /** The letter alone, for the frame in the page. */
    @GetMapping(path = "/messages/{id}/body", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String body(@PathVariable long id, HttpServletResponse response) {
        Letter letter = letter(id);
        if (letter == null) {
            throw new NotFound("letter");
        }
        response.setHeader("Content-Security-Policy", LETTER_POLICY);
        return letter.html();
    }

    @PostMapping("/messages/{id}/recall")
    RedirectView recall(Caller caller, @PathVariable long id, RedirectAttributes next) {
        return decided(id, next, "Recalled. The next night decides anew.", () -> outbox.recall(id, caller.actor()));
    }

    @PostMapping("/messages/{id}/resend")
    RedirectView resend(Caller caller, @PathVariable long id, RedirectAttributes next) {
        return decided(id, next, "It leaves again within a minute.", () -> outbox.resend(id, caller.actor()));
    }

    @PostMapping("/messages/{id}/confirmation")
    RedirectView confirm(Caller caller, @PathVariable long id, RedirectAttributes next) {
        return decided(id, next, "Kept as sent.", () -> outbox.confirmSent(id, caller.actor()));
    }

    private static RedirectView decided(long id, RedirectAttributes next, String done, Runnable decision) {
        try {
            decision.run();
            next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done(done));
        } catch (Refusal refusal) {
            next.addFlashAttribute(Flash.ATTRIBUTE, Flash.refused(refusal.reason()));
        }
        var view = new RedirectView("/messages/" + id, true, true, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    private @Nullable Letter letter(long id) {
        try {
            return messages.letter(id);
        } catch (LetterRefused _) {
            return null;
        }
    }
}
