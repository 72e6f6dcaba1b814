package dev.dunwell.conversations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.conversations.Inbox;
import dev.dunwell.conversations.MailAccount;
import dev.dunwell.conversations.MailAccounts;
import dev.dunwell.web.Cursor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What customers wrote: what is unread, what is nobody's, everything. */
@Controller
class InboxPage {

    private static final int ROWS = 50;

    private final Inbox inbox;
    private final MailAccounts accounts;

    InboxPage(Inbox inbox, MailAccounts accounts) {
        this.inbox = inbox;
        this.accounts = accounts;
    }

    @GetMapping("/inbox")
    String list(
            Caller caller, @RequestParam @Nullable String show, @RequestParam @Nullable String cursor, Model model) {
        Inbox.Show which = Arrays.stream(Inbox.Show.values())
                .filter(each -> each.code().equals(show))
                .findFirst()
                .orElse(Inbox.Show.UNREAD);
        Cursor before = Cursor.parse(cursor, 1);
        model.addAttribute(
                "view",
                new InboxView(
                        which,
                        inbox.waiting(),
                        inbox.page(which, null, before, ROWS),
                        before == null,
                        accounts.current().filter(MailAccount::isOn).isPresent()));
        return "conversations/inbox";
    }

    /** For Today: how many answers wait. */
    @GetMapping("/today/answers")
    String waiting(Model model) {
        model.addAttribute("waiting", inbox.waiting());
        return "conversations/answers";
    }
}
