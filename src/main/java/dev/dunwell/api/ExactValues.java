package dev.dunwell.api;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** How decimals and texts are read from JSON. */
class ExactValues extends SimpleModule {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

    ExactValues() {
        addDeserializer(BigDecimal.class, new Decimals());
        addDeserializer(String.class, new Texts());
    }

    /** Taken digit by digit as written, as a number or in quotes; never by way of a floating-point number. */
    private static final class Decimals extends StdScalarDeserializer<BigDecimal> {

        Decimals() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
            JsonToken token = json.currentToken();
            boolean isScalar = token == JsonToken.VALUE_STRING || token.isNumeric();
            String text = isScalar ? json.getString() : "";
            return DECIMAL.matcher(text).matches()
                    ? new BigDecimal(text)
                    : context.reportInputMismatch(BigDecimal.class, "not a plain decimal");
        }
    }

    /** A NUL cannot be stored. */
    private static final class Texts extends StdScalarDeserializer<String> {

        Texts() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            String text = json.currentToken().isScalarValue() ? json.getString() : "\0";
            return text.indexOf('\0') < 0 ? text : context.reportInputMismatch(String.class, "not a storable text");
        }
    }
}
