package dev.dunwell.payments.online;

import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of Stripe as a payment sees, on this machine. A session is paid, refunded and disputed by hand. */
public final class FakeStripe {

    public static final FakeStripe ONE = new FakeStripe();

    /** A checkout and what became of it; amounts in the smallest unit. */
    public static final class Session {
        public final String id;
        final String name;
        public final String back;
        public final long total;
        volatile String currency;
        volatile long received;
        volatile long refunded;
        volatile boolean isExpired;
        volatile String dispute = "";

        Session(String id, String name, String back, long total, String currency) {
            this.id = id;
            this.name = name;
            this.back = back;
            this.total = total;
            this.currency = currency;
        }

        String intent() {
            return id.replace("cs_", "pi_");
        }

        public void pay() {
            received = total;
        }
    }

    public final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> once = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final HttpServer server;
    volatile boolean isDown;

    private FakeStripe() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** An event as Stripe sends it. */
    public static String event(String id, String kind, Session about) {
        String object = kind.startsWith("checkout.session")
                ? "\"id\":\"%s\",\"object\":\"checkout.session\"".formatted(about.id)
                : "\"id\":\"ch_1\",\"object\":\"charge\",\"payment_intent\":\"%s\"".formatted(about.intent());
        return "{\"id\":\"%s\", \"type\":\"%s\",  \"data\":{\"object\":{%s}}}".formatted(id, kind, object);
    }

    public static String signature(String body, String secret, long atSecond) {
        try {
            return Webhook.Signature.generateSignatureHeader(body, secret, atSecond);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String key = exchange.getRequestHeaders().getFirst("Authorization");
        if (isDown) {
            send(exchange, 503, "{\"error\":{\"message\":\"down\",\"type\":\"api_error\"}}");
        } else if (key == null || !key.startsWith("Bearer sk_test_")) {
            send(exchange, 401, "{\"error\":{\"message\":\"Invalid API Key\",\"type\":\"invalid_request_error\"}}");
        } else if (path.equals("/v1/balance")) {
            send(exchange, 200, "{\"object\":\"balance\"}");
        } else if (path.equals("/v1/disputes")) {
            send(exchange, 200, disputes(exchange.getRequestURI().getQuery()));
        } else if (exchange.getRequestMethod().equals("POST")) {
            String idempotency = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            Map<String, String> form = form(exchange);
            // as every account of Stripe has its own: two databases of tests may count alike
            String own = Objects.requireNonNull(idempotency) + form.getOrDefault("success_url", "");
            send(exchange, 200, once.computeIfAbsent(own, _ -> create(form)));
        } else {
            Session session = sessions.get(path.substring(path.lastIndexOf('/') + 1));
            send(exchange, session == null ? 404 : 200, session == null ? "{}" : json(session));
        }
    }

    private String create(Map<String, String> form) {
        var session = new Session(
                "cs_" + count.incrementAndGet(),
                form.getOrDefault("client_reference_id", ""),
                form.getOrDefault("success_url", "").replaceFirst("http://localhost(:\\d+)?", ""),
                Long.parseLong(form.getOrDefault("line_items[0][price_data][unit_amount]", "0")),
                form.getOrDefault("line_items[0][price_data][currency]", ""));
        sessions.put(session.id, session);
        return json(session);
    }

    private String disputes(String query) {
        Session session = sessions.get(query.replaceFirst(".*charge=ch_", "cs_"));
        String list = session == null || session.dispute.isEmpty()
                ? ""
                : "{\"id\":\"dp_1\",\"object\":\"dispute\",\"amount\":%d,\"status\":\"%s\"}"
                        .formatted(session.received, session.dispute);
        return "{\"object\":\"list\",\"data\":[" + list + "],\"has_more\":false}";
    }

    private String json(Session session) {
        boolean isPaid = session.received > 0;
        String intent = isPaid
                ? """
                {"id":"%s","object":"payment_intent","status":"succeeded","amount_received":%d,"currency":"%s",
                 "latest_charge":{"id":"%s","object":"charge","amount":%d,"amount_refunded":%d,"disputed":%s}}""".formatted(
                                session.intent(),
                                session.received,
                                session.currency,
                                session.id.replace("cs_", "ch_"),
                                session.received,
                                session.refunded,
                                !session.dispute.isEmpty())
                : "null";
        return """
                {"id":"%s","object":"checkout.session","client_reference_id":"%s","currency":"%s","amount_total":%d,
                 "status":"%s","payment_status":"%s","url":"%s/pay/%s","payment_intent":%s}""".formatted(
                        session.id,
                        session.name,
                        session.currency,
                        session.total,
                        session.isExpired ? "expired" : isPaid ? "complete" : "open",
                        isPaid ? "paid" : "unpaid",
                        url(),
                        session.id,
                        intent);
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
