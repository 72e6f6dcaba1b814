package dev.dunwell.ledger.web;

import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads how an amount is shared out over invoices that are named by their numbers. */
@Component
class Shares {

    private final Invoices invoices;

    Shares(Invoices invoices) {
        this.invoices = invoices;
    }

    /** So much to this invoice. */
    record ShareJson(@Nullable String invoice, @Nullable BigDecimal amount) {}

    List<Share> read(@Nullable List<ShareJson> given, Currency currency) {
        if (given == null || given.isEmpty()) {
            return List.of();
        }
        List<String> numbers =
                given.stream().map(ShareJson::invoice).filter(Objects::nonNull).toList();
        Map<String, Long> ids = invoices.ids(numbers);
        var check = new Given();
        List<Share> shares = new ArrayList<>();
        for (ShareJson share : given) {
            String number = check.text("allocations.invoice", share.invoice);
            Long id = ids.get(number);
            shares.add(new Share(
                    id == null ? check.wrong("allocations.invoice", "There is no invoice " + number + ".", 0L) : id,
                    check.money("allocations.amount", share.amount, currency)));
        }
        check.done();
        return shares;
    }
}
