package dev.dunwell.intake.formats.table;

import dev.dunwell.kernel.Problem;
import java.io.Closeable;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The rows of a table from the first to the last, one in memory at a time. A failing disk or network throws. */
public interface Rows extends Iterator<Row>, Closeable {

    /**
     * Asked after the last row: why there may be more in the file than was read, or null when its end was reached. A
     * file that was cut short must not be taken as if it were whole.
     */
    @Nullable
    Problem cutShort();

    /** How many of the rows so far were passed over because they hold nothing that is wanted. */
    default int leftOut() {
        return 0;
    }

    @Override
    void close();
}
