package dev.dunwell.deals.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Tax;
import dev.dunwell.deals.AnswerQuote;
import dev.dunwell.deals.Item;
import dev.dunwell.deals.Part;
import dev.dunwell.deals.Parts;
import dev.dunwell.deals.PlaceOrder;
import dev.dunwell.deals.Planned;
import dev.dunwell.deals.Product;
import dev.dunwell.deals.Products;
import dev.dunwell.deals.RecordProduct;
import dev.dunwell.deals.WriteQuote;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Typed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was typed about a quote, an order or their lines; empty fields of a line are those of its product. */
@Component
class DealForm {

    static final int VALID_DAYS = 30;

    private final Customers customers;
    private final Products products;
    private final TermsBook termsBook;

    DealForm(Customers customers, Products products, TermsBook termsBook) {
        this.customers = customers;
        this.products = products;
        this.termsBook = termsBook;
    }

    static Typed typed(Caller caller, Map<String, String> form) {
        return new Typed(form, caller.organisation().locale());
    }

    /** The same fields as a program sends them: numbers with a point, null like nothing. */
    static Typed sent(Map<String, @Nullable String> fields) {
        Map<String, String> given = new HashMap<>();
        fields.forEach((name, value) -> given.put(name, Objects.requireNonNullElse(value, "")));
        return new Typed(given, Locale.ENGLISH);
    }

    long customer(Typed typed) {
        String number = typed.text("customer");
        return customers
                .byNumber(number)
                .orElseThrow(() -> BadInput.in("customer", "There is no customer \"" + number + "\". Give its number."))
                .id();
    }

    /** @param otherwise where nothing was typed */
    static Currency currency(Typed typed, Currency otherwise) {
        String code = typed.text("currency");
        try {
            return code.isEmpty() ? otherwise : Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw BadInput.in("currency", "Write the currency as three letters, such as EUR.");
        }
    }

    static Contract.Issue issue(Typed typed) {
        return typed.text("issue").equals("automatic") ? Contract.Issue.AUTOMATIC : Contract.Issue.APPROVE;
    }

    /** A day that was typed, else today. */
    static LocalDate day(Typed typed, String field, LocalDate today) {
        LocalDate day = typed.day(field);
        typed.check();
        return day == null ? today : day;
    }

    WriteQuote.Wanted quote(Typed typed, Currency usual, LocalDate today) {
        LocalDate until = typed.day("validUntil");
        long terms = terms(typed, today);
        return new WriteQuote.Wanted(
                customer(typed),
                typed.text("title"),
                currency(typed, usual),
                terms,
                until == null ? today.plusDays(VALID_DAYS) : until,
                typed.id("lead"));
    }

    PlaceOrder.Wanted order(Typed typed, Currency usual, LocalDate today) {
        long terms = terms(typed, today);
        return new PlaceOrder.Wanted.Fresh(
                customer(typed),
                typed.text("title"),
                currency(typed, usual),
                terms,
                typed.choice("reference"),
                issue(typed));
    }

    /** A version by its id, as the form knows it, or what terms of a name say today. */
    private long terms(Typed typed, LocalDate today) {
        typed.check();
        String text = typed.text("terms");
        return text.matches("\\d{1,18}")
                ? Long.parseLong(text)
                : termsBook
                        .inForce(text, today)
                        .orElseThrow(
                                () -> BadInput.in("terms", "There are no terms \"" + text + "\". Give their name."))
                        .id();
    }

    static RecordProduct.Wanted product(Typed typed, Currency usual, LocalDate today) {
        typed.demand("tax", "Give the tax, such as S19.");
        typed.check();
        return new RecordProduct.Wanted(
                typed.text("number"),
                typed.text("name"),
                typed.text("category"),
                or(typed, "unit", "unit"),
                Tax.parse(typed.text("tax")),
                price(typed, usual, today));
    }

    static Product.Price price(Typed typed, Currency usual, LocalDate today) {
        typed.demand("price", "Give the price of one.");
        typed.check();
        return new Product.Price(
                currency(typed, usual), day(typed, "from", today), number(typed, "price", BigDecimal.ZERO));
    }

    Item item(Typed typed, Currency currency, LocalDate today) {
        Long chosen = typed.id("product");
        typed.check();
        if (chosen == null) {
            typed.demand("description", "Choose a product, or say what it is.");
            typed.demand("price", "Give the price of one.");
            typed.demand("tax", "Give the tax, such as S19.");
            typed.check();
            return new Item(
                    0,
                    null,
                    typed.text("description"),
                    number(typed, "quantity", BigDecimal.ONE),
                    or(typed, "unit", "unit"),
                    number(typed, "price", BigDecimal.ZERO),
                    Tax.parse(typed.text("tax")));
        }
        Product product = products.byId(chosen).orElseThrow(() -> BadInput.in("product", "Choose one of the list."));
        return new Item(
                0,
                chosen,
                or(typed, "description", product.name()),
                number(typed, "quantity", BigDecimal.ONE),
                or(typed, "unit", product.unit()),
                typed.text("price").isEmpty()
                        ? listed(product, currency, today)
                        : number(typed, "price", BigDecimal.ZERO),
                typed.text("tax").isEmpty() ? product.tax() : Tax.parse(typed.text("tax")));
    }

    /** A deposit or a milestone. */
    static Planned planned(Typed typed, Currency currency) {
        LocalDate on = typed.day("plannedOn");
        Money amount = typed.amount("amount", currency.getCurrencyCode());
        BigDecimal percent = typed.number("percent");
        typed.demand("plannedOn", "Give the day on which it is planned.");
        typed.check();
        return new Planned(
                typed.text("kind").equals("deposit") ? Part.Kind.DEPOSIT : Part.Kind.MILESTONE,
                typed.text("title"),
                new Parts.Share(percent, amount),
                Objects.requireNonNull(on));
    }

    /** What the customer said, as somebody of the house writes it down. */
    static AnswerQuote.Said said(Typed typed, LocalDate today) {
        boolean isAccepted = switch (typed.text("answer")) {
            case "accepted" -> true;
            case "declined" -> false;
            default -> throw BadInput.in("answer", "Say whether it was accepted or declined.");
        };
        return new AnswerQuote.Said(
                isAccepted,
                typed.text("by"),
                day(typed, "on", today),
                typed.text("reason"),
                new AnswerQuote.Proof.Named(typed.text("evidence")));
    }

    private static BigDecimal listed(Product product, Currency currency, LocalDate today) {
        return product.price(currency, today)
                .orElseThrow(() -> BadInput.in(
                        "price", product.name() + " has no price in " + currency + ". Give the price of one."));
    }

    /** @param otherwise where nothing was typed */
    private static BigDecimal number(Typed typed, String field, BigDecimal otherwise) {
        BigDecimal number = typed.number(field);
        typed.check();
        return number == null ? otherwise : number;
    }

    static String or(Typed typed, String field, String otherwise) {
        return typed.text(field).isEmpty() ? otherwise : typed.text(field);
    }
}
