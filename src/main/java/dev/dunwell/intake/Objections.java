package dev.dunwell.intake;

import java.util.List;

/** A module that builds on what files bring says here why a batch cannot be taken back. */
public interface Objections {

    /** One sentence for each reason, at most some hundred; none when the batch may go. Asked within the transaction. */
    List<String> to(long batchId);
}
