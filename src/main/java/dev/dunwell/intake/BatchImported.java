package dev.dunwell.intake;

/** The rows of a batch are in the book; said in the transaction that wrote them, before the book says what changed. */
public record BatchImported(long batchId) {}
