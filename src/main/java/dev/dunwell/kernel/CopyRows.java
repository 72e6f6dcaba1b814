package dev.dunwell.kernel;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Many rows on their way into a staging table by {@code COPY}, the fastest way in. Row-level security refuses
 * {@code COPY} into a walled table, so rows go to a temporary one and from there by {@code insert … select}.
 */
public final class CopyRows {

    private final StringBuilder text = new StringBuilder();
    private int rows;

    /** Values by their text; null for an SQL null, enums in lower case as the database names them. */
    public CopyRows add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            append(values[i]);
        }
        text.append('\n');
        rows++;
        return this;
    }

    public boolean isEmpty() {
        return rows == 0;
    }

    public int size() {
        return rows;
    }

    /**
     * Copies the rows within the running transaction and empties this.
     *
     * @param target a temporary table with its columns, as {@code staged_step (invoice_id, step)}
     */
    public void into(DataSource database, String target) {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin", new StringReader(text.toString()), 1 << 16);
        } catch (SQLException e) {
            throw new SQLExceptionSubclassTranslator().translate("copy into " + target, null, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
        text.setLength(0);
        rows = 0;
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case Long number -> text.append(number.longValue());
            case Integer number -> text.append(number.intValue());
            case Enum<?> constant -> text.append(constant.name().toLowerCase(Locale.ROOT));
            default -> escape(value.toString());
        }
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }
}
