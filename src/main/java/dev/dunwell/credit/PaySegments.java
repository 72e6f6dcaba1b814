package dev.dunwell.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts each customer into a segment by how it pays, with the reason and since when. Safe to run every night. */
@Component
public class PaySegments {

    private final JdbcClient db;

    PaySegments(JdbcClient db) {
        this.db = db;
    }

    /** The segments, from good to bad. */
    public enum Segment {
        PUNCTUAL("Punctual"),
        MOSTLY_ON_TIME("Mostly on time"),
        OFTEN_LATE("Often late"),
        VERY_LATE("Very late"),
        UNTRIED("Untried"),
        SILENT("Silent");

        private final String title;

        Segment(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        static Segment of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Where a customer belongs.
     *
     * @param reason with the figures as of the last night
     */
    public record Membership(Segment segment, String reason, LocalDate sinceOn) {}

    /** How many customers are in a segment. */
    public record Share(Segment segment, int customers) {}

    /** Looks at everybody anew; who stays keeps its day. */
    @Transactional
    public void refresh(LocalDate today) {
        db.sql("""
                update pay_segment p
                set ended_on = case when n.segment is distinct from p.segment then cast(:today as date) end,
                    reason = case when n.segment is distinct from p.segment then p.reason else n.reason end
                from pay_segment q
                left join pay_segments(:today) n on n.customer_id = q.customer_id
                where q.org_id = p.org_id and q.id = p.id and p.ended_on is null
                  and (n.segment is distinct from p.segment or n.reason <> p.reason)
                """).param("today", today).update();
        db.sql("""
                insert into pay_segment (customer_id, segment, reason, since_on)
                select n.customer_id, n.segment, n.reason, :today
                from pay_segments(:today) n
                where not exists (select from pay_segment p where p.customer_id = n.customer_id and p.ended_on is null)
                """).param("today", today).update();
    }

    @Transactional(readOnly = true)
    public Optional<Membership> of(long customerId) {
        return db.sql(
                        "select segment, reason, since_on from pay_segment where customer_id = :customer and ended_on is null")
                .param("customer", customerId)
                .query((row, _) -> new Membership(
                        Segment.of(row.getString("segment")),
                        row.getString("reason"),
                        row.getObject("since_on", LocalDate.class)))
                .optional();
    }

    /** Those that have anybody, from good to bad. */
    @Transactional(readOnly = true)
    public List<Share> shares() {
        return db
                .sql("select segment, count(*) as customers from pay_segment where ended_on is null group by segment")
                .query((row, _) -> new Share(Segment.of(row.getString("segment")), row.getInt("customers")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Share::segment))
                .toList();
    }
}
