package dev.dunwell.metrics.web;

import dev.dunwell.metrics.FiguresMails.FiguresMail;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** @param mayChange whether the reader may add and stop */
public record FiguresMailView(List<FiguresMail> mails, boolean mayChange) {

    public List<DayOfWeek> weekdays() {
        return List.of(DayOfWeek.values());
    }

    public String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
