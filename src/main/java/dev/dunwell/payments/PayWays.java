package dev.dunwell.payments;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.PaymentMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ways to pay that the organisation offers beside bank transfer, by currency. */
@Repository
public class PayWays {

    private final JdbcClient db;
    private final Audit audit;

    PayWays(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<PayWay> all() {
        return db.sql("select * from pay_way order by currency, method")
                .query(PayWays::way)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<PayWay> of(Currency currency, PaymentMethod method) {
        return db.sql("select * from pay_way where currency = :currency and method = :method")
                .param("currency", currency.getCurrencyCode())
                .param("method", method.code())
                .query(PayWays::way)
                .optional();
    }

    /** Offers exactly these from now on. */
    @Transactional
    public void replace(Actor actor, List<PayWay> ways) {
        db.sql("delete from pay_way").update();
        db.sql("""
                insert into pay_way (currency, method, basis_points, fixed)
                select * from unnest(
                  cast(:currencies as char(3)[]), cast(:methods as text[]), cast(:points as int[]), cast(:fixed as bigint[]))
                """)
                .param(
                        "currencies",
                        ways.stream().map(w -> w.currency().getCurrencyCode()).toArray(String[]::new))
                .param("methods", ways.stream().map(w -> w.method().code()).toArray(String[]::new))
                .param("points", ways.stream().map(PayWay::basisPoints).toArray(Integer[]::new))
                .param("fixed", ways.stream().map(w -> w.fixed().minor()).toArray(Long[]::new))
                .update();
        audit.write(actor, "ways-to-pay.changed", "organisation", null, Map.of("ways", ways.toString()));
    }

    private static PayWay way(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        return new PayWay(
                Currency.getInstance(currency),
                PaymentMethod.ofCode(row.getString("method")),
                row.getInt("basis_points"),
                Money.ofMinor(row.getLong("fixed"), currency));
    }
}
