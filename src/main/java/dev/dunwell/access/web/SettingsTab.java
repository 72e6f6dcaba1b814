package dev.dunwell.access.web;

import dev.dunwell.access.Caller;
import java.util.Arrays;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/** The pages of the settings, in the order of their tabs; other modules add theirs by their address. */
@NamedInterface("settings")
public enum SettingsTab {
    ORGANISATION("Organisation", "/settings/organisation"),
    CASH("Cash", "/settings/cash"),
    PEOPLE("People", "/settings/people"),
    PERIODS("Periods", "/settings/periods"),
    ACCOUNTING("Accounting", "/settings/accounting"),
    LETTERHEAD("Letterhead", "/settings/letterhead"),
    KEYS("Keys", "/settings/keys"),
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
