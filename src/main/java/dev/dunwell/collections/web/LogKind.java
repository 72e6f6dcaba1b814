package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.web.Icon;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms beside a customer, by what they write down, with the key that opens each. */
public enum LogKind {
    CALL("Call", "c", Icon.CALL, "contacts-log"),
    NOTE("Note", "n", Icon.NOTE, "contacts-log"),
    PROMISE("Promise", "p", Icon.PROMISE, "promises"),
    HOLD("Hold", "h", Icon.HOLD, "holds"),
    DISPUTE("Dispute", "d", Icon.DISPUTE, "disputes");

    private final String title;
    private final String key;
    private final Icon icon;
    private final String resource;

    LogKind(String title, String key, Icon icon, String resource) {
        this.title = title;
        this.key = key;
        this.icon = icon;
        this.resource = resource;
    }

    /** Those that the caller's role may write down. */
    static List<LogKind> openTo(Caller caller) {
        return Arrays.stream(values())
                .filter(kind -> caller.may("POST /customers/{id}/" + kind.resource))
                .toList();
    }

    /** As URLs write it; a call when nothing known is asked for. */
    static LogKind of(@Nullable String written) {
        for (LogKind kind : values()) {
            if (kind.code().equals(written)) {
                return kind;
            }
        }
        return CALL;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public String key() {
        return key;
    }

    public Icon icon() {
        return icon;
    }

    /** What a form of this kind is posted to, below its customer. */
    public String resource() {
        return resource;
    }
}
