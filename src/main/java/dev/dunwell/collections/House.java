package dev.dunwell.collections;

import dev.dunwell.reach.BankData;
import dev.dunwell.reach.Limits;

/** What is so for the whole organisation tonight: what it asks of its mail, and how fresh its bank data is. */
public record House(Limits limits, BankData bank) {

    /** Nothing is said, nothing is asked. */
    public static final House QUIET = new House(Limits.NONE, BankData.NOT_ASKED);
}
