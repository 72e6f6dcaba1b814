package dev.dunwell.bench;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lets {@code make bench} start the bench; an ordinary run of the tests leaves it out. */
@Tag("bench")
class BenchRun {

    @Test
    void the_house_works_beside_sql_written_by_hand() throws Exception {
        Bench.main();
    }
}
