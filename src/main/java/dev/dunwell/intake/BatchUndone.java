package dev.dunwell.intake;

/** The rows of a batch are out of the book again; said in the transaction that took them back. */
public record BatchUndone(long batchId) {}
