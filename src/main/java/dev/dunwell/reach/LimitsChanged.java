package dev.dunwell.reach;

/**
 * The organisation asks something else of its mail, or its bank data is fresh again: everybody is to be decided anew.
 */
public record LimitsChanged() {}
