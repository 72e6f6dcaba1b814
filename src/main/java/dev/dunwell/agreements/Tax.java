package dev.dunwell.agreements;

import dev.dunwell.web.BadInput;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How something is taxed: the category of EN 16931 (UNCL 5305) and the rate. Written {@code S19}, {@code S5.5},
 * {@code AE}.
 *
 * @param percent zero for every category but {@link Category#S}
 */
public record Tax(Category category, BigDecimal percent) {

    private static final Pattern WRITTEN = Pattern.compile("(S|Z|E|AE|K|G|O)\\s?(\\d{1,2}(?:\\.\\d{1,3})?)?");

    /** The categories of value added tax, each with its code for why nothing is charged (VATEX). */
    public enum Category {
        S("Standard or reduced rate", null),
        Z("Zero rated", null),
        E("Exempt", null),
        AE("Reverse charge", "VATEX-EU-AE"),
        K("Supply within the EU", "VATEX-EU-IC"),
        G("Export outside the EU", "VATEX-EU-G"),
        O("Not subject to tax", "VATEX-EU-O");

        private final String title;
        private final @Nullable String exemptionCode;

        Category(String title, @Nullable String exemptionCode) {
            this.title = title;
            this.exemptionCode = exemptionCode;
        }

        public String title() {
            return title;
        }

        public Optional<String> exemptionCode() {
            return Optional.ofNullable(exemptionCode);
        }

        /** Whether the invoice has to say why nothing is charged. */
        public boolean saysWhy() {
            return this != S && this != Z;
        }

        /** Whether seller and buyer both have to be named by their VAT numbers. */
        public boolean needsBothNumbers() {
            return this == AE || this == K;
        }
    }

    public Tax {
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        if (category != Category.S && percent.signum() != 0) {
            throw new IllegalArgumentException(category + " has no rate");
        }
    }

    /** Refuses what is none of them, a standard rate without a rate and another with one. */
    public static Tax parse(String written) {
        Matcher tax = WRITTEN.matcher(written.strip().toUpperCase(Locale.ROOT));
        boolean isOne = tax.matches() && (tax.group(1).equals("S") == (tax.group(2) != null));
        if (!isOne) {
            throw BadInput.in(
                    "tax",
                    "Write S and the rate, as S19, or one of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(Category.values())
                                            .skip(1)
                                            .map(Category::name)
                                            .toList())
                            + ".");
        }
        return new Tax(
                Category.valueOf(tax.group(1)), tax.group(2) == null ? BigDecimal.ZERO : new BigDecimal(tax.group(2)));
    }

    @Override
    public String toString() {
        return category == Category.S ? category + percent.toPlainString() : category.name();
    }
}
