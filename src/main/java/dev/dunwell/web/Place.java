package dev.dunwell.web;

/** The places of the bar, in its order. A page names its own so that the bar can mark it. */
public enum Place {
    TODAY("Today", "/today"),
    INBOX("Inbox", "/inbox"),
    CUSTOMERS("Customers", "/customers"),
    CASES("Cases", "/cases"),
    CASH("Cash", "/cash"),
    RUN("Run", "/run"),
    MESSAGES("Messages", "/messages"),
    IMPORTS("Imports", "/imports"),
    INVOICING("Invoicing", "/invoicing"),
    FIGURES("Figures", "/figures"),
    LATE_CHARGES("Late charges", "/late-charges"),
    AGENCIES("Agencies", "/agencies"),
    PLACED("Placed accounts", "/placed"),
    SETTINGS("Settings", "/settings");

    private final String title;
    private final String url;

    Place(String title, String url) {
        this.title = title;
        this.url = url;
    }

    public String title() {
        return title;
    }

    public String url() {
        return url;
    }
}
