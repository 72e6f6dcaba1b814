package dev.dunwell.demo;

import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.RecordContract;
import dev.dunwell.agreements.Recurrence;
import dev.dunwell.agreements.RecurringLine;
import dev.dunwell.agreements.Tax;
import dev.dunwell.deals.ChangeOrder;
import dev.dunwell.deals.ChangeQuote;
import dev.dunwell.deals.Item;
import dev.dunwell.deals.Part;
import dev.dunwell.deals.Parts;
import dev.dunwell.deals.PlaceOrder;
import dev.dunwell.deals.Planned;
import dev.dunwell.deals.Product;
import dev.dunwell.deals.Products;
import dev.dunwell.deals.RecordProduct;
import dev.dunwell.deals.SendQuote;
import dev.dunwell.deals.WriteQuote;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.TermsBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is sold and agreed before there is an invoice: products, quotes, orders, contracts. */
@Component
class SellingVerbs implements Verb.Source {

    private final Names names;
    private final TermsBook terms;
    private final Products products;
    private final Doors doors;
    private final Deliveries deliveries;

    SellingVerbs(Names names, TermsBook terms, Products products, Doors doors, Deliveries deliveries) {
        this.names = names;
        this.terms = terms;
        this.products = products;
        this.doors = doors;
        this.deliveries = deliveries;
    }

    /** Through which sellers work. */
    @Component
    record Doors(
            RecordProduct recordProduct,
            WriteQuote writeQuote,
            ChangeQuote changeQuote,
            SendQuote sendQuote,
            PlaceOrder placeOrder,
            ChangeOrder changeOrder,
            RecordContract recordContract) {}

    @Override
    public List<Verb> verbs() {
        return List.of(
                new Verb("product NUMBER \"NAME\" \"CATEGORY\" UNIT PRICE CURRENCY tax TAX", this::product),
                new Verb(
                        "quote CUSTOMER \"TITLE\" CURRENCY terms \"TERMS\" until DATE [tax TAX] of NUMBER COUNT …",
                        this::quote),
                new Verb(
                        "order CUSTOMER \"TITLE\" CURRENCY terms \"TERMS\" [on DATE] [reference \"REFERENCE\"]"
                                + " [deposit|milestone \"TITLE\" PERCENT on DATE] [delivered DATE [elsewhere]] [tax TAX] of NUMBER COUNT …",
                        this::order),
                new Verb(
                        "contract NUMBER CUSTOMER \"TITLE\" AMOUNT CURRENCY every \"RULE\" from DATE tax TAX",
                        this::contract));
    }

    private void product(Scene scene, Words words) {
        String number = words.next("NUMBER");
        String name = words.next("NAME");
        String category = words.next("CATEGORY");
        String unit = words.next("UNIT");
        Money price = words.money();
        words.expect("tax");
        Tax tax = Tax.parse(words.next("TAX"));
        words.checkNoneLeft();
        var from = new Product.Price(price.currency(), scene.today(), price.amount());
        doors.recordProduct.record(scene.actor(), new RecordProduct.Wanted(number, name, category, unit, tax, from));
    }

    /** Handed over by whoever wrote it. */
    private void quote(Scene scene, Words words) {
        Customer customer = names.customer(words);
        String title = words.next("TITLE");
        Currency currency = Currency.getInstance(words.next("CURRENCY"));
        long termsId = terms(scene, words);
        words.expect("until");
        LocalDate until = words.date();
        List<Item> items = items(scene, words, currency);
        long quote = doors.writeQuote.write(
                scene.actor(),
                new WriteQuote.Wanted(customer.id(), title, currency, termsId, until, null),
                scene.today());
        items.forEach(item ->
                doors.changeQuote.change(scene.actor(), quote, new ChangeQuote.Change.Add(item), scene.today()));
        doors.sendQuote.send(scene.actor(), scene.organisation(), quote, false, scene.today());
    }

    /** Delivered, it is billed at once; elsewhere, when the system before has billed it. */
    private void order(Scene scene, Words words) {
        Customer customer = names.customer(words);
        String title = words.next("TITLE");
        Currency currency = Currency.getInstance(words.next("CURRENCY"));
        long termsId = terms(scene, words);
        LocalDate orderedOn = words.dateAfter("on", scene.today());
        String reference = words.skip("reference") ? words.next("REFERENCE") : null;
        List<ChangeOrder.Change> parts = new ArrayList<>();
        for (Part.Kind kind : Part.Kind.values()) {
            while (words.skip(kind.code())) {
                parts.add(part(kind, words));
            }
        }
        LocalDate deliveredOn = words.skip("delivered") ? words.date() : null;
        boolean isBilledElsewhere = words.skip("elsewhere");
        List<Item> items = items(scene, words, currency);
        long order = doors.placeOrder.place(
                scene.actor(),
                new PlaceOrder.Wanted.Fresh(customer.id(), title, currency, termsId, reference, Contract.Issue.APPROVE),
                orderedOn);
        items.forEach(item ->
                doors.changeOrder.change(scene.actor(), order, new ChangeOrder.Change.Add(item), scene.today()));
        parts.forEach(part -> doors.changeOrder.change(scene.actor(), order, part, scene.today()));
        if (deliveredOn != null) {
            deliveries.deliver(scene, order, deliveredOn, isBilledElsewhere);
        }
    }

    private static ChangeOrder.Change part(Part.Kind kind, Words words) {
        String title = words.next("TITLE");
        BigDecimal percent = BigDecimal.valueOf(words.number("PERCENT"));
        words.expect("on");
        return new ChangeOrder.Change.Plan(new Planned(kind, title, new Parts.Share(percent, null), words.date()));
    }

    /** One line that recurs, in advance, issued after a look. */
    private void contract(Scene scene, Words words) {
        String number = words.next("NUMBER");
        Customer customer = names.customer(words);
        String title = words.next("TITLE");
        Money price = words.money();
        words.expect("every");
        String rule = words.next("RULE");
        words.expect("from");
        LocalDate from = words.date();
        words.expect("tax");
        String tax = words.next("TAX");
        words.checkNoneLeft();
        var item = new RecurringLine.Item(title, BigDecimal.ONE, "month", price.currency(), tax);
        var way = new RecurringLine.Way(RecurringLine.Timing.IN_ADVANCE, RecurringLine.Proration.BY_DAY);
        var line = new RecordContract.Line(
                item,
                Recurrence.parse(rule, from),
                way,
                new RecurringLine.Term(from, null),
                price.amount(),
                null,
                null);
        doors.recordContract.record(
                scene.actor(),
                new RecordContract.Head(
                        customer.id(),
                        number,
                        title,
                        scene.organisation().zone(),
                        Contract.Issue.APPROVE,
                        true,
                        null,
                        null),
                List.of(line));
    }

    private long terms(Scene scene, Words words) {
        words.expect("terms");
        String name = words.next("TERMS");
        return terms.inForce(name, scene.today())
                .orElseThrow(() -> words.mistake("There are no terms " + name + "; tell of them first."))
                .id();
    }

    /** To the end of the line: products at today's price, and how many of each; a tax in place of theirs for abroad. */
    private List<Item> items(Scene scene, Words words, Currency currency) {
        String tax = words.after("tax", "");
        words.expect("of");
        List<Product> known = products.all();
        List<Item> items = new ArrayList<>();
        do {
            String number = words.next("NUMBER");
            Product product = known.stream()
                    .filter(each -> each.number().equals(number))
                    .findFirst()
                    .orElseThrow(() -> words.mistake("There is no product " + number + "; tell of it first."));
            BigDecimal price = product.price(currency, scene.today())
                    .orElseThrow(() -> words.mistake(number + " has no price in " + currency + "."));
            BigDecimal count = BigDecimal.valueOf(words.number("COUNT"));
            items.add(new Item(
                    0,
                    product.id(),
                    product.name(),
                    count,
                    product.unit(),
                    price,
                    tax.isEmpty() ? product.tax() : Tax.parse(tax)));
        } while (words.hasMore());
        return items;
    }
}
