package dev.dunwell.credit;

import dev.dunwell.access.Organisation;
import dev.dunwell.archive.Pdf;
import dev.dunwell.credit.PaySegments.Segment;
import dev.dunwell.credit.ReviewPack.Move;
import dev.dunwell.credit.ReviewPack.Share;
import dev.dunwell.credit.ReviewPack.Use;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.Show;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the review pack of a period together, and on paper. */
@Component
public class ReviewPacks {

    private static final int SHOWN = 100;

    private final JdbcClient db;
    private final CreditCheck check;
    private final CreditReviews reviews;
    private final Customers customers;
    private final TemplateEngine templates;
    private final Pdf pdf;

    ReviewPacks(
            JdbcClient db,
            CreditCheck check,
            CreditReviews reviews,
            Customers customers,
            TemplateEngine templates,
            Pdf pdf) {
        this.db = db;
        this.check = check;
        this.reviews = reviews;
        this.customers = customers;
        this.templates = templates;
        this.pdf = pdf;
    }

    /**
     * At most a hundred lines of each kind.
     *
     * @param today as of which limits are told
     */
    @Transactional(readOnly = true)
    public ReviewPack of(Organisation organisation, LocalDate from, LocalDate to, LocalDate today) {
        return new ReviewPack(
                from,
                to,
                segments(from, to),
                moves(from, to),
                limits(organisation, today),
                reviews.waiting(),
                reviews.decided(from, to));
    }

    public byte[] paper(Organisation organisation, ReviewPack pack) {
        var show = new Show(organisation.locale(), organisation.zone(), pack.to());
        var output = new StringOutput();
        templates.render(
                "credit/pack-paper.jte", Map.of("pack", pack, "house", organisation.name(), "show", show), output);
        return pdf.of(output.toString());
    }

    private List<Share> segments(LocalDate from, LocalDate to) {
        return db
                .sql("""
                        select p.segment,
                               count(*) filter (where p.since_on < :from and (p.ended_on is null or p.ended_on >= :from))::int as before,
                               count(*) filter (where p.since_on <= :to and (p.ended_on is null or p.ended_on > :to))::int as now
                        from pay_segment p
                        group by p.segment
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, _) ->
                        new Share(Segment.of(row.getString("segment")), row.getInt("before"), row.getInt("now")))
                .list()
                .stream()
                .filter(share -> share.before() + share.now() > 0)
                .sorted(Comparator.comparing(Share::segment))
                .toList();
    }

    private List<Move> moves(LocalDate from, LocalDate to) {
        return db.sql("""
                select n.customer_id, c.number, c.name, o.segment as before, n.segment as now, n.since_on, n.reason
                from pay_segment n
                join pay_segment o on o.org_id = n.org_id and o.customer_id = n.customer_id and o.ended_on = n.since_on
                join customer c on c.org_id = n.org_id and c.id = n.customer_id
                where n.since_on between :from and :to
                order by n.since_on desc, c.name, n.id
                limit :shown
                """)
                .param("from", from)
                .param("to", to)
                .param("shown", SHOWN)
                .query((row, _) -> new Move(
                        row.getLong("customer_id"),
                        row.getString("number"),
                        row.getString("name"),
                        Segment.of(row.getString("before")),
                        Segment.of(row.getString("now")),
                        row.getObject("since_on", LocalDate.class),
                        row.getString("reason")))
                .list();
    }

    private List<Use> limits(Organisation organisation, LocalDate today) {
        Map<Long, List<CreditStanding>> troubled = check.troubled(organisation, today);
        Map<Long, Customer> named = customers.named(List.copyOf(troubled.keySet()));
        List<Use> limits = new ArrayList<>();
        named.forEach((id, customer) -> troubled.getOrDefault(id, List.of())
                .forEach(standing -> limits.add(new Use(id, customer.number(), customer.name(), standing))));
        return limits.stream()
                .sorted(Comparator.<Use>comparingInt(use -> -use.standing().percent())
                        .thenComparing(Use::name))
                .limit(SHOWN)
                .toList();
    }
}
