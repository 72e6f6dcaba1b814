package dev.dunwell.relations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.portal.Payhouse;
import dev.dunwell.portal.ThreeVendors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reminders in joint mails beside others, counted by hand. */
@ServerTest
@Import({Payhouse.class, ThreeVendors.class})
class JointEffectTest {

    @Autowired
    Payhouse house;

    @Autowired
    JointEffect effect;

    @Autowired
    JdbcClient db;

    private static Period until(String day) {
        LocalDate last = LocalDate.parse(day);
        return new Period(LocalDate.of(2026, 3, 1), last, last);
    }

    @Test
    void days_to_pay_questions_and_opt_outs_are_counted_for_each_way() {
        Payhouse.Vendor vendor = house.vendor("""
                2026-02-11  organisation "Alpha Vendor" EUR country DE
                            customer acme "Acme"
                            contact  acme "Ann" email ann@effect.example
                            invoice  INV-1 acme 100.00 EUR due 2026-03-13
                            invoice  INV-2 acme 50.00 EUR due 2026-03-13
                            customer zeta "Zeta"
                            contact  zeta "Zoe" email zoe@effect.example
                            invoice  INV-3 zeta 100.00 EUR due 2026-03-13
                2026-03-18  night
                """);
        vendor.in(() -> db.sql("""
                update message set joint_on = window_on
                where org_id = current_org() and to_address = 'ann@effect.example'
                """).update());
        vendor.tell(
                "2026-03-20  payment  INV-1 100.00 EUR\n2026-03-23  payment  INV-2 50.00 EUR\n2026-03-24  payment INV-3 100.00 EUR");
        vendor.in(() -> db.sql("""
                insert into question (customer_id, body, asked_on, due_on, author)
                select id, 'Which order?', '2026-03-19', '2026-03-23', 'Ann' from customer where number = 'acme'
                """).update());

        List<JointEffect.Way> ways = Tenant.in(vendor.organisation(), () -> effect.of(until("2026-03-24")));
        JointEffect.Way joint = ways.getFirst();
        assertThat(joint).isEqualTo(new JointEffect.Way(true, 1, 1, 1, 0, 2, 2, 7, new BigDecimal("3.5")));
        assertThat(joint.mean()).isEqualByComparingTo("3.5");
        assertThat(ways.getLast()).isEqualTo(new JointEffect.Way(false, 1, 1, 0, 0, 1, 1, 6, new BigDecimal("6.0")));
        assertThat(Tenant.in(vendor.organisation(), () -> effect.of(until("2026-03-23")))
                        .getLast()
                        .paid())
                .isZero();
    }

    @Test
    void without_a_reminder_there_is_nothing_to_compare() {
        Payhouse.Vendor vendor = house.vendor("2026-02-11  organisation \"Alpha Vendor\" EUR country DE");
        assertThat(Tenant.in(vendor.organisation(), () -> effect.of(until("2026-03-24"))))
                .hasSize(2)
                .allSatisfy(way -> assertThat(way.mean()).isNull());
    }
}
