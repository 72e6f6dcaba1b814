package dev.dunwell.messaging;

import static dev.dunwell.messaging.PostRoom.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.Tenant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** How fast mails leave into the sink: asked, written, delivered and journalled. */
@DunwellTest
@Tag("soak")
@Import({FakePost.Configuration.class, PostRoom.class})
class DeliverSpeedTest {

    private static final Logger log = LoggerFactory.getLogger(DeliverSpeedTest.class);
    private static final int MESSAGES = 20_000;

    @Autowired
    PostRoom room;

    @Autowired
    Deliver deliver;

    @Test
    void twenty_thousand_messages_leave_at_speed() {
        long rate = 0;
        for (int round = 0; round < 3; round++) {
            room.found(MailMode.SINK);
            room.plan(MESSAGES);
            Organisation organisation = room.organisation();
            long start = System.nanoTime();
            Delivered delivered = Tenant.in(organisation.id(), () -> deliver.run(organisation, NOW));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            assertThat(delivered.sent()).isEqualTo(MESSAGES);
            rate = MESSAGES * 1000L / millis;
            log.info("{} messages in {} ms, {} msg/s", MESSAGES, millis, rate);
        }
        assertThat(rate).isGreaterThan(500);
    }
}
