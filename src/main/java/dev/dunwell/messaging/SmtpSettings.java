package dev.dunwell.messaging;

import java.util.Set;

/**
 * Where an organisation's mail server is and how to sign in there.
 *
 * @param user empty when the server asks for no sign-in
 */
public record SmtpSettings(String host, int port, String user, String password, Tls tls) {

    /** How the connection is protected. There is no "if possible": whoever can cut in could make it impossible. */
    public enum Tls {
        /** Not at all; for a server on this machine or a closed network. */
        NONE,
        /** Begins open and must turn to TLS before anything is said; usually port 587. */
        STARTTLS,
        /** TLS from the first byte; usually port 465. */
        IMPLICIT
    }

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    public SmtpSettings {
        if (!host.matches("[A-Za-z0-9.:_-]{1,253}") || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A mail server has a host name and a port from 1 to 65535.");
        }
        if (user.isEmpty() != password.isEmpty()) {
            throw new IllegalArgumentException("To sign in at a mail server give both user and password, or neither.");
        }
        if (!user.isEmpty() && tls == Tls.NONE && !THIS_MACHINE.contains(host)) {
            throw new IllegalArgumentException("A password is not sent in the open: choose STARTTLS or TLS.");
        }
    }

    boolean signsIn() {
        return !user.isEmpty();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "%s:%d %s%s".formatted(host, port, tls, signsIn() ? " as " + user : "");
    }
}
