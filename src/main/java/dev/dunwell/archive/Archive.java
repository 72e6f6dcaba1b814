package dev.dunwell.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files in pieces, so that none is held in memory as a whole, and each content once. */
@Repository
public class Archive {

    private static final int PIECE = 1 << 20;

    private final JdbcClient db;
    private final Pieces pieces;

    Archive(JdbcClient db, Pieces pieces) {
        this.db = db;
        this.pieces = pieces;
    }

    /**
     * Keeps what the file says now; one that is kept already is not kept twice.
     *
     * @param file read twice from its first byte to its last
     * @return its SHA-256 in hexadecimal, by which it is opened
     */
    @Transactional
    public String keep(InputStreamSource file) throws IOException {
        MessageDigest digest = sha256();
        long size;
        try (InputStream in = new DigestInputStream(file.getInputStream(), digest)) {
            size = in.transferTo(OutputStream.nullOutputStream());
        }
        byte[] hash = digest.digest();
        boolean isNew = db.sql("insert into stored_file (hash, size) values (?, ?) on conflict do nothing")
                        .params(hash, size)
                        .update()
                > 0;
        if (isNew) {
            write(hash, file);
        }
        return HexFormat.of().formatHex(hash);
    }

    /** The file's bytes, fetched a piece at a time as they are read. Needs the organisation bound, no transaction. */
    public InputStream open(String hash) {
        return pieces.stream(HexFormat.of().parseHex(hash));
    }

    /** All of a file's bytes at once: for files that are known to be small. */
    @Transactional(readOnly = true)
    public byte[] bytes(String hash) {
        byte[] bytes = bytes(List.of(hash)).get(hash);
        if (bytes == null) {
            throw new NoSuchElementException("no file is kept as " + hash);
        }
        return bytes;
    }

    /** All bytes of several files by their hashes: for few that are known to be small. */
    @Transactional(readOnly = true)
    public Map<String, byte[]> bytes(Collection<String> hashes) {
        Map<String, byte[]> files = new HashMap<>();
        db.sql("""
            select encode(hash, 'hex') as hash, bytes
            from stored_piece
            where hash = any (array(select decode(h, 'hex') from unnest(:hashes) as h))
            order by hash, piece
            """).param("hashes", hashes.toArray(String[]::new)).query(row -> {
            files.merge(row.getString("hash"), row.getBytes("bytes"), Archive::joined);
        });
        return files;
    }

    private static byte[] joined(byte[] first, byte[] next) {
        byte[] both = Arrays.copyOf(first, first.length + next.length);
        System.arraycopy(next, 0, both, first.length, next.length);
        return both;
    }

    private void write(byte[] hash, InputStreamSource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            int piece = 0;
            for (byte[] bytes = in.readNBytes(PIECE); bytes.length > 0; bytes = in.readNBytes(PIECE)) {
                db.sql("insert into stored_piece (hash, piece, bytes) values (?, ?, ?)")
                        .params(hash, piece++, bytes)
                        .update();
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
