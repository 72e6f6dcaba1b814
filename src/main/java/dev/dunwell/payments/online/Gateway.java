package dev.dunwell.payments.online;

import dev.dunwell.kernel.Money;
import dev.dunwell.payments.Provider;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who takes cards or wallets for an organisation. Every method but {@link #takes} goes over the network. */
public interface Gateway {

    Provider provider();

    /** Whether it takes a currency and counts its smallest unit as ISO 4217 does. */
    boolean takes(Currency currency);

    /**
     * What a payer is to pay.
     *
     * @param name ours, the same however often it is sent
     * @param title what the payer reads there
     * @param done where the payer comes back to
     * @param cancelled where the payer comes back to without having paid
     * @param email of the payer, to fill in a field; null when unknown
     */
    record Order(
            String name,
            Money total,
            String title,
            URI done,
            URI cancelled,
            @Nullable String email) {}

    /** A page of the gateway on which the payer pays. */
    record Opened(String checkout, URI page) {}

    /** The same order opens the same page. */
    Opened open(Keys keys, Order order) throws GatewayTrouble;

    /**
     * What the gateway says of a payment now.
     *
     * @param name of our order, as it was sent
     * @param isOver whether nothing will come any more
     * @param payment the gateway's own id of what was paid; null while nothing was
     * @param received null while nothing was
     * @param gone what of it went back to the payer, asked for or not
     */
    record Seen(
            String name,
            boolean isOver,
            @Nullable String payment,
            @Nullable Money received,
            Money gone) {}

    /** Asks for the state; a payer's consent that still has to be taken up is taken up by asking. */
    Seen look(Keys keys, String checkout) throws GatewayTrouble;

    /** What came to our door, as it came. */
    record Incoming(byte[] body, Map<String, String> headers, Instant at) {}

    /**
     * An event that is proven to be the gateway's.
     *
     * @param checkout of which payment, by its checkout; null when it names only {@code payment}
     */
    record Event(
            String id,
            String kind,
            @Nullable String checkout,
            @Nullable String payment) {}

    /** @throws NotGenuine when the signature is wrong, older than five minutes, or there is none */
    Event prove(Keys keys, Incoming incoming) throws GatewayTrouble;

    /** Whether the keys open anything; says what is wrong when they do not. */
    void tryOut(Keys keys) throws GatewayTrouble;
}
