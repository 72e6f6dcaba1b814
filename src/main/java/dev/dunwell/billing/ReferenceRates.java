package dev.dunwell.billing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The reference rates that come with the house, and those that people of the organisation added. */
@Repository
public class ReferenceRates {

    private static final List<ReferenceRate> SHIPPED = DataFile.rows("reference-rates.csv").stream()
            .map(row -> new ReferenceRate(
                    Reference.ofCode(row.text("reference")),
                    LocalDate.parse(row.text("from")),
                    new BigDecimal(row.text("percent")),
                    row.text("source"),
                    ""))
            .toList();

    private final JdbcClient db;

    ReferenceRates(JdbcClient db) {
        this.db = db;
    }

    /** All of them; what a person added counts before what came with the house. */
    @Transactional(readOnly = true)
    public RateTable table() {
        List<ReferenceRate> rates = new ArrayList<>(SHIPPED);
        rates.addAll(db.sql("select * from reference_rate order by id")
                .query(ReferenceRates::rate)
                .list());
        return new RateTable(rates);
    }

    /** Only those that come with the house. */
    public static RateTable shipped() {
        return new RateTable(SHIPPED);
    }

    void insert(ReferenceRate rate) {
        db.sql("""
                insert into reference_rate (reference, from_on, percent, source, author)
                values (:reference, :from, :percent, :source, :author)
                """)
                .param("reference", rate.reference().code())
                .param("from", rate.from())
                .param("percent", rate.percent())
                .param("source", rate.source())
                .param("author", rate.author())
                .update();
    }

    private static ReferenceRate rate(ResultSet row, int n) throws SQLException {
        return new ReferenceRate(
                Reference.ofCode(row.getString("reference")),
                row.getObject("from_on", LocalDate.class),
                row.getBigDecimal("percent"),
                row.getString("source"),
                row.getString("author"));
    }
}
