package dev.dunwell.deals.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Tax;
import dev.dunwell.deals.Item;
import dev.dunwell.deals.Product;
import dev.dunwell.deals.Products;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Typed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what was typed about a quote, an order or their lines; empty fields of a line are those of its product. */
@Component
class DealForm {

    private final Customers customers;
    private final Products products;

    DealForm(Customers customers, Products products) {
        this.customers = customers;
        this.products = products;
    }

    static Typed typed(Caller caller, Map<String, String> form) {
        return new Typed(form, caller.organisation().locale());
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
    static LocalDate day(Caller caller, Map<String, String> form, String field) {
        Typed typed = typed(caller, form);
        LocalDate day = typed.day(field);
        typed.check();
        return day == null ? caller.today() : day;
    }

    Item item(Caller caller, Map<String, String> form, Currency currency) {
        Typed typed = typed(caller, form);
        Long chosen = typed.id("product");
        typed.check();
        String quantity = or(typed, "quantity", "1");
        if (chosen == null) {
            typed.demand("description", "Choose a product, or say what it is.");
            typed.demand("price", "Give the price of one.");
            typed.demand("tax", "Give the tax, such as S19.");
            typed.check();
            return new Item(
                    0,
                    null,
                    typed.text("description"),
                    number("quantity", quantity),
                    or(typed, "unit", "unit"),
                    number("price", typed.text("price")),
                    Tax.parse(typed.text("tax")));
        }
        Product product = products.byId(chosen).orElseThrow(() -> BadInput.in("product", "Choose one of the list."));
        return new Item(
                0,
                chosen,
                or(typed, "description", product.name()),
                number("quantity", quantity),
                or(typed, "unit", product.unit()),
                typed.text("price").isEmpty()
                        ? listed(product, currency, caller.today())
                        : number("price", typed.text("price")),
                typed.text("tax").isEmpty() ? product.tax() : Tax.parse(typed.text("tax")));
    }

    private static BigDecimal listed(Product product, Currency currency, LocalDate today) {
        return product.price(currency, today)
                .orElseThrow(() -> BadInput.in(
                        "price", product.name() + " has no price in " + currency + ". Give the price of one."));
    }

    static BigDecimal number(String field, String typed) {
        try {
            return new BigDecimal(typed.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw BadInput.in(field, "Write the " + field + " as a number, such as 49.90.");
        }
    }

    static String or(Typed typed, String field, String otherwise) {
        return typed.text(field).isEmpty() ? otherwise : typed.text(field);
    }
}
