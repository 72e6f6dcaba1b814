package dev.dunwell.conversations.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.conversations.ChangeMailAccount;
import dev.dunwell.conversations.FetchMail;
import dev.dunwell.conversations.MailAccount;
import dev.dunwell.conversations.MailAccount.TokenIn;
import dev.dunwell.conversations.MailAccounts;
import dev.dunwell.messaging.SmtpSettings.Tls;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Settings: the mailbox that answers come to. The password goes in and never comes out. */
@Controller
class MailboxPage {

    private static final String ADDRESS = "/settings/mailbox";
    private static final MailAccount EMPTY =
            new MailAccount("", 993, Tls.IMPLICIT, "", "INBOX", "", TokenIn.ADDRESS, true, null, null);

    private final MailAccounts accounts;
    private final ChangeMailAccount changeMailAccount;
    private final FetchMail fetchMail;

    MailboxPage(MailAccounts accounts, ChangeMailAccount changeMailAccount, FetchMail fetchMail) {
        this.accounts = accounts;
        this.changeMailAccount = changeMailAccount;
        this.fetchMail = fetchMail;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        return page(caller, accounts.current().orElse(EMPTY), "");
    }

    @PostMapping(ADDRESS)
    ModelAndView change(Caller caller, @RequestParam Map<String, String> form) {
        MailAccount account = read(form);
        try {
            changeMailAccount.change(caller.actor(), account, form.getOrDefault("password", ""));
            return Onward.to(ADDRESS, Flash.done("Saved. Mail is read that comes from now on; try it below."));
        } catch (BadInput bad) {
            ModelAndView page = page(caller, account, bad.problems().getFirst().message());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping(ADDRESS + "/test")
    ModelAndView tryOut(Caller caller) {
        FetchMail.Tried tried = fetchMail.tryOut();
        return Onward.to(ADDRESS, tried.isOpen() ? Flash.done(tried.said()) : Flash.refused(tried.said()));
    }

    private ModelAndView page(Caller caller, MailAccount account, String refused) {
        return new ModelAndView("conversations/mailbox")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("account", account)
                .addObject("isThere", accounts.current().isPresent())
                .addObject("refused", refused)
                .addObject("mayChange", caller.may("POST " + ADDRESS));
    }

    private static MailAccount read(Map<String, String> form) {
        String port = form.getOrDefault("port", "").strip();
        return new MailAccount(
                form.getOrDefault("host", "").strip(),
                port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0,
                choice(Tls.class, form.getOrDefault("tls", ""), Tls.IMPLICIT),
                form.getOrDefault("user", "").strip(),
                form.getOrDefault("folder", "INBOX").strip(),
                form.getOrDefault("address", "").strip(),
                choice(TokenIn.class, form.getOrDefault("tokenIn", ""), TokenIn.ADDRESS),
                form.containsKey("isOn"),
                null,
                null);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String code, E usual) {
        try {
            return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return usual;
        }
    }
}
