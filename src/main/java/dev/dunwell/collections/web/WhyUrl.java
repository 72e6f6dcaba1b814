package dev.dunwell.collections.web;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** The address of the why page of an invoice: by its number, in the path where that is possible. */
public final class WhyUrl {

    /** Servers refuse a slash, a semicolon or a percent sign inside a path, however it is written. */
    private static final Pattern PATH_SAFE = Pattern.compile("[^/\\\\;%?#.][^/\\\\;%?#]*");

    private WhyUrl() {}

    public static String of(String invoiceNumber) {
        String encoded = UriUtils.encode(invoiceNumber, "UTF-8");
        return PATH_SAFE.matcher(invoiceNumber).matches() ? "/invoices/" + encoded + "/why" : "/why?invoice=" + encoded;
    }

    public static String of(String invoiceNumber, LocalDate day) {
        String url = of(invoiceNumber);
        return url + (url.contains("?") ? "&" : "?") + "date=" + day;
    }
}
