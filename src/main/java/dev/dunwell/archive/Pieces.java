package dev.dunwell.archive;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The pieces of a kept file one after another, each fetched in a transaction of its own. */
@Repository
class Pieces {

    private final JdbcClient db;
    private final TransactionTemplate reading;

    Pieces(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    InputStream stream(byte[] hash) {
        return new SequenceInputStream(new Enumeration<>() {
            private int next;
            private Optional<byte[]> piece = piece(hash, 0);

            @Override
            public boolean hasMoreElements() {
                return piece.isPresent();
            }

            @Override
            public InputStream nextElement() {
                byte[] bytes = piece.orElseThrow(NoSuchElementException::new);
                next++;
                piece = piece(hash, next);
                return new ByteArrayInputStream(bytes);
            }
        });
    }

    private Optional<byte[]> piece(byte[] hash, int number) {
        Optional<byte[]> found =
                reading.execute(_ -> db.sql("select bytes from stored_piece where hash = ? and piece = ?")
                        .params(hash, number)
                        .query(byte[].class)
                        .optional());
        return found == null ? Optional.empty() : found;
    }
}
