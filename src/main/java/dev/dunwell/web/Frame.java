package dev.dunwell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page: the reader, the places open to them, the lines that must not be forgotten.
 *
 * <p>The model of a page carries it as {@code frame}; {@link JteViews} adds what belongs to the single request. A
 * template declares {@code @param Frame frame} and hands it to {@code web/layout}.
 *
 * @param today the organisation's day, simulated or real
 * @param places what the bar offers this reader
 */
public record Frame(Reader reader, LocalDate today, List<Place> places, List<Notice> notices, Visit visit) {

    public Frame {
        places = List.copyOf(places);
        notices = List.copyOf(notices);
    }

    /** A frame before its request is known. */
    public static Frame of(Reader reader, LocalDate today, List<Place> places, List<Notice> notices) {
        return new Frame(reader, today, places, notices, Visit.NONE);
    }

    /** Whether a whole page is asked for, which shows the frame, or one looks again; a panel and htmx do without. */
    public static boolean isShown(HttpServletRequest request) {
        return !Visit.isFragment(request) || Visit.isLook(request);
    }

    /** Formatting for this reader. */
    public Show show() {
        return new Show(reader.locale(), reader.zone(), today);
    }

    public String csrf() {
        return visit.csrf();
    }

    public boolean isFragment() {
        return visit.isFragment();
    }

    /** Whether an open page looks again for what has changed. */
    public boolean isLook() {
        return visit.isLook();
    }

    public @Nullable Flash flash() {
        return visit.flash();
    }

    Frame at(Visit visit) {
        return new Frame(reader, today, places, notices, visit);
    }
}
