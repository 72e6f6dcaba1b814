package dev.dunwell.payments.online;

import dev.dunwell.kernel.Money;
import dev.dunwell.payments.Provider;
import dev.dunwell.payments.online.PayPalCalls.Answer;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * PayPal Orders v2. A payer's consent is taken up when the order is looked at. An event is proven by asking PayPal
 * whether it sent these bytes: no address that stands in the event is ever opened.
 */
@Component
class PayPalGateway implements Gateway {

    private static final String ORDERS = "/v2/checkout/orders/";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    /** PayPal takes whole ones only. */
    private static final Set<String> WHOLE_ONLY = Set.of("HUF", "TWD");

    private static final Set<String> TAKEN = Set.of("COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED", "REVERSED");
    private static final Pattern CAPTURE = Pattern.compile("/captures/([A-Z0-9]+)");

    private final PayPalCalls calls;
    private final JsonMapper json;

    PayPalGateway(PayPalCalls calls, JsonMapper json) {
        this.calls = calls;
        this.json = json;
    }

    @Override
    public Provider provider() {
        return Provider.PAYPAL;
    }

    @Override
    public boolean takes(Currency currency) {
        return !WHOLE_ONLY.contains(currency.getCurrencyCode());
    }

    @Override
    public Opened open(Keys keys, Order order) throws GatewayTrouble {
        var unit = Map.of(
                "custom_id",
                order.name(),
                "description",
                order.title(),
                "amount",
                Map.of(
                        "currency_code",
                        order.total().currency().getCurrencyCode(),
                        "value",
                        order.total().amount().toPlainString()));
        var context = Map.of(
                "return_url",
                order.done().toString(),
                "cancel_url",
                order.cancelled().toString(),
                "user_action",
                "PAY_NOW",
                "shipping_preference",
                "NO_SHIPPING");
        String body = json.writeValueAsString(Map.of(
                "intent",
                "CAPTURE",
                "purchase_units",
                List.of(unit),
                "payment_source",
                Map.of("paypal", Map.of("experience_context", context))));
        Answer answer = calls.post(keys, "/v2/checkout/orders", body, order.name());
        if (!answer.isDone()) {
            throw new GatewayTrouble("PayPal says: " + answer.issue());
        }
        for (JsonNode link : answer.body().path("links")) {
            if (link.path("rel").asString("").matches("payer-action|approve")) {
                return new Opened(
                        answer.body().path("id").asString(),
                        URI.create(link.path("href").asString()));
            }
        }
        throw new GatewayTrouble("PayPal opened no page for the payer.");
    }

    @Override
    public Seen look(Keys keys, String checkout) throws GatewayTrouble {
        Answer order = calls.get(keys, ORDERS + PayPalCalls.part(checkout));
        if ("APPROVED".equals(order.body().path("status").asString(""))) {
            // done already, or refused: the order itself says which
            calls.post(keys, ORDERS + PayPalCalls.part(checkout) + "/capture", "{}", "capture-" + checkout);
            order = calls.get(keys, ORDERS + PayPalCalls.part(checkout));
        }
        if (!order.isDone()) {
            throw new GatewayTrouble("PayPal says: " + order.issue());
        }
        return seen(order.body());
    }

    private static Seen seen(JsonNode order) {
        JsonNode unit = order.path("purchase_units").path(0);
        JsonNode capture = unit.path("payments").path("captures").path(0);
        String name = unit.path("custom_id").asString("");
        String state = capture.path("status").asString("");
        if (!TAKEN.contains(state)) {
            boolean isOver = "VOIDED".equals(order.path("status").asString("")) || state.matches("DECLINED|FAILED");
            return new Seen(name, isOver, null, null, Money.zero(money(unit).currency()));
        }
        Money received = money(capture);
        Money gone = Money.zero(received.currency());
        for (JsonNode refund : unit.path("payments").path("refunds")) {
            if (refund.path("status").asString("").matches("COMPLETED|PENDING")) {
                gone = gone.plus(money(refund));
            }
        }
        boolean isAllGone = state.matches("REFUNDED|REVERSED");
        return new Seen(name, true, capture.path("id").asString(""), received, isAllGone ? received : gone);
    }

    private static Money money(JsonNode node) {
        JsonNode amount = node.path("amount");
        return Money.of(
                new BigDecimal(amount.path("value").asString("0")),
                Currency.getInstance(amount.path("currency_code").asString("")));
    }

    @Override
    public Event prove(Keys keys, Incoming incoming) throws GatewayTrouble {
        if (keys.events().isEmpty() || header(incoming, "sig").isEmpty()) {
            throw new NotGenuine("no signature");
        } else if (isOld(incoming)) {
            throw new NotGenuine("too old");
        }
        String body = new String(incoming.body(), StandardCharsets.UTF_8);
        JsonNode event = read(body);
        Map<String, String> claim = Map.of(
                "auth_algo", incoming.headers().getOrDefault("paypal-auth-algo", ""),
                "cert_url", incoming.headers().getOrDefault("paypal-cert-url", ""),
                "transmission_id", header(incoming, "id"),
                "transmission_sig", header(incoming, "sig"),
                "transmission_time", header(incoming, "time"),
                "webhook_id", keys.events());
        // the bytes as they came: written anew they would have another signature
        String asked = json.writeValueAsString(claim).replaceFirst("}$", "") + ",\"webhook_event\":" + body + "}";
        Answer answer = calls.post(keys, "/v1/notifications/verify-webhook-signature", asked, null);
        if (!"SUCCESS".equals(answer.body().path("verification_status").asString(""))) {
            throw new NotGenuine("wrong signature");
        }
        return event(event);
    }

    private JsonNode read(String body) {
        try {
            // one object and nothing behind it: what follows would be read as ours when PayPal is asked
            JsonNode event = json.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(body);
            if (event.isObject()) {
                return event;
            }
            throw new NotGenuine("not an event");
        } catch (JacksonException e) {
            throw new NotGenuine("not an event");
        }
    }

    private static Event event(JsonNode event) {
        String kind = event.path("event_type").asString("");
        JsonNode about = event.path("resource");
        String order = about.path("supplementary_data")
                .path("related_ids")
                .path("order_id")
                .asString("");
        String checkout = kind.startsWith("CHECKOUT.ORDER.") ? about.path("id").asString("") : order;
        return new Event(
                event.path("id").asString(""), kind, checkout.isEmpty() ? null : checkout, capture(kind, about));
    }

    /** A refund names its capture only in its links. */
    private static @Nullable String capture(String kind, JsonNode about) {
        if (!kind.startsWith("PAYMENT.CAPTURE.")) {
            return null;
        }
        for (JsonNode link : about.path("links")) {
            Matcher capture = CAPTURE.matcher(link.path("href").asString(""));
            if (link.path("rel").asString("").matches("up|self") && capture.find()) {
                return capture.group(1);
            }
        }
        return about.path("id").asString("");
    }

    private static boolean isOld(Incoming incoming) {
        try {
            Instant sent = Instant.parse(header(incoming, "time"));
            return Duration.between(sent, incoming.at()).abs().compareTo(TOLERANCE) > 0;
        } catch (DateTimeException e) {
            return true;
        }
    }

    private static String header(Incoming incoming, String name) {
        return incoming.headers().getOrDefault("paypal-transmission-" + name, "");
    }

    @Override
    public void tryOut(Keys keys) throws GatewayTrouble {
        calls.token(keys);
    }
}
