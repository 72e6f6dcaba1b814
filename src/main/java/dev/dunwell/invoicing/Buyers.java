package dev.dunwell.invoicing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Customers as invoices name them. */
@Repository
public class Buyers {

    private final JdbcClient db;

    Buyers(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Buyer> of(long customerId) {
        return Optional.ofNullable(of(List.of(customerId)).get(customerId));
    }

    /** Those of these customers that are known. */
    @Transactional(readOnly = true)
    public Map<Long, Buyer> of(Collection<Long> customers) {
        Map<Long, Buyer> buyers = new HashMap<>();
        db.sql("select * from buyer where customer_id = any(:customers)")
                .param("customers", customers.toArray(Long[]::new))
                .query(row -> {
                    Buyer buyer = buyer(row);
                    buyers.put(buyer.customerId(), buyer);
                });
        return buyers;
    }

    void replace(Buyer buyer) {
        Party party = buyer.party();
        db.sql("""
                insert into buyer (customer_id, name, street, postcode, town, country, vat_id, endpoint_scheme, endpoint,
                  buyer_reference, demands, form, delivery)
                values (:customer, :name, :street, :postcode, :town, :country, :vatId, :scheme, :endpoint,
                  :reference, :demands, :form, :delivery)
                on conflict (org_id, customer_id) do update
                set name = excluded.name, street = excluded.street, postcode = excluded.postcode, town = excluded.town,
                  country = excluded.country, vat_id = excluded.vat_id, endpoint_scheme = excluded.endpoint_scheme,
                  endpoint = excluded.endpoint, buyer_reference = excluded.buyer_reference, demands = excluded.demands,
                  form = excluded.form, delivery = excluded.delivery
                """)
                .param("customer", buyer.customerId())
                .param("name", party.name())
                .param("street", party.address().street())
                .param("postcode", party.address().postcode())
                .param("town", party.address().town())
                .param("country", party.address().country())
                .param("vatId", party.vatId())
                .param("scheme", party.endpoint().scheme())
                .param("endpoint", party.endpoint().id())
                .param("reference", buyer.buyerReference())
                .param(
                        "demands",
                        buyer.demands().stream()
                                .map(Buyer.Demand::code)
                                .sorted()
                                .toArray(String[]::new))
                .param("form", buyer.form().code())
                .param("delivery", buyer.delivery().code())
                .update();
    }

    private static Buyer buyer(ResultSet row) throws SQLException {
        var party = new Party(
                row.getString("name"),
                new Party.Address(
                        row.getString("street"),
                        row.getString("postcode"),
                        row.getString("town"),
                        row.getString("country").strip()),
                row.getString("vat_id"),
                "",
                new Party.Endpoint(row.getString("endpoint_scheme"), row.getString("endpoint")),
                Party.Person.NOBODY);
        String[] demands = (String[]) row.getArray("demands").getArray();
        return new Buyer(
                row.getLong("customer_id"),
                party,
                row.getString("buyer_reference"),
                Arrays.stream(demands)
                        .map(code -> Buyer.Demand.valueOf(code.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                Buyer.Form.ofCode(row.getString("form")),
                Buyer.Delivery.ofCode(row.getString("delivery")));
    }
}
