package dev.dunwell.collections.web;

import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.Employer;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Monday 23 November 2026 at Meridian Supplies, with people who can sign in: what the pages of a day are tested with.
 */
final class MeridianDay {

    private final Staff staff;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    private MeridianDay(Staff staff, ApplicationContext house) {
        this.staff = staff;
        this.db = house.getBean(JdbcClient.class);
        this.transaction = house.getBean(TransactionTemplate.class);
    }

    static MeridianDay in(ApplicationContext house) {
        Staff staff = Staff.of(house);
        var scene = new Scene(new Employer(staff));
        house.getBean(Storyteller.class).tell(scene, Story.read("meridian.story", text()));
        return new MeridianDay(staff, house);
    }

    String email(Role role) {
        return staff.email(role);
    }

    long id(Role role) {
        return staff.id(role);
    }

    long customer(String number) {
        return one("select id from customer where number = ?", number);
    }

    long invoice(String number) {
        return one("select id from invoice where number = ?", number);
    }

    long count(String sql, Object... params) {
        return one(sql, params);
    }

    private long one(String sql, Object... params) {
        return Tenant.in(
                staff.organisation(),
                () -> Objects.requireNonNull(transaction.execute(
                        _ -> db.sql(sql).params(params).query(Long.class).single())));
    }

    private static String text() {
        try (var file = MeridianDay.class.getResourceAsStream("/days/meridian.story")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
