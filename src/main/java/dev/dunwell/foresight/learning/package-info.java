/**
 * Plain statistics about when invoices are paid: no database, no clock, no money. Days and chances are floating point
 * here and nowhere else in the house; what leaves this package are dates, percents and whole minor units.
 *
 * <p>Start with {@link dev.dunwell.foresight.learning.PayModel}; how well it does,
 * {@link dev.dunwell.foresight.learning.Backtest} tells.
 */
@NamedInterface("learning")
@NullMarked
package dev.dunwell.foresight.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
