package dev.dunwell.timeline;

import dev.dunwell.web.Icon;
import java.util.Arrays;
import java.util.Locale;

/** What sort of thing happened, the group it is looked for in, and its sign. */
public enum Kind {
    INVOICE(Group.MONEY, Icon.INVOICE),
    CREDIT_NOTE(Group.MONEY, Icon.CREDIT),
    PAYMENT(Group.MONEY, Icon.MONEY),
    REFUND(Group.MONEY, Icon.CREDIT),
    TRANSFER(Group.MONEY, Icon.NEXT),
    TRANSFER_IN(Group.MONEY, Icon.MONEY),
    PAYMENT_REVERSAL(Group.MONEY, Icon.UNDO),
    CREDIT_NOTE_REVERSAL(Group.MONEY, Icon.UNDO),
    DEDUCTION(Group.MONEY, Icon.DISPUTE),
    WRITE_OFF(Group.MONEY, Icon.STOP),
    RECOVERY(Group.MONEY, Icon.MONEY),
    CHARGE(Group.MONEY, Icon.DEADLINE),
    MESSAGE(Group.MAIL, Icon.MAIL),
    LETTER(Group.MAIL, Icon.LETTER),
    SMS(Group.MAIL, Icon.MESSAGE),
    NOTICE(Group.MAIL, Icon.PIN),
    MAIL(Group.MAIL, Icon.MAIL_READ),
    CALL(Group.CALLS, Icon.CALL),
    MEETING(Group.CALLS, Icon.PERSON),
    NOTE(Group.CALLS, Icon.NOTE),
    PROMISE(Group.DECISIONS, Icon.PROMISE),
    HOLD(Group.DECISIONS, Icon.HOLD),
    DISPUTE(Group.DECISIONS, Icon.DISPUTE),
    QUESTION(Group.DECISIONS, Icon.QUESTION),
    PLAN(Group.DECISIONS, Icon.DEADLINE),
    QUOTE(Group.DECISIONS, Icon.INVOICE),
    FLAG(Group.DECISIONS, Icon.PIN),
    PLACEMENT(Group.DECISIONS, Icon.AGENCY),
    RECALL(Group.DECISIONS, Icon.UNDO),
    AGENCY(Group.CALLS, Icon.AGENCY);

    private final Group group;
    private final Icon icon;

    Kind(Group group, Icon icon) {
        this.group = group;
        this.icon = icon;
    }

    /** What a reader may want to see alone. */
    public enum Group {
        ALL("All"),
        MAIL("Mail"),
        CALLS("Calls"),
        MONEY("Money"),
        DECISIONS("Decisions");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** In a URL, {@code money}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kinds in it, by their codes. */
        String[] kinds() {
            return Arrays.stream(Kind.values())
                    .filter(kind -> this == ALL || kind.group == this)
                    .map(Kind::code)
                    .toArray(String[]::new);
        }
    }

    public Icon icon() {
        return icon;
    }

    /** In the database and the API, {@code credit_note}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
