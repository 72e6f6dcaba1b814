package dev.dunwell.responses.web;

import dev.dunwell.access.Caller;
import dev.dunwell.responses.ResponseCode;
import dev.dunwell.responses.TakeResponse;
import dev.dunwell.web.BadInput;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where an access point hands over what buyers' systems answer. */
@RestController
class ResponsesApi {

    private final TakeResponse takeResponse;

    ResponsesApi(TakeResponse takeResponse) {
        this.takeResponse = takeResponse;
    }

    /**
     * @param code AB, IP, UQ, CA, RE, AP or PD of Peppol, or a French status from 200 to 213
     * @param reason as Peppol codes it, PRI, QTY; null for none
     * @param on null for today
     */
    record ResponseJson(
            @Nullable String id,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String note,
            @Nullable LocalDate on) {}

    /** @param isNew false when it was taken before */
    record TakenJson(String meaning, boolean isNew) {}

    @Operation(summary = "Take a buyer's answer about an invoice: evidence of delivery, a question or a dispute; once")
    @PostMapping("/api/v1/invoices/{number}/responses")
    TakenJson take(Caller caller, @PathVariable String number, @RequestBody ResponseJson json) {
        ResponseCode code = ResponseCode.ofCode(text(json.code)).orElseThrow(ResponsesApi::unknown);
        LocalDate on = Objects.requireNonNullElse(json.on, caller.today());
        boolean isNew = takeResponse.take(
                caller, number, new TakeResponse.Response(text(json.id), code, text(json.reason), text(json.note), on));
        return new TakenJson(code.meaning().name().toLowerCase(Locale.ROOT), isNew);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static BadInput unknown() {
        return BadInput.in(
                "code",
                "Give one of "
                        + Arrays.stream(ResponseCode.values())
                                .map(ResponseCode::code)
                                .collect(Collectors.joining(", "))
                        + ".");
    }
}
