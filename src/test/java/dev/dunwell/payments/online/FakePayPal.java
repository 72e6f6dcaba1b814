package dev.dunwell.payments.online;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dunwell.access.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of PayPal as a payment sees, on this machine. An order is approved and refunded by hand. */
final class FakePayPal {

    static final FakePayPal ONE = new FakePayPal();

    /** An order and what became of it. */
    static final class Order {
        final String id;
        final String name;
        final String value;
        final String currency;
        volatile String status = "PAYER_ACTION_REQUIRED";
        volatile String captured = "COMPLETED";
        volatile String refunded = "";
        final AtomicInteger captures = new AtomicInteger();

        Order(String id, String name, String value, String currency) {
            this.id = id;
            this.name = name;
            this.value = value;
            this.currency = currency;
        }
    }

    final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final HttpServer server;

    private FakePayPal() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What this PayPal signs with: the webhook's id and the bytes. */
    static String signature(String webhook, String body) {
        return HexFormat.of().formatHex(new Secret(webhook + body).hash());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/v1/oauth2/token")) {
            send(exchange, 200, "{\"access_token\":\"A21\"}");
        } else if (path.equals("/v1/notifications/verify-webhook-signature")) {
            send(exchange, 200, "{\"verification_status\":\"" + (isProven(body) ? "SUCCESS" : "FAILURE") + "\"}");
        } else if (path.equals("/v2/checkout/orders")) {
            send(exchange, 201, create(body));
        } else if (path.endsWith("/capture")) {
            capture(exchange, Objects.requireNonNull(orders.get(path.replaceAll(".*/orders/|/capture", ""))));
        } else {
            Order order = orders.get(path.substring(path.lastIndexOf('/') + 1));
            send(exchange, order == null ? 404 : 200, order == null ? "{}" : json(order));
        }
    }

    private static boolean isProven(String asked) {
        String event = asked.substring(asked.indexOf("\"webhook_event\":") + 16, asked.length() - 1);
        return field(asked, "transmission_sig").equals(signature(field(asked, "webhook_id"), event));
    }

    private String create(String body) {
        var order = new Order(
                "ORDER" + count.incrementAndGet(),
                field(body, "custom_id"),
                field(body, "value"),
                field(body, "currency_code"));
        orders.put(order.id, order);
        return """
                {"id":"%s","status":"PAYER_ACTION_REQUIRED","links":[{"rel":"self","href":"x"},
                 {"rel":"payer-action","href":"%s/checkoutnow?token=%s"}]}""".formatted(order.id, url(), order.id);
    }

    private static void capture(HttpExchange exchange, Order order) throws IOException {
        boolean isFirst = order.captures.incrementAndGet() == 1;
        order.status = "COMPLETED";
        send(
                exchange,
                isFirst ? 201 : 422,
                isFirst ? json(order) : "{\"details\":[{\"issue\":\"ORDER_ALREADY_CAPTURED\"}]}");
    }

    private static String json(Order order) {
        String amount = "\"amount\":{\"currency_code\":\"%s\",\"value\":\"%s\"}";
        String payments = order.status.equals("COMPLETED")
                ? """
                ,"payments":{"captures":[{"id":"CAP%s","status":"%s",%s}]%s}""".formatted(
                                order.id,
                                order.captured,
                                amount.formatted(order.currency, order.value),
                                order.refunded.isEmpty()
                                        ? ""
                                        : ",\"refunds\":[{\"id\":\"R1\",\"status\":\"COMPLETED\",%s}]"
                                                .formatted(amount.formatted(order.currency, order.refunded)))
                : "";
        return "{\"id\":\"%s\",\"status\":\"%s\",\"purchase_units\":[{\"custom_id\":\"%s\",%s%s}]}"
                .formatted(order.id, order.status, order.name, amount.formatted(order.currency, order.value), payments);
    }

    private static String field(String json, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return field.find() ? field.group(1) : "";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
