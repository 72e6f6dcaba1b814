package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes how money is applied from now on; what was settled stays as it is. */
@Component
public class ChangeCashRules {

    private final CashRules rules;
    private final Audit audit;

    ChangeCashRules(CashRules rules, Audit audit) {
        this.rules = rules;
        this.audit = audit;
    }

    /**
     * @param tolerances above zero each, one for a currency: the largest rest that is written off with a payment; a
     *     currency left out has none
     */
    @Transactional
    public void change(Actor actor, CashRules.Order order, List<Money> tolerances) {
        var check = new Check();
        tolerances.forEach(tolerance -> check.positive("tolerance", tolerance));
        check.that(
                        tolerances.stream().map(Money::currency).distinct().count() == tolerances.size(),
                        "tolerance",
                        "Give each currency once.")
                .done();
        rules.change(order, tolerances);
        audit.write(
                actor,
                "cash-rules.changed",
                "organisation",
                null,
                Map.of("order", order.code(), "tolerances", tolerances.toString()));
    }
}
