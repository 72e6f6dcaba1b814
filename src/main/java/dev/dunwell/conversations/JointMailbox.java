package dev.dunwell.conversations;

import dev.dunwell.conversations.MailAccount.TokenIn;
import dev.dunwell.messaging.SmtpSettings.Tls;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * Where answers to joint mails arrive, from {@code dunwell.joint.mailbox.*} or {@code DUNWELL_JOINT_MAILBOX_HOST} and
 * so on; read over IMAP, not at all without a host.
 */
@ConfigurationProperties("dunwell.joint.mailbox")
record JointMailbox(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("implicit") Tls tls,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder) {

    boolean isNamed() {
        return !host.isEmpty();
    }

    MailAccount account() {
        return new MailAccount(host, port, tls, user, folder, user, TokenIn.SUBJECT, true, null, null);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(JointMailbox.class)
    static class Read {}
}
