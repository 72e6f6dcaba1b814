package dev.dunwell.ledger.web;

import dev.dunwell.ledger.Cash;
import dev.dunwell.ledger.Payment;
import dev.dunwell.web.Slice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that settles nothing yet.
 *
 * @param states those one may choose
 * @param chosen the only one shown; null: all
 * @param sums by state and currency
 */
public record CashView(
        List<Payment.State> states,
        Payment.@Nullable State chosen,
        List<Cash.Sum> sums,
        Slice<Cash.Line> page,
        boolean isFirstPage,
        LocalDate today) {}
