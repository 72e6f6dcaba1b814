package dev.dunwell.invoicing;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says who sells, and whether the house issues invoices. Documents that were issued stay what they are. */
@Component
public class ChangeSeller {

    private final Sellers sellers;
    private final Audit audit;

    ChangeSeller(Sellers sellers, Audit audit) {
        this.sellers = sellers;
        this.audit = audit;
    }

    @Transactional
    public void change(Actor actor, Seller seller) {
        List<Problem> problems = new ArrayList<>();
        if (!seller.series().matches("[A-Z0-9]{1,10}")) {
            problems.add(new Problem(0, "series", "Begin numbers with one to ten capital letters or digits, as INV."));
        }
        if (!seller.party().address().country().matches("[A-Z]{2}")) {
            problems.add(new Problem(0, "country", "Give the country by its two letters, as DE."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        sellers.replace(seller);
        audit.write(actor, "seller.changed", "organisation", null, Map.of("seller", seller.toString()));
    }
}
