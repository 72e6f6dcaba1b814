package dev.dunwell.access;

import java.util.Arrays;
import java.util.List;

/** The pages of the settings, in the order of their tabs; each module shows its own. */
public enum SettingsTab {
    ORGANISATION("Organisation", "/settings/organisation"),
    LETTERHEAD("Letterhead", "/settings/letterhead"),
    STRATEGIES("Strategies", "/settings/strategies"),
    LETTERS("Letters", "/settings/letters"),
    MAILBOX("Mailbox", "/settings/mailbox"),
    TEXT_MESSAGES("Text messages", "/settings/text-messages"),
    TERMS("Terms", "/settings/terms"),
    LATE_PAYMENT("Late payment", "/settings/late-payment"),
    CONTACT("Contact", "/settings/contact"),
    WAYS_TO_PAY("Ways to pay", "/settings/ways-to-pay"),
    INVOICING("Invoicing", "/settings/invoicing"),
    DOOR("Payer’s door", "/settings/door"),
    CASH("Cash", "/settings/cash"),
    ACCOUNTING("Accounting", "/settings/accounting"),
    PERIODS("Periods", "/settings/periods"),
    PEOPLE("People", "/settings/people"),
    KEYS("Keys", "/settings/keys"),
    INTEGRITY("Integrity", "/settings/integrity"),
    AUDIT("Audit", "/settings/audit"),
    YOU("You", "/password");

    private final String title;
    private final String url;

    SettingsTab(String title, String url) {
        this.title = title;
        this.url = url;
    }

    public String title() {
        return title;
    }

    public String url() {
        return url;
    }

    /** The tabs that a caller may see. */
    public static List<SettingsTab> openTo(Caller caller) {
        return Arrays.stream(values())
                .filter(tab -> caller.may("GET " + tab.url))
                .toList();
    }
}
