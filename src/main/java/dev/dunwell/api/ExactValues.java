package dev.dunwell.api;

import dev.dunwell.web.Slice;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How decimals, texts and pages of lists look in our JSON. */
class ExactValues extends SimpleModule {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

    ExactValues() {
        addDeserializer(BigDecimal.class, new Decimals());
        addDeserializer(String.class, new Texts());
        addSerializer(new Slices());
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

    /** A page of a list: {@code {"items": […], "next": "…"}}, next being null on the last. */
    @SuppressWarnings("rawtypes")
    private static final class Slices extends StdSerializer<Slice> {

        Slices() {
            super(Slice.class);
        }

        @Override
        public void serialize(Slice page, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeName("items");
            context.writeValue(json, page.rows());
            json.writeName("next");
            context.writeValue(json, page.next() == null ? null : page.next().toString());
            json.writeEndObject();
        }
    }
}
