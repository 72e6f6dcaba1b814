package dev.dunwell.portal.web;

import dev.dunwell.deals.PrintQuote;
import dev.dunwell.portal.DoorQuotes;
import dev.dunwell.portal.Payer;
import dev.dunwell.portal.ReplyToQuote;
import dev.dunwell.web.BadInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A quote as its customer sees it: what is offered under which terms, and the answer to it. */
@Controller
class QuotePage {

    private final DoorQuotes doorQuotes;
    private final PrintQuote printQuote;
    private final ReplyToQuote replyToQuote;

    QuotePage(DoorQuotes doorQuotes, PrintQuote printQuote, ReplyToQuote replyToQuote) {
        this.doorQuotes = doorQuotes;
        this.printQuote = printQuote;
        this.replyToQuote = replyToQuote;
    }

    @GetMapping("/door/{place}/quotes/{id}")
    String show(Payer payer, @PathVariable long id, Model model) {
        String language = payer.words().language();
        model.addAttribute(
                "view", new QuoteView(payer, payer.words(), printQuote.read(doorQuotes.one(payer, id), language)));
        return "portal/quote";
    }

    @PostMapping("/door/{place}/quotes/{id}/answer")
    ModelAndView answer(
            Payer payer,
            @PathVariable long id,
            @RequestParam String answer,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String reason) {
        boolean isAccepted = switch (answer) {
            case "accepted" -> true;
            case "declined" -> false;
            default -> throw BadInput.in("answer", "Say whether you accept or decline it.");
        };
        replyToQuote.reply(payer, id, new ReplyToQuote.Reply(isAccepted, by, reason));
        return Go.to("/door/" + payer.here().key() + "/quotes/" + id);
    }
}
