package dev.dunwell.portal;

import dev.dunwell.TestDatabase;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.messaging.DeliverJoint;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three vendors who take part, each with its people, and one payer of them all who wishes one mail. */
@TestComponent
public class ThreeVendors {

    /** Stand in all that a vendor writes, and in nothing that another may see. */
    public static final List<String> CANARIES = List.of("Alphacanary", "Bravocanary", "Charliecanary");

    private static final Pattern LINK = Pattern.compile("/d/([0-9A-Za-z]{43})\\b");
    private static final AtomicInteger WORLDS = new AtomicInteger();

    private final Payhouse house;
    private final ApplicationContext application;
    private final DeliverJoint deliverJoint;
    private final JdbcClient db;
    private final Clock clock;

    ThreeVendors(
            Payhouse house, ApplicationContext application, DeliverJoint deliverJoint, JdbcClient db, Clock clock) {
        this.house = house;
        this.application = application;
        this.deliverJoint = deliverJoint;
        this.db = db;
        this.clock = clock;
    }

    /** One world of three vendors. */
    public record World(String address, List<Payhouse.Vendor> vendors) {

        /** Somebody of a vendor who may do everything there. */
        public String email(int vendor) {
            return "desk." + CANARIES.get(vendor).toLowerCase(Locale.ROOT) + "@" + address.replace("@", ".");
        }
    }

    /** Up to the evening of 18 March 2026, on which each of them has written one reminder that has not left yet. */
    public World begun() {
        String address = "ann" + WORLDS.incrementAndGet() + "@three.example";
        owner("insert into payer_identity (address, since, joint) values (?, now(), 'daily')", address);
        List<Payhouse.Vendor> vendors = new ArrayList<>();
        var world = new World(address, vendors);
        for (String canary : CANARIES) {
            vendors.add(vendor(canary, address));
            Payhouse.Vendor vendor = vendors.getLast();
            Staff.hire(application, vendor.organisation(), world.email(vendors.size() - 1), Role.ADMINISTRATOR);
            vendor.tell("2026-03-18  night");
        }
        return world;
    }

    private Payhouse.Vendor vendor(String canary, String address) {
        Payhouse.Vendor vendor = house.vendor("""
                2026-02-11  organisation "%1$s Vendor" EUR country DE
                            customer acme "%1$s calls them Acme"
                            contact  acme "Ann of %1$s" email %2$s
                            invoice  %1$s-1 acme 100.00 EUR due 2026-03-13
                            invoice  %1$s-2 acme 20.00 EUR due 2026-03-13
                            invoice  %1$s-3 acme 30.00 EUR due 2026-03-13
                """.formatted(canary, address));
        vendor.in(() -> db.sql("insert into door_setting (takes_part) values (true)")
                        .update()
                + db.sql("insert into joint_setting (takes_part) values (true)").update()
                + db.sql("update contact set verified_on = '2026-03-01' where org_id = current_org()")
                        .update());
        return vendor;
    }

    /** Lets what has been written leave; how many mails it is. */
    public int deliver(World world) {
        deliverJoint.run(clock.instant());
        return Integer.parseInt(
                owner("select count(*) from joint_mail where address = ? and state = 'sent'", world.address));
    }

    /** The words of the latest mail to the payer, without HTML. */
    public String mail(World world) {
        return part(world, 0);
    }

    /** The latest mail to the payer as a mail program shows it. */
    public String html(World world) {
        return part(world, 1);
    }

    private String part(World world, int index) {
        byte[] raw = HexFormat.of()
                .parseHex(owner(
                        "select encode(raw, 'hex') from joint_mail where address = ? order by id desc limit 1",
                        world.address));
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(raw));
            return (String)
                    ((Multipart) message.getContent()).getBodyPart(index).getContent();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands behind /d/ in the latest mail, one for each vendor in their order. */
    public List<String> tokens(World world) {
        return LINK.matcher(mail(world)).results().map(found -> found.group(1)).toList();
    }

    /** Asked with the rights of the owner, whom no wall stops; the first column of the first row, empty for none. */
    public String owner(String sql, String... values) {
        String name = house.database();
        try (Connection connection = TestDatabase.server().connect(name);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            if (!statement.execute()) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
