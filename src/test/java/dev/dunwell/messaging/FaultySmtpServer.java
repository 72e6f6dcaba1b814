package dev.dunwell.messaging;

import dev.dunwell.messaging.SmtpFault.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A mail server in this process that misbehaves on request and remembers what it took over. */
final class FaultySmtpServer implements AutoCloseable {

    /** How long it takes over an answer when it is slow. */
    static final Duration SLOW = Duration.ofMillis(1200);

    /** Everything said to the server, in order. */
    final List<String> commands = new CopyOnWriteArrayList<>();

    /** The mails it took over, as they came: lines ended by CR LF, dots unstuffed. */
    final List<String> accepted = new CopyOnWriteArrayList<>();

    volatile SmtpFault fault = SmtpFault.NONE;
    volatile String extensions = "";

    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);

    FaultySmtpServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::welcome);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }

    private void welcome() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
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
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            boolean goesOn = answer(client, Step.CONNECT, "220 test ESMTP");
            while (goesOn) {
                String line = in.readLine();
                goesOn = line != null && obey(client, in, line);
            }
        } catch (IOException | InterruptedException _) {
            // the client has gone, which some faults make it do
        }
    }

    private boolean obey(Socket client, BufferedReader in, String line) throws IOException, InterruptedException {
        commands.add(line);
        return switch (line.toUpperCase(Locale.ROOT).replaceAll("[ :].*", "")) {
            case "EHLO", "HELO" -> answer(client, Step.EHLO, "250" + extensions + " test");
            case "AUTH" -> answer(client, Step.EHLO, "535 5.7.8 wrong password");
            case "MAIL" -> answer(client, Step.MAIL, "250 2.1.0 ok");
            case "RCPT" -> answer(client, Step.RCPT, "250 2.1.5 ok");
            case "DATA" -> answer(client, Step.DATA, "354 go ahead") && (!takesBody() || take(client, in));
            case "QUIT" -> answer(client, Step.QUIT, "221 bye");
            default -> say(client, "250 ok");
        };
    }

    private boolean takesBody() {
        return fault.step != Step.DATA;
    }

    private boolean take(Socket client, BufferedReader in) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (fault.step == Step.BODY) {
                return answer(client, Step.BODY, "");
            } else if (line.equals(".")) {
                if (fault.accepts) {
                    accepted.add(body.toString());
                }
                return answer(client, Step.DOT, "250 2.0.0 queued");
            }
            body.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return false;
    }

    /** The usual answer, unless this is the step of the fault; false when the conversation is over. */
    private boolean answer(Socket client, Step step, String usual) throws IOException, InterruptedException {
        SmtpFault now = fault;
        if (now.step != step) {
            return say(client, usual);
        }
        if (!now.answer.isEmpty()) {
            say(client, now.answer);
        }
        return switch (now.act) {
            case GO_ON -> true;
            case SLOWLY -> !closed.await(SLOW.toMillis(), TimeUnit.MILLISECONDS) && say(client, usual);
            case SILENCE -> closed.await(1, TimeUnit.MINUTES);
            case DROP -> false;
            case RESET -> {
                client.setSoLinger(true, 0);
                yield false;
            }
        };
    }

    private static boolean say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return true;
    }
}
