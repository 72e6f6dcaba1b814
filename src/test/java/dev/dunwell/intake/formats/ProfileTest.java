package dev.dunwell.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.intake.formats.table.Source;
import dev.dunwell.intake.formats.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final Mapping MAPPING =
            new Mapping(Map.of("issued_on", "date", "amount", "amount", "currency", "currency"));

    @Test
    void one_date_that_fits_one_order_only_decides_for_the_column() {
        Profile profile = dates("1/2/2013", "3/4/2013", "1/15/2013");
        assertThat(profile.questions(Map.of())).isEmpty();
        assertThat(profile.conventions(Map.of()))
                .containsExactly(new Convention("date", "month-first", "“1/15/2013” in line 4"));
    }

    @Test
    void the_one_that_decides_may_stand_in_the_last_of_many_rows() {
        String[] dates = new String[5000];
        Arrays.fill(dates, "1/2/2013");
        dates[4999] = "13/2/2013";
        assertThat(dates(dates).conventions(Map.of()))
                .containsExactly(new Convention("date", "day-first", "“13/2/2013” in line 5001"));
    }

    @Test
    void dates_that_mean_two_days_are_asked_about_with_an_example() {
        Profile profile = dates("5/5/2013", "3/4/2013", "1/2/2013");
        assertThat(profile.questions(Map.of()))
                .containsExactly(new Question(
                        "date",
                        "In which order are the dates of “date” written?",
                        List.of(
                                new Question.Choice("day-first", "day first: “3/4/2013” is 3 April 2013"),
                                new Question.Choice("month-first", "month first: “3/4/2013” is 4 March 2013"))));
        assertThat(profile.conventions(Map.of())).isEmpty();
    }

    @Test
    void an_answer_settles_a_question_and_a_wrong_one_does_not() {
        Profile profile = dates("3/4/2013");
        assertThat(profile.questions(Map.of("date", "day-first"))).isEmpty();
        assertThat(profile.conventions(Map.of("date", "day-first")))
                .containsExactly(new Convention("date", "day-first", "so it was answered"));
        assertThat(profile.questions(Map.of("date", "year-first"))).hasSize(1);
        assertThat(profile.questions(Map.of("amount", "day-first"))).hasSize(1);
    }

    @Test
    void dates_that_mean_the_same_in_any_order_need_no_question() {
        assertThat(dates("5/5/2013", "6/6/2013").questions(Map.of())).isEmpty();
        assertThat(dates("2013-04-03", "30-Nov-15").questions(Map.of())).isEmpty();
        assertThat(dates("03.04.2013", "04.05.2013").conventions(Map.of()))
                .extracting(Convention::answer)
                .containsExactly("day-first");
    }

    @Test
    void two_digit_years_may_stand_on_either_end() {
        assertThat(dates("12/11/10").questions(Map.of()).getFirst().choices())
                .extracting(Question.Choice::answer)
                .containsExactly("day-first", "month-first", "year-first");
        assertThat(dates("24-01-15", "24-02-28", "99-05-31").conventions(Map.of()))
                .extracting(Convention::answer)
                .containsExactly("year-first");
        assertThat(dates("31/12/12").questions(Map.of()).getFirst().choices())
                .extracting(Question.Choice::answer)
                .containsExactly("day-first", "year-first");
    }

    @Test
    void many_days_and_few_years_tell_where_a_two_digit_year_stands() {
        String[] yearLast = new String[31];
        String[] yearFirst = new String[31];
        for (int day = 1; day <= 31; day++) {
            yearLast[day - 1] = "%02d/01/24".formatted(day);
            yearFirst[day - 1] = "24/01/%02d".formatted(day);
        }
        assertThat(dates(yearLast).conventions(Map.of()))
                .extracting(Convention::answer)
                .containsExactly("day-first");
        assertThat(dates(yearFirst).conventions(Map.of()))
                .extracting(Convention::answer)
                .containsExactly("year-first");
    }

    @Test
    void a_slip_among_many_does_not_unsettle_a_column_but_a_mixture_does() {
        String[] dates = new String[40];
        Arrays.fill(dates, "1/31/2013");
        dates[7] = "31/1/2013";
        assertThat(dates(dates).conventions(Map.of()))
                .extracting(Convention::answer)
                .containsExactly("month-first");
        assertThat(dates("1/31/2013", "31/1/2013")
                        .questions(Map.of())
                        .getFirst()
                        .choices())
                .extracting(Question.Choice::answer)
                .containsExactly("day-first", "month-first");
    }

    @Test
    void amounts_settle_their_decimal_sign_or_are_asked_about() {
        assertThat(amounts("1,234", "5,5").conventions(Map.of()))
                .extracting(Convention::answer)
                .containsExactly("decimal-comma");
        assertThat(amounts("1,234", "1,234,567").conventions(Map.of()))
                .extracting(Convention::answer)
                .containsExactly("decimal-point");
        assertThat(amounts("12", "1500").questions(Map.of())).isEmpty();
        assertThat(amounts("12", "1.500", "0").questions(Map.of()))
                .containsExactly(new Question(
                        "amount",
                        "Which sign stands before the decimals in “amount”?",
                        List.of(
                                new Question.Choice("decimal-point", "the point: “1.500” is 1.500"),
                                new Question.Choice("decimal-comma", "the comma: “1.500” is 1500"))));
    }

    @Test
    void a_mere_dollar_sign_is_asked_about() {
        Profile profile = profile("currency\n$\n€\n");
        assertThat(profile.questions(Map.of())).hasSize(1);
        assertThat(profile.conventions(Map.of("currency", "CAD")))
                .containsExactly(new Convention("currency", "CAD", "so it was answered"));
        assertThat(profile("currency\n€\nGBP\n").questions(Map.of())).isEmpty();
    }

    @Test
    void it_tells_how_full_each_column_is() {
        Profile profile = profile("a,b\n1,\n2,x\n3,\n");
        assertThat(profile.rows()).isEqualTo(3);
        assertThat(profile.filled("a")).isEqualTo(3);
        assertThat(profile.filled("b")).isEqualTo(1);
        assertThat(profile.cutShort()).isNull();
    }

    private static Profile dates(String... values) {
        return profile("date\n" + String.join("\n", values) + "\n");
    }

    private static Profile amounts(String... values) {
        return profile("amount\n\"" + String.join("\"\n\"", values) + "\"\n");
    }

    private static Profile profile(String text) {
        try (Table table = Reader.table(Source.of(text.getBytes(StandardCharsets.UTF_8)))) {
            return Profile.of(table, MAPPING);
        }
    }
}
