package dev.dunwell.intake.formats;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a column can be mapped to, with the shape its values must have. */
public enum Target {
    AMOUNT(Shape.AMOUNT),
    CREDIT(Shape.FLAG),
    CURRENCY(Shape.CURRENCY),
    CUSTOMER_NAME(Shape.TEXT),
    CUSTOMER_NUMBER(Shape.TEXT),
    DELIVERED_ON(Shape.DATE),
    DESCRIPTION(Shape.TEXT),
    DISPUTED(Shape.FLAG),
    DOCUMENT(Shape.TEXT),
    DUE_ON(Shape.DATE),
    EMAIL(Shape.TEXT),
    INVOICE_NUMBER(Shape.TEXT),
    ISSUED_ON(Shape.DATE),
    LANGUAGE(Shape.TEXT),
    NAME(Shape.TEXT),
    NUMBER(Shape.TEXT),
    OPEN_AMOUNT(Shape.AMOUNT),
    ORIGIN(Shape.TEXT),
    OWNER_EMAIL(Shape.TEXT),
    PARENT_NUMBER(Shape.TEXT),
    PHONE(Shape.TEXT),
    PRICE(Shape.AMOUNT),
    QUANTITY(Shape.AMOUNT),
    RECEIVED_ON(Shape.DATE),
    REFERENCE(Shape.TEXT),
    ROLE(Shape.TEXT),
    SETTLED_ON(Shape.DATE),
    TAGS(Shape.TEXT),
    TAX(Shape.TEXT),
    UNIT(Shape.TEXT),
    ZONE(Shape.TEXT);

    /** How the values of a column are written, as far as that can differ from file to file. */
    enum Shape {
        TEXT,
        DATE,
        AMOUNT,
        CURRENCY,
        FLAG
    }

    private final Shape shape;
    private final String key = name().toLowerCase(Locale.ROOT);

    Target(Shape shape) {
        this.shape = shape;
    }

    /** The name in a mapping, {@code customer_number}. */
    public String key() {
        return key;
    }

    Shape shape() {
        return shape;
    }

    public static @Nullable Target ofKey(String key) {
        for (Target target : values()) {
            if (target.key.equals(key)) {
                return target;
            }
        }
        return null;
    }
}
