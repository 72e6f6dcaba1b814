package dev.dunwell.billing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a reference rate was in a half-year.
 *
 * @param from the first day of the half-year
 * @param percent per year; may be below zero
 * @param source where it was published
 * @param author who added it; empty when it came with the house
 */
public record ReferenceRate(Reference reference, LocalDate from, BigDecimal percent, String source, String author) {}
