package dev.dunwell.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A mail server that does what a test tells it, and a guard that stops what a test names. */
final class FakePost implements MailServer, SendGuard, Enclosures {

    /** As if the process had been killed: nothing after it is done. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** The mails that the server has, in the order they came. */
    final List<OutgoingMail> accepted = Collections.synchronizedList(new ArrayList<>());

    Function<OutgoingMail, Handover> answer = _ -> new Handover.Sent("250 queued");
    /** A real way out in place of this one; null for none. */
    @Nullable
    Supplier<MailTransport> real;

    /** Goes with every message whose words ask for copies; null for nothing. */
    @Nullable
    Enclosure enclosure;

    int connections = 1;
    Runnable beforeLastLook = () -> {};
    Runnable afterLastLook = () -> {};
    Map<Long, String> stops = new HashMap<>();

    /** In place of the real ones in a test's application. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {
        @Bean
        @Primary
        FakePost fakePost() {
            return new FakePost();
        }
    }

    void reset() {
        accepted.clear();
        answer = _ -> new Handover.Sent("250 queued");
        beforeLastLook = () -> {};
        afterLastLook = () -> {};
        stops = new HashMap<>();
        connections = 1;
        real = null;
        enclosure = null;
    }

    @Override
    public boolean isNamed() {
        return true;
    }

    @Override
    public int connections() {
        return connections;
    }

    @Override
    public MailTransport open() {
        return real == null ? pretended() : real.get();
    }

    private MailTransport pretended() {
        return new MailTransport() {
            @Override
            public Handover hand(OutgoingMail mail, BooleanSupplier lastLook) {
                beforeLastLook.run();
                if (!lastLook.getAsBoolean()) {
                    return new Handover.NotSent("kept back", false);
                }
                afterLastLook.run();
                Handover handover = answer.apply(mail);
                if (handover instanceof Handover.Sent || handover instanceof Handover.Unknown) {
                    accepted.add(mail);
                }
                return handover;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Map<Long, Enclosed> of(Collection<Long> messageIds) {
        Map<Long, Enclosed> all = new HashMap<>();
        if (enclosure != null) {
            var enclosed = new Enclosed(List.of(enclosure), List.of(enclosure.title()), List.of());
            messageIds.forEach(id -> all.put(id, enclosed));
        }
        return all;
    }

    @Override
    public Map<Long, String> stop(Collection<Long> messageIds) {
        Map<Long, String> stopped = new HashMap<>(stops);
        stopped.keySet().retainAll(messageIds);
        return stopped;
    }
}
