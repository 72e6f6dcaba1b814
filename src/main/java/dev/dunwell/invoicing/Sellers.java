package dev.dunwell.invoicing;

import dev.dunwell.access.PlaceSwitch;
import dev.dunwell.web.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The organisation as it issues invoices. */
@Repository
public class Sellers implements PlaceSwitch {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    Sellers(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Empty while nobody set it up. */
    @Transactional(readOnly = true)
    public Optional<Seller> current() {
        return db.sql("select s.*, s.greeting::text as texts from seller s")
                .query((row, _) -> seller(row))
                .optional();
    }

    @Override
    public Place place() {
        return Place.INVOICING;
    }

    /** Whether the house issues invoices for this organisation. */
    @Override
    @Transactional(readOnly = true)
    public boolean isOn() {
        return db.sql("select exists (select from seller where switched_on)")
                .query(Boolean.class)
                .single();
    }

    void replace(Seller seller) {
        Party party = seller.party();
        db.sql("""
                insert into seller (switched_on, name, street, postcode, town, country, vat_id, tax_number, contact, phone, email,
                  endpoint_scheme, endpoint, series, exemption, greeting)
                values (:on, :name, :street, :postcode, :town, :country, :vatId, :taxNumber, :contact, :phone, :email,
                  :scheme, :endpoint, :series, :exemption, cast(:texts as jsonb))
                on conflict (org_id) do update
                set switched_on = excluded.switched_on, name = excluded.name, street = excluded.street,
                  postcode = excluded.postcode, town = excluded.town, country = excluded.country, vat_id = excluded.vat_id,
                  tax_number = excluded.tax_number, contact = excluded.contact, phone = excluded.phone, email = excluded.email,
                  endpoint_scheme = excluded.endpoint_scheme, endpoint = excluded.endpoint, series = excluded.series,
                  exemption = excluded.exemption, greeting = excluded.greeting
                """)
                .param("on", seller.isOn())
                .param("name", party.name())
                .param("street", party.address().street())
                .param("postcode", party.address().postcode())
                .param("town", party.address().town())
                .param("country", party.address().country())
                .param("vatId", party.vatId())
                .param("taxNumber", party.taxNumber())
                .param("contact", party.contact().name())
                .param("phone", party.contact().phone())
                .param("email", party.contact().email())
                .param("scheme", party.endpoint().scheme())
                .param("endpoint", party.endpoint().id())
                .param("series", seller.series())
                .param("exemption", seller.exemption())
                .param("texts", json.writeValueAsString(seller.look().texts()))
                .update();
    }

    private Seller seller(ResultSet row) throws SQLException {
        var party = new Party(
                row.getString("name"),
                new Party.Address(
                        row.getString("street"),
                        row.getString("postcode"),
                        row.getString("town"),
                        row.getString("country").strip()),
                row.getString("vat_id"),
                row.getString("tax_number"),
                new Party.Endpoint(row.getString("endpoint_scheme"), row.getString("endpoint")),
                new Party.Person(row.getString("contact"), row.getString("phone"), row.getString("email")));
        var look = new Seller.Look(json.readValue(row.getString("texts"), TEXTS));
        return new Seller(
                row.getBoolean("switched_on"), party, row.getString("series"), row.getString("exemption"), look);
    }
}
