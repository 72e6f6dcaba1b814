package dev.dunwell.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Tenant;
import dev.dunwell.conversations.MailAccount.TokenIn;
import dev.dunwell.messaging.SmtpSettings.Tls;
import dev.dunwell.web.BadInput;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A mailbox is read over IMAP: each mail once, whatever happens on the way. */
@DunwellTest
@Import(Mailroom.class)
class FetchMailTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

    @Autowired
    Mailroom room;

    @Autowired
    FetchMail fetchMail;

    @Autowired
    MailAccounts accounts;

    @Autowired
    ChangeMailAccount changeMailAccount;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    @BeforeEach
    void a_mailbox_with_an_old_mail() {
        room.open("2026-03-02  organisation \"Nordwind\" EUR country DE\n");
        server.start();
        server.setUser("ar@nordwind.example", "ar", "secret words");
        send("An old one");
        name("secret words");
        assertThat(fetch()).isZero();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void send(String subject) {
        GreenMailUtil.sendTextEmail(
                "ar@nordwind.example",
                "zoe@acme.example",
                subject,
                "Hello",
                server.getSmtp().getServerSetup());
    }

    private void name(String password) {
        var account = new MailAccount(
                "127.0.0.1",
                server.getImap().getPort(),
                Tls.NONE,
                "ar",
                "INBOX",
                "ar@nordwind.example",
                TokenIn.ADDRESS,
                true,
                null,
                null);
        Tenant.runIn(room.organisation(), () -> changeMailAccount.change(Actor.person("Edda"), account, password));
    }

    private int fetch() {
        return Tenant.in(room.organisation(), () -> fetchMail.fetch(NOW));
    }

    private List<String> subjects() {
        return room.texts("select subject from received_mail order by id");
    }

    @Test
    void what_comes_from_now_on_is_read_once() {
        send("One");
        send("Two");
        assertThat(fetch()).isEqualTo(2);
        assertThat(fetch()).isZero();
        assertThat(subjects()).containsExactly("One", "Two");
        assertThat(Tenant.in(room.organisation(), accounts::current)).hasValueSatisfying(account -> {
            assertThat(account.checkedAt()).isEqualTo(NOW);
            assertThat(account.trouble()).isNull();
        });
    }

    @Test
    void a_place_that_was_lost_doubles_nothing() {
        send("One");
        fetch();
        room.run("update mail_account set last_uid = 1");
        assertThat(fetch()).isZero();
        assertThat(subjects()).containsExactly("One");
    }

    @Test
    void trouble_is_kept_for_people_to_see_and_nothing_is_lost_by_it() {
        name("another password");
        send("One");
        assertThat(fetch()).isZero();
        assertThat(room.texts("select trouble from mail_account"))
                .singleElement()
                .asString()
                .isNotBlank();
        assertThat(Tenant.in(room.organisation(), fetchMail::tryOut).isOpen()).isFalse();
        room.run("update mail_account set last_uid = 1");
        assertThat(subjects()).isEmpty();
    }

    @Test
    void a_password_never_lies_open_and_never_travels_open() {
        assertThat(room.texts("select convert_from(sealed_password, 'LATIN1') from mail_account"))
                .noneMatch(kept -> kept.contains("secret"));
        var open = new MailAccount(
                "imap.far.example",
                143,
                Tls.NONE,
                "ar",
                "INBOX",
                "ar@nordwind.example",
                TokenIn.ADDRESS,
                true,
                null,
                null);
        assertThatThrownBy(() -> Tenant.runIn(
                        room.organisation(), () -> changeMailAccount.change(Actor.person("Edda"), open, "secret")))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void the_test_button_says_what_it_found() {
        assertThat(Tenant.in(room.organisation(), fetchMail::tryOut).said()).contains("INBOX holds 1 mails");
    }
}
