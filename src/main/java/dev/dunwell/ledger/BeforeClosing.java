package dev.dunwell.ledger;

import java.time.LocalDate;
import java.util.List;

/** Asked before the book is closed: what would be left out of it. Who knows of something implements this. */
public interface BeforeClosing {

    /**
     * @param until the last day that is to be closed
     * @return each a sentence with what to do; none when nothing is left out
     */
    List<String> leftOut(LocalDate until);
}
