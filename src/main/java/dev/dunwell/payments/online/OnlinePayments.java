package dev.dunwell.payments.online;

import dev.dunwell.access.Secret;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Share;
import dev.dunwell.payments.Provider;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The payments that were started at gateways. */
@Repository
public class OnlinePayments {

    private final JdbcClient db;

    OnlinePayments(JdbcClient db) {
        this.db = db;
    }

    /** What is started. */
    public record Wanted(
            long customerId,
            Provider provider,
            List<Share> shares,
            Money amount,
            Money surcharge,
            Secret token,
            String backTo,
            String startedBy,
            Instant at) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public long insert(Wanted wanted) {
        long id = db.sql("""
                insert into online_payment
                  (customer_id, provider, currency, amount, surcharge, token, back_to, started_by, started_at)
                values (:customer, :provider, :currency, :amount, :surcharge, :token, :backTo, :by, :at)
                returning id
                """)
                .param("customer", wanted.customerId)
                .param("provider", wanted.provider.code())
                .param("currency", wanted.amount.currency().getCurrencyCode())
                .param("amount", wanted.amount.minor())
                .param("surcharge", wanted.surcharge.minor())
                .param("token", wanted.token.hash())
                .param("backTo", wanted.backTo)
                .param("by", wanted.startedBy)
                .param("at", wanted.at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        db.sql("""
                insert into online_share (online_id, invoice_id, amount)
                select :id, s.invoice, s.amount
                from unnest(cast(:invoices as bigint[]), cast(:amounts as bigint[])) as s (invoice, amount)
                """)
                .param("id", id)
                .param("invoices", wanted.shares.stream().map(Share::invoiceId).toArray(Long[]::new))
                .param(
                        "amounts",
                        wanted.shares.stream().map(s -> s.amount().minor()).toArray(Long[]::new))
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    public OnlinePayment byId(long id) {
        return one("p.id = :key", id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<OnlinePayment> byToken(Secret token) {
        return one("p.token = :key", token.hash());
    }

    @Transactional(readOnly = true)
    Optional<OnlinePayment> byCheckout(Provider provider, String checkout) {
        return one("p.provider = '" + provider.code() + "' and p.checkout = :key", checkout);
    }

    @Transactional(readOnly = true)
    Optional<OnlinePayment> byProviderPayment(Provider provider, String payment) {
        return one("p.provider = '" + provider.code() + "' and p.provider_payment = :key", payment);
    }

    /** Those that wait for their payer, the oldest first. */
    @Transactional(readOnly = true)
    List<OnlinePayment> waiting(int most) {
        return db.sql("select p.* from online_payment p where p.state = 'open' order by p.id limit :most")
                .param("most", most)
                .query(OnlinePayments::payment)
                .list();
    }

    /** How many of a customer wait, for a limit. */
    @Transactional(readOnly = true)
    public int waitingOf(long customerId, Instant since) {
        return db.sql("""
                select count(*) from online_payment
                where customer_id = :customer and state in ('started', 'open') and started_at > :since
                """)
                .param("customer", customerId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Those of a customer, the latest first. */
    @Transactional(readOnly = true)
    public List<OnlinePayment> of(long customerId, int most) {
        var all = db.sql("select p.* from online_payment p where p.customer_id = ? order by p.id desc limit ?");
        return all.params(customerId, most).query(OnlinePayments::payment).list();
    }

    /** The latest, or those alone that a person has to look at. */
    @Transactional(readOnly = true)
    public List<OnlinePayment> latest(boolean isTroubleOnly, int most) {
        return db.sql("""
                select p.* from online_payment p
                where not :troubleOnly or p.trouble is not null
                order by p.id desc limit :most
                """)
                .param("troubleOnly", isTroubleOnly)
                .param("most", most)
                .query(OnlinePayments::payment)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Share> shares(OnlinePayment of) {
        String currency = of.amount().currency().getCurrencyCode();
        return db.sql("select invoice_id, amount from online_share where online_id = :id order by invoice_id")
                .param("id", of.id())
                .query((row, _) -> new Share(row.getLong(1), Money.ofMinor(row.getLong(2), currency)))
                .list();
    }

    /** The payment, kept from everybody else until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    OnlinePayment lock(long id) {
        return db.sql("select * from online_payment where id = :id for update")
                .param("id", id)
                .query(OnlinePayments::payment)
                .single();
    }

    /** A number for the next question to the gateway: an answer to an older one does not undo a newer one's. */
    @Transactional
    int ask(long id) {
        return db.sql("update online_payment set asked = asked + 1 where id = :id returning asked")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void opened(long id, String checkout) {
        db.sql("update online_payment set state = 'open', checkout = :checkout where id = :id")
                .param("checkout", checkout)
                .param("id", id)
                .update();
    }

    @Transactional
    public void over(long id, OnlinePayment.State state, @Nullable String trouble) {
        db.sql("update online_payment set state = :state, trouble = :trouble where id = :id")
                .param("state", state.code())
                .param("trouble", trouble)
                .param("id", id)
                .update();
    }

    @Transactional
    void trouble(long id, String what) {
        db.sql("update online_payment set trouble = :what where id = :id")
                .param("what", what)
                .param("id", id)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void answered(long id, int question) {
        db.sql("update online_payment set answered = :question where id = :id")
                .param("question", question)
                .param("id", id)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void paid(long id, String providerPayment, long paymentId, LocalDate on) {
        db.sql("""
                update online_payment
                set state = 'paid', provider_payment = :theirs, payment_id = :ours, paid_on = :on, trouble = null
                where id = :id
                """)
                .param("theirs", providerPayment)
                .param("ours", paymentId)
                .param("on", on)
                .param("id", id)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void went(long id, Money gone, OnlinePayment.State state) {
        db.sql("update online_payment set gone = :gone, state = :state where id = :id")
                .param("gone", gone.minor())
                .param("state", state.code())
                .param("id", id)
                .update();
    }

    private Optional<OnlinePayment> one(String where, Object key) {
        return db.sql("select p.* from online_payment p where " + where)
                .param("key", key)
                .query(OnlinePayments::payment)
                .optional();
    }

    private static OnlinePayment payment(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        return new OnlinePayment(
                row.getLong("id"),
                row.getLong("customer_id"),
                Provider.read(row.getString("provider")).orElseThrow(),
                Money.ofMinor(row.getLong("amount"), currency),
                Money.ofMinor(row.getLong("surcharge"), currency),
                OnlinePayment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("checkout"),
                row.getString("provider_payment"),
                row.getObject("payment_id", Long.class),
                Money.ofMinor(row.getLong("gone"), currency),
                row.getInt("answered"),
                row.getString("back_to"),
                row.getString("trouble"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("paid_on", LocalDate.class));
    }
}
