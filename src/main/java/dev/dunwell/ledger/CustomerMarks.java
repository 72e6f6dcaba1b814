package dev.dunwell.ledger;

import dev.dunwell.access.Caller;
import java.util.Collection;
import java.util.Map;

/** What modules above have to say of customers in a list, in a word or two: implemented there, asked here. */
public interface CustomerMarks {

    /** One word or two by customer; who has nothing to say of is absent. All of one page in one question. */
    Map<Long, String> of(Caller caller, Collection<Long> customers);
}
