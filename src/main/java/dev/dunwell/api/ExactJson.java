package dev.dunwell.api;

import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what programs send, exactly or not at all: a field twice, a field nobody knows, an amount that is no plain
 * decimal or a needed field left out are refused with their place. JSON that is none is 400; JSON that does not fit is
 * 422 and names the field.
 */
class ExactJson extends JacksonJsonHttpMessageConverter {

    ExactJson(JsonMapper mapper) {
        super(mapper.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .addModule(new ExactValues())
                .build());
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        try {
            Object body = super.read(type, message, hints);
            List<Problem> missing = NeededFields.missingIn(body);
            if (!missing.isEmpty()) {
                throw new BadInput(missing);
            }
            return body;
        } catch (HttpMessageNotReadableException e) {
            throw e.getCause() instanceof JacksonException cause ? refused(cause) : e;
        }
    }

    private static RuntimeException refused(JacksonException cause) {
        if (cause instanceof DatabindException misfit) {
            return BadInput.in(JsonPlace.of(misfit), JsonPlace.advice(misfit));
        } else {
            var place = cause.getLocation();
            boolean isTwice = String.valueOf(cause.getOriginalMessage()).startsWith("Duplicate");
            return Refusal.malformed(
                    "malformed-json",
                    "The body cannot be read as JSON: %s at line %d, column %d."
                            .formatted(
                                    isTwice ? "a field stands there twice" : "it ends or goes wrong",
                                    place.getLineNr(),
                                    place.getColumnNr()));
        }
    }
}
