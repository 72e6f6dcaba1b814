package dev.dunwell.conversations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.People;
import dev.dunwell.access.Person;
import dev.dunwell.conversations.AcceptSender;
import dev.dunwell.conversations.AnswerMail;
import dev.dunwell.conversations.GiveMail;
import dev.dunwell.conversations.HandMail;
import dev.dunwell.conversations.Inbox;
import dev.dunwell.conversations.ReceivedMail;
import dev.dunwell.conversations.SettleMail;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Choice;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One mail: what it says, whose it is, and what to do with it. */
@Controller
class MailPage {

    private final Inbox inbox;
    private final People people;
    private final Customers customers;
    private final SettleMail settleMail;
    private final GiveMail giveMail;
    private final AcceptSender acceptSender;
    private final HandMail handMail;
    private final AnswerMail answerMail;

    MailPage(
            Inbox inbox,
            People people,
            Customers customers,
            SettleMail settleMail,
            GiveMail giveMail,
            AcceptSender acceptSender,
            HandMail handMail,
            AnswerMail answerMail) {
        this.inbox = inbox;
        this.people = people;
        this.customers = customers;
        this.settleMail = settleMail;
        this.giveMail = giveMail;
        this.acceptSender = acceptSender;
        this.handMail = handMail;
        this.answerMail = answerMail;
    }

    @GetMapping("/inbox/{id}")
    String mail(Caller caller, @PathVariable long id, Model model) {
        ReceivedMail.Whole whole = inbox.one(id);
        model.addAttribute("view", view(caller, whole, reply(whole.mail().subject()), "", ""));
        return "conversations/mail";
    }

    @PostMapping("/inbox/{id}/reading")
    ModelAndView read(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "true") boolean read) {
        settleMail.settle(caller, id, read);
        return Onward.to(
                read ? "/inbox" : here(id),
                Flash.done(
                        read
                                ? "Read. What waited for it is decided anew."
                                : "Unread again: nothing goes out until it is read."));
    }

    @PostMapping("/inbox/{id}/customer")
    ModelAndView give(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String customer) {
        return acted(id, "It is on the customer’s timeline now.", () -> {
            Customer whose = customers
                    .byNumber(customer.strip())
                    .orElseThrow(() -> BadInput.in("customer", "There is no customer " + customer + "."));
            giveMail.give(caller, id, whose.id());
        });
    }

    @PostMapping("/inbox/{id}/contact")
    ModelAndView accept(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "other") String role) {
        return acted(
                id,
                "A contact now: the next mail is known by its sender.",
                () -> acceptSender.accept(caller, id, role(role)));
    }

    @PostMapping("/inbox/{id}/assignee")
    ModelAndView hand(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String assignee) {
        return acted(
                id,
                assignee.isEmpty() ? "Nobody in particular looks after it." : assignee + " looks after it.",
                () -> handMail.hand(caller, id, assignee.isEmpty() ? null : assignee));
    }

    @PostMapping("/inbox/{id}/replies")
    ModelAndView reply(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text) {
        try {
            long message = answerMail.answer(caller, id, subject, text);
            return Onward.to(
                    "/messages/" + message, Flash.done("It leaves in a moment; until then it can be recalled."));
        } catch (BadInput | Refusal refused) {
            var page = new ModelAndView("conversations/mail", HttpStatus.UNPROCESSABLE_CONTENT);
            return page.addObject("view", view(caller, inbox.one(id), subject, text, why(refused)));
        }
    }

    private MailView view(Caller caller, ReceivedMail.Whole whole, String subject, String text, String refused) {
        return new MailView(
                whole,
                people.all().stream()
                        .map(Person::name)
                        .map(name -> new Choice(name, name))
                        .toList(),
                caller.may("POST /inbox/{id}/replies"),
                subject,
                text,
                refused);
    }

    private static ModelAndView acted(long id, String done, Runnable act) {
        try {
            act.run();
            return Onward.to(here(id), Flash.done(done));
        } catch (BadInput | Refusal refused) {
            return Onward.to(here(id), Flash.refused(why(refused)));
        }
    }

    private static String why(RuntimeException refused) {
        return switch (refused) {
            case BadInput bad -> bad.problems().getFirst().message();
            case Refusal refusal -> refusal.reason();
            default -> throw refused;
        };
    }

    private static Contact.Role role(String code) {
        try {
            return Contact.Role.ofCode(code);
        } catch (IllegalArgumentException _) {
            throw BadInput.in("role", "Choose a role from the list.");
        }
    }

    private static String reply(String subject) {
        return subject.matches("(?i)\\s*(?:re|aw|sv|rép)\\s*:.*") ? subject : "Re: " + subject;
    }

    private static String here(long id) {
        return "/inbox/" + id;
    }
}
