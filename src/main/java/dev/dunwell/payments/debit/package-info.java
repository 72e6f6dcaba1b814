/**
 * SEPA direct debit: mandates, the file for the bank (pain.008.001.08), what came and what came back.
 *
 * <p>Start with {@link dev.dunwell.payments.debit.MakeDebitRun}.
 */
@NullMarked
package dev.dunwell.payments.debit;

import org.jspecify.annotations.NullMarked;
