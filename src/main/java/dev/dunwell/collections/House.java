package dev.dunwell.collections;

import dev.dunwell.messaging.Way;
import dev.dunwell.reach.BankData;
import dev.dunwell.reach.Limits;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is so for the whole organisation tonight: what it asks of its mail, and how fresh its bank data is.
 *
 * @param ways on which its messages leave by themselves; what has no way is a person's to do
 */
public record House(Limits limits, BankData bank, Set<Way> ways) {

    /** Nothing is said, nothing is asked. */
    public static final House QUIET = new House(Limits.NONE, BankData.NOT_ASKED);

    /** Of an organisation that writes by mail and on paper. */
    public House(Limits limits, BankData bank) {
        this(limits, bank, EnumSet.of(Way.MAIL, Way.LETTER));
    }
}
