package dev.dunwell.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.mock.http.MockHttpInputMessage;
import tools.jackson.databind.json.JsonMapper;

class ExactJsonTest {

    private final ExactJson json = new ExactJson(JsonMapper.builder().build());

    record Line(String text, BigDecimal price) {}

    record Order(
            String number,
            BigDecimal amount,
            LocalDate on,
            @Nullable List<Line> lines,
            @Nullable Integer count) {}

    @Test
    void an_amount_is_taken_digit_by_digit_as_a_number_or_in_quotes() throws IOException {
        assertThat(read(order("1200.50")).amount()).isEqualTo(new BigDecimal("1200.50"));
        assertThat(read(order("\"1200.50\"")).amount()).isEqualTo(new BigDecimal("1200.50"));
        assertThat(read(order("0.1")).amount()).isEqualTo(new BigDecimal("0.1"));
        assertThat(read(order("123456789012345.123456789")).amount())
                .isEqualTo(new BigDecimal("123456789012345.123456789"));
        assertThat(read(order("-5")).amount()).isEqualTo(new BigDecimal("-5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "\"1e2\"",
                "1.5E3",
                "\"1,200.50\"",
                "\"1.200,50\"",
                "\" 5\"",
                "\"\"",
                "\"NaN\"",
                "true",
                "{}",
                "[1]",
                "1234567890123456",
                "\"+5\"",
                "\"٣\"",
                "1.0000000001"
            })
    void an_amount_in_any_other_form_is_refused_by_name(String amount) {
        assertThat(problems(order(amount)))
                .containsExactly(new Problem(
                        0, "amount", "Give a plain decimal, 1200.50 or \"1200.50\", without separators or exponent."));
    }

    @Test
    void a_field_that_nobody_knows_is_named_with_those_there_are() {
        assertThat(problems(order("5").replace("}", ",\"orgId\":7}")))
                .containsExactly(new Problem(
                        0, "orgId", "There is no such field. There are: amount, count, lines, number, on."));
    }

    @Test
    void everything_that_was_left_out_is_named_at_once() {
        assertThat(problems("{\"on\":null,\"lines\":[{\"price\":\"1\"}]}"))
                .extracting(Problem::column)
                .containsExactly("number", "amount", "on", "lines[0].text");
    }

    @Test
    void a_misfit_says_what_belongs_there() {
        assertThat(problems(order("5").replace("2026-11-23", "23.11.2026")))
                .containsExactly(new Problem(0, "on", "Give a day as 2013-05-01."));
        assertThat(problems(order("5").replace("\"R-1\"", "{\"a\":1}")))
                .extracting(Problem::column)
                .containsExactly("number");
        assertThat(problems(order("5").replace("R-1", "R\\u0000")))
                .extracting(Problem::column)
                .containsExactly("number");
        assertThat(problems(order("5").replace("}", ",\"lines\":[{\"text\":\"a\",\"price\":\"x\"}]}")))
                .extracting(Problem::column)
                .containsExactly("lines[0].price");
        assertThat(problems(order("5").replace("}", ",\"count\":1.5}")))
                .containsExactly(new Problem(0, "count", "Give a whole number."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"number\":}",
                "{'number':'a'}",
                "{\"number\":\"a\",\"number\":\"b\"}",
                "{\"amount\":NaN}",
                "{} {}",
                "{\"number\":\"\u0001\"}",
                "{\"lines\":[[[[[["
            })
    void what_is_no_json_is_refused_with_its_line(String body) {
        assertThatThrownBy(() -> read(body)).satisfies(thrown -> {
            assertThat(thrown.getMessage()).doesNotContain("dev.dunwell", "tools.jackson", "JsonRead");
            if (thrown instanceof Refusal refusal) {
                assertThat(refusal.status()).isEqualTo(400);
                assertThat(refusal.reason()).contains("line 1");
            }
        });
    }

    private static String order(String amount) {
        return "{\"number\":\"R-1\",\"on\":\"2026-11-23\",\"amount\":" + amount + "}";
    }

    private List<Problem> problems(String body) {
        return catchThrowableOfType(BadInput.class, () -> read(body)).problems();
    }

    private Order read(String body) throws IOException {
        var message = new MockHttpInputMessage(body.getBytes(StandardCharsets.UTF_8));
        message.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return (Order) json.read(ResolvableType.forClass(Order.class), message, null);
    }
}
