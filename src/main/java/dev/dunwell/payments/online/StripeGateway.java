package dev.dunwell.payments.online;

import com.stripe.StripeClient;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.DisputeListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionRetrieveParams;
import dev.dunwell.kernel.Money;
import dev.dunwell.payments.Provider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stripe Checkout through Stripe's own library: a hosted page for cards and wallets. */
@Component
class StripeGateway implements Gateway {

    private static final int PATIENCE_MS = 15_000;
    private static final long TOLERANCE_SECONDS = 300;
    /** Where Stripe counts otherwise than ISO 4217, and where it wants tens of the smallest unit. */
    private static final Set<String> COUNTED_OTHERWISE =
            Set.of("ISK", "UGX", "MGA", "BHD", "JOD", "KWD", "OMR", "TND", "HUF", "TWD");

    private static final Set<String> DISPUTES_WITHOUT_LOSS =
            Set.of("won", "prevented", "warning_needs_response", "warning_under_review", "warning_closed");

    private final String url;
    private final JsonMapper json;

    StripeGateway(@Value("${dunwell.payments.stripe-url}") String url, JsonMapper json) {
        this.url = url;
        this.json = json;
    }

    @Override
    public Provider provider() {
        return Provider.STRIPE;
    }

    @Override
    public boolean takes(Currency currency) {
        return !COUNTED_OTHERWISE.contains(currency.getCurrencyCode());
    }

    @Override
    public Opened open(Keys keys, Order order) throws GatewayTrouble {
        var line = LineItem.PriceData.builder()
                .setCurrency(order.total().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                .setUnitAmount(order.total().minor())
                .setProductData(LineItem.PriceData.ProductData.builder()
                        .setName(order.title())
                        .build())
                .build();
        var params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(order.name())
                .setSuccessUrl(order.done().toString())
                .setCancelUrl(order.cancelled().toString())
                .addLineItem(
                        LineItem.builder().setQuantity(1L).setPriceData(line).build());
        if (order.email() != null) {
            params.setCustomerEmail(order.email());
        }
        try {
            var once = RequestOptions.builder().setIdempotencyKey(order.name()).build();
            Session session = client(keys).v1().checkout().sessions().create(params.build(), once);
            return new Opened(session.getId(), URI.create(session.getUrl()));
        } catch (StripeException e) {
            throw trouble(e);
        }
    }

    @Override
    public Seen look(Keys keys, String checkout) throws GatewayTrouble {
        try {
            var params = SessionRetrieveParams.builder()
                    .addExpand("payment_intent.latest_charge")
                    .build();
            Session session = client(keys).v1().checkout().sessions().retrieve(checkout, params);
            return seen(keys, session);
        } catch (StripeException e) {
            throw trouble(e);
        }
    }

    private Seen seen(Keys keys, Session session) throws StripeException {
        String name = Objects.requireNonNullElse(session.getClientReferenceId(), "");
        String currency = session.getCurrency().toUpperCase(Locale.ROOT);
        PaymentIntent intent = session.getPaymentIntentObject();
        if (intent == null || !"paid".equals(session.getPaymentStatus())) {
            boolean isOver =
                    "expired".equals(session.getStatus()) || intent != null && "canceled".equals(intent.getStatus());
            return new Seen(name, isOver, null, null, Money.ofMinor(0, currency));
        }
        String paidIn = intent.getCurrency().toUpperCase(Locale.ROOT);
        Charge charge = intent.getLatestChargeObject();
        long gone = charge == null ? 0 : gone(keys, charge);
        return new Seen(
                name,
                true,
                intent.getId(),
                Money.ofMinor(intent.getAmountReceived(), paidIn),
                Money.ofMinor(gone, paidIn));
    }

    /** Refunds, and disputes that took the money; one that was won gave it back. */
    private long gone(Keys keys, Charge charge) throws StripeException {
        long disputed = 0;
        if (Boolean.TRUE.equals(charge.getDisputed())) {
            var of = DisputeListParams.builder().setCharge(charge.getId()).build();
            disputed = client(keys).v1().disputes().list(of).getData().stream()
                    .filter(dispute -> !DISPUTES_WITHOUT_LOSS.contains(dispute.getStatus()))
                    .mapToLong(dispute -> dispute.getAmount())
                    .sum();
        }
        return Math.min(charge.getAmount(), charge.getAmountRefunded() + disputed);
    }

    @Override
    public Event prove(Keys keys, Incoming incoming) {
        String body = new String(incoming.body(), StandardCharsets.UTF_8);
        String signature = incoming.headers().getOrDefault("stripe-signature", "");
        if (keys.events().isEmpty() || signature.isEmpty()) {
            throw new NotGenuine("no signature");
        }
        try {
            Webhook.Signature.verifyHeader(
                    body, signature, keys.events(), TOLERANCE_SECONDS, Clock.fixed(incoming.at(), ZoneOffset.UTC));
            JsonNode event = json.readTree(body);
            JsonNode about = event.path("data").path("object");
            boolean isCheckout = "checkout.session".equals(about.path("object").asString(""));
            return new Event(
                    event.path("id").asString(""),
                    event.path("type").asString(""),
                    isCheckout ? text(about, "id") : null,
                    isCheckout ? null : text(about, "payment_intent"));
        } catch (SignatureVerificationException e) {
            throw new NotGenuine(String.valueOf(e.getMessage()).contains("tolerance") ? "too old" : "wrong signature");
        } catch (JacksonException e) {
            throw new NotGenuine("not an event");
        }
    }

    @Override
    public void tryOut(Keys keys) throws GatewayTrouble {
        try {
            client(keys).v1().balance().retrieve();
        } catch (StripeException e) {
            throw trouble(e);
        }
    }

    private StripeClient client(Keys keys) {
        return StripeClient.builder()
                .setApiKey(keys.secret())
                .setApiBase(url)
                .setConnectTimeout(PATIENCE_MS)
                .setReadTimeout(PATIENCE_MS)
                .setMaxNetworkRetries(1)
                .build();
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).asString() : null;
    }

    private static GatewayTrouble trouble(StripeException e) {
        String said = e.getStripeError() == null ? null : e.getStripeError().getMessage();
        return new GatewayTrouble(said == null ? "Stripe cannot be reached just now." : "Stripe says: " + said, e);
    }
}
