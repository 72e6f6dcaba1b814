package dev.dunwell.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/** The mail server of this installation, from {@code dunwell.mail.*} or {@code DUNWELL_MAIL_HOST} and so on. */
@ConfigurationProperties("dunwell.mail")
record MailServerSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("starttls") SmtpSettings.Tls tls,
        @DefaultValue("4") int connections)
        implements MailServer {

    private static final int MOST_CONNECTIONS = 50;

    MailServerSettings {
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException("Mail leaves over 1 to %d connections: change DUNWELL_MAIL_CONNECTIONS."
                    .formatted(MOST_CONNECTIONS));
        }
    }

    @Override
    public boolean isNamed() {
        return !host.isEmpty();
    }

    @Override
    public MailTransport open() {
        return new SmtpTransport(new SmtpSettings(host, port, user, password, tls), SmtpPatience.USUAL);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MailServerSettings.class)
    static class Read {}
}
