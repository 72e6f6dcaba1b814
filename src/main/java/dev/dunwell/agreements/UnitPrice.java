package dev.dunwell.agreements;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit costs from a day on.
 *
 * @param amount net, in major units of the line's currency, with as many decimals as were agreed
 */
public record UnitPrice(LocalDate from, BigDecimal amount) {}
