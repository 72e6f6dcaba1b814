package dev.dunwell.messaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

/** A gateway for text messages on this machine that answers as a test tells it, or breaks where it says. */
final class FakeGateway implements AutoCloseable {

    /** What the gateway got, whatever it answered. */
    final List<Call> calls = Collections.synchronizedList(new ArrayList<>());

    int status = 200;
    String retryAfter = "";
    private final HttpServer server;

    FakeGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** One call with its body as it came. */
    record Call(String key, String signature, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/sms";
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        calls.add(new Call(
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("Dunwell-Signature"),
                body));
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        if (status >= 300 && status < 400) {
            exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Where somebody listens who takes a call and breaks it off: before it was read, or after. */
    enum Broken {
        CLOSES_AT_ONCE,
        CLOSES_AFTER_THE_BODY,
        NEVER_ANSWERS
    }

    /** @return its address; it serves one call */
    static String broken(Broken how) {
        try {
            var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> serve(socket, how));
            return "http://127.0.0.1:" + socket.getLocalPort() + "/sms";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(ServerSocket socket, Broken how) {
        try (socket;
                Socket one = socket.accept()) {
            if (how != Broken.CLOSES_AT_ONCE) {
                var in = one.getInputStream();
                String got = "";
                while (!got.endsWith("}")) {
                    got += (char) in.read();
                }
                if (how == Broken.NEVER_ANSWERS) {
                    in.read(); // until the caller has lost patience
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
