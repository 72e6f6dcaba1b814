package dev.dunwell.collections;

/** A strategy, or whom it is for, changed for more than one customer: all are to be decided anew. */
public record StrategiesChanged() {}
