package dev.dunwell;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A fast mail server in this process that does nothing wrong. It counts what it took over and keeps the Message-IDs.
 * With a folder it puts each mail on disk before it answers for it, as a mail server must (RFC 5321 6.1).
 */
public final class TestMailServer implements AutoCloseable {

    private static final byte[] LAST_DOT = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private volatile @Nullable Path spool;
    private final AtomicInteger mails = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<String> messageIds = ConcurrentHashMap.newKeySet();
    private volatile byte[] last = new byte[0];

    /** @param spool where mails are put before they are answered for; null for nowhere */
    public TestMailServer(@Nullable Path spool) throws IOException {
        keepIn(spool);
        server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::welcome);
    }

    /** From now on mails are put there before they are answered for; null for nowhere. */
    public void keepIn(@Nullable Path folder) throws IOException {
        spool = folder == null ? null : Files.createDirectories(folder);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many mails it took over. */
    public int mails() {
        return mails.get();
    }

    /** How many different Message-IDs they had. */
    public int messageIds() {
        return messageIds.size();
    }

    public long bytes() {
        return bytes.get();
    }

    public int connections() {
        return connections.get();
    }

    /** The mail it took over last, as it travelled, dots stuffed. */
    public byte[] last() {
        return last.clone();
    }

    public void forget() {
        mails.set(0);
        bytes.set(0);
        connections.set(0);
        messageIds.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void welcome() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedInputStream(client.getInputStream(), 1 << 16);
                var out = new BufferedOutputStream(client.getOutputStream())) {
            say(out, "220 test ESMTP");
            for (String line = line(in); line != null; line = line(in)) {
                switch (line.toUpperCase(Locale.ROOT).replaceAll("[ :].*", "")) {
                    case "DATA" -> {
                        say(out, "354 go ahead");
                        take(in);
                        say(out, "250 2.0.0 queued");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException _) {
            // the client has gone
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static @Nullable String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return line.toString().strip();
            }
            line.append((char) b);
        }
        return null;
    }

    private void take(InputStream in) throws IOException {
        var mail = new ByteArrayOutputStream(1 << 14);
        byte[] chunk = new byte[1 << 14];
        boolean isWhole = false;
        while (!isWhole) {
            int read = in.read(chunk);
            if (read < 0) {
                throw new IOException("the client went in the middle");
            }
            mail.write(chunk, 0, read);
            isWhole = endsWithDot(mail, chunk, read);
        }
        byte[] all = mail.toByteArray();
        Path folder = spool;
        if (folder != null) {
            put(folder.resolve("mail-" + Thread.currentThread().threadId()), all);
        }
        last = all;
        messageIds.add(messageId(all));
        bytes.addAndGet(all.length);
        mails.incrementAndGet();
    }

    /** Nothing follows the last dot before it is answered, so it ends what has arrived. */
    private static boolean endsWithDot(ByteArrayOutputStream mail, byte[] chunk, int read) {
        if (read >= LAST_DOT.length) {
            return isLastDot(chunk, read);
        }
        byte[] all = mail.toByteArray();
        return all.length >= LAST_DOT.length && isLastDot(all, all.length);
    }

    private static boolean isLastDot(byte[] bytes, int end) {
        for (int i = 0; i < LAST_DOT.length; i++) {
            if (bytes[end - LAST_DOT.length + i] != LAST_DOT[i]) {
                return false;
            }
        }
        return true;
    }

    private static void put(Path file, byte[] mail) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(mail));
            channel.force(true);
        }
    }

    private static String messageId(byte[] mail) {
        String head = new String(mail, 0, Math.min(mail.length, 2_000), StandardCharsets.ISO_8859_1);
        int begin = head.toLowerCase(Locale.ROOT).indexOf("\r\nmessage-id:");
        return begin < 0
                ? ""
                : head.substring(begin + 13, head.indexOf('\r', begin + 13)).strip();
    }
}
