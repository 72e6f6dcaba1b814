package dev.dunwell.foresight;

import dev.dunwell.foresight.learning.Backtest;
import dev.dunwell.foresight.learning.Bill;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How well the own book would have been foretold: the latest fifth of its settled invoices by what was known before.
 */
@Repository
public class Backtests {

    private final PaidBills bills;

    Backtests(PaidBills bills) {
        this.bills = bills;
    }

    /** @return empty where too little is settled; a large book takes some seconds */
    @Transactional(readOnly = true)
    public Optional<Backtest.Report> of(LocalDate asOf) {
        List<Bill> known = bills.all(asOf).stream().map(KnownBill::bill).toList();
        return Backtest.usualCut(known).flatMap(cut -> Backtest.run(known, cut));
    }
}
