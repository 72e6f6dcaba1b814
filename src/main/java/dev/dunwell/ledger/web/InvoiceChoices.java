package dev.dunwell.ledger.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.web.Choice;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What money or a credit note could settle, to choose from. */
final class InvoiceChoices {

    private InvoiceChoices() {}

    /** By invoice, with all that is open of it; instalments are filled by themselves. */
    static List<Choice> of(List<OpenItem> items, Currency currency) {
        Map<Long, Choice> choices = new LinkedHashMap<>();
        Map<Long, Money> open = new LinkedHashMap<>();
        for (OpenItem item : items) {
            if (item.open().currency().equals(currency)) {
                Money all = open.merge(item.id(), item.open(), Money::plus);
                choices.put(
                        item.id(),
                        new Choice(String.valueOf(item.id()), item.number() + ", " + all.inWords() + " open"));
            }
        }
        return List.copyOf(choices.values());
    }
}
