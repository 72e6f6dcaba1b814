package dev.dunwell.foresight.learning;

/**
 * How much a customer's own past counts against the book's: {@code (Σ wᵢ·xᵢ + k·book) ÷ (Σ wᵢ + k)}, where the last
 * settled invoice weighs 1 and each earlier one {@code decay} times the one after it. With decay 1 it is the
 * credibility mean of Bühlmann (1967); below 1 an exponentially weighted one that follows a customer who changes.
 *
 * @param decay above 0 and at most 1
 * @param k how many settled invoices of the customer's own the book is worth
 */
record Shrinkage(double decay, double k) {}
