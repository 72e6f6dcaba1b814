package dev.dunwell.messaging;

import static dev.dunwell.messaging.PostRoom.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.BareLoop;
import dev.dunwell.DunwellTest;
import dev.dunwell.TestMailServer;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.Tenant;
import dev.dunwell.archive.Archive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;

/** How a night leaves through a mail server over real connections, beside a bare loop to the same server. */
@DunwellTest
@Import({FakePost.Configuration.class, PostRoom.class})
class DeliverVolumeTest {

    private static final Logger log = LoggerFactory.getLogger(DeliverVolumeTest.class);
    private static final int CONNECTIONS = 4;

    @Autowired
    FakePost post;

    @Autowired
    PostRoom room;

    @Autowired
    Archive archive;

    @Autowired
    Deliver deliver;

    private TestMailServer server;

    @BeforeEach
    void open(@TempDir Path spool) throws Exception {
        server = new TestMailServer(spool);
        post.reset();
        post.connections = CONNECTIONS;
        var settings = new SmtpSettings("localhost", server.port(), "", "", SmtpSettings.Tls.NONE);
        post.real = () -> new SmtpTransport(settings, SmtpPatience.USUAL);
    }

    @AfterEach
    void close() throws Exception {
        post.reset();
        server.close();
    }

    @Test
    void six_hundred_messages_leave_once_each_at_a_fair_part_of_what_the_server_takes() throws Exception {
        int messages = Integer.getInteger("dunwell.messages", 600);
        long best = 0;
        for (int round = 0; round < 2; round++) {
            long ours = leave(messages);
            long bare = new BareLoop(server.port(), CONNECTIONS, server.last()).send(messages);
            best = Math.max(best, bare * 100 / ours);
            log.info(
                    "{} messages: {}/s, bare loop {}/s, {} %",
                    messages, messages * 1_000_000_000L / ours, messages * 1_000_000_000L / bare, bare * 100 / ours);
        }
        // Generous, for a machine that does much else; `make bench` measures.
        assertThat(best).isGreaterThan(5);
    }

    /** A copy of 60 kB goes with each of them. */
    private void keepCopy() {
        byte[] copy = new byte[60_000];
        new Random(7).nextBytes(copy);
        String hash = room.in(() -> {
            try {
                return archive.keep(new ByteArrayResource(copy));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        post.enclosure = new Enclosure("MS-20538", "MS-20538.pdf", "application/pdf", copy.length, hash);
    }

    private long leave(int messages) {
        room.found(MailMode.LIVE);
        keepCopy();
        room.plan(messages, "inquiry");
        server.forget();
        Organisation organisation = room.organisation();
        long begun = System.nanoTime();
        Delivered delivered = Tenant.in(organisation.id(), () -> deliver.run(organisation, NOW));
        long took = System.nanoTime() - begun;
        assertThat(delivered).isEqualTo(new Delivered(messages, 0, 0, 0, 0));
        assertThat(server.mails()).isEqualTo(messages);
        assertThat(server.messageIds()).isEqualTo(messages);
        assertThat(server.bytes()).as("each with its copy").isGreaterThan(messages * 80_000L);
        assertThat(server.connections()).isLessThanOrEqualTo(CONNECTIONS);
        assertThat(room.count("select count(*) from message where state = 'sent'"))
                .isEqualTo(messages);
        assertThat(room.count("select count(*) from send_journal")).isEqualTo(2 * messages);
        return took;
    }
}
