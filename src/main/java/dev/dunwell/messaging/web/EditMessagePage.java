package dev.dunwell.messaging.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Problem;
import dev.dunwell.messaging.EditMessage;
import dev.dunwell.messaging.Messages;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** Other words for one mail that waits. */
@Controller
class EditMessagePage {

    private final Messages messages;
    private final EditMessage editMessage;

    EditMessagePage(Messages messages, EditMessage editMessage) {
        this.messages = messages;
        this.editMessage = editMessage;
    }

    /** What a program sends; what is missing stays as it is. */
    record WordsJson(
            @Nullable String subject,
            @Nullable String opening,
            @Nullable String text,
            @Nullable Boolean insists) {}

    @GetMapping("/messages/{id}/words")
    ModelAndView show(@PathVariable long id) {
        EditMessage.Source source = editMessage.source(id);
        return page(id, new EditMessage.Wanted(source.subject(), "", source.text(), false), List.of());
    }

    @PostMapping("/messages/{id}/words")
    ModelAndView edit(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String opening,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String insists) {
        var wanted = new EditMessage.Wanted(subject, opening, text, !insists.isEmpty());
        try {
            editMessage.edit(caller, id, wanted);
            return Onward.to(
                    "/messages/" + id, Flash.done("Saved for this message only. It leaves when it would have."));
        } catch (BadInput bad) {
            return page(id, wanted, bad.problems());
        } catch (Refusal refused) {
            return Onward.to("/messages/" + id, Flash.refused(refused.reason()));
        }
    }

    @Operation(summary = "Other words for one mail that waits; written as texts are, and refused as they are")
    @PutMapping("/api/v1/messages/{id}/words")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void edit(Caller caller, @PathVariable long id, @RequestBody WordsJson words) {
        EditMessage.Source source = editMessage.source(id);
        editMessage.edit(
                caller,
                id,
                new EditMessage.Wanted(
                        words.subject == null ? source.subject() : words.subject,
                        words.opening == null ? "" : words.opening,
                        words.text == null ? source.text() : words.text,
                        Boolean.TRUE.equals(words.insists)));
    }

    private ModelAndView page(long id, EditMessage.Wanted wanted, List<Problem> problems) {
        var view = new EditMessageView(messages.one(id), wanted, problems);
        var page = new ModelAndView("messaging/words").addObject("view", view);
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
