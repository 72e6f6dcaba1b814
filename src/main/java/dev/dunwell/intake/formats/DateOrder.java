package dev.dunwell.intake.formats;

/** In which order the numbers of a date are written where no four-digit year and no month's name tells. */
enum DateOrder {
    DAY_FIRST("day-first"),
    MONTH_FIRST("month-first"),
    YEAR_FIRST("year-first");

    private final String answer;

    DateOrder(String answer) {
        this.answer = answer;
    }

    String answer() {
        return answer;
    }
}
