package dev.dunwell.nightshift;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * What keeps this process alive. A test says at which moment it fails: just before a commit or a word to a server, or
 * just after it took effect and before anybody here heard of it. From then on nothing reaches the database or a server,
 * until it is switched on again.
 */
final class Power implements BeanPostProcessor {

    enum When {
        BEFORE,
        AFTER
    }

    /** As if the process had been killed: nothing after it is done. */
    static final class Out extends Error {
        private static final long serialVersionUID = 1;

        Out() {
            super("the power is out");
        }
    }

    private static final List<String> LAST_THINGS = List.of("close", "rollback", "isClosed", "setAutoCommit", "abort");
    private static final int NEVER = 0;

    private final AtomicInteger moments = new AtomicInteger();
    private volatile int failsAt = NEVER;
    private volatile When when = When.BEFORE;
    private volatile boolean isCounting;
    private volatile boolean isFailing;
    private volatile boolean isOut;

    /** @param moment counted from 1, 0 for never */
    void failAt(int moment, When side) {
        moments.set(0);
        failsAt = moment;
        when = side;
        isCounting = true;
    }

    void restore() {
        isCounting = false;
        isFailing = false;
        isOut = false;
    }

    /** Whether what happens now is the last thing, of which nobody here will hear. */
    boolean isFailing() {
        return isFailing;
    }

    boolean isOut() {
        return isOut;
    }

    int moments() {
        return moments.get();
    }

    /**
     * Something of which the world outside hears, unless power fails before it.
     *
     * @param heard waits until it took effect, where power fails after it
     */
    void outside(Callable<?> effect, Callable<?> heard) throws Exception {
        check();
        boolean isLast = isCounting && moments.incrementAndGet() == failsAt;
        if (isLast && when == When.BEFORE) {
            throw fail();
        }
        isFailing = isLast;
        effect.call();
        if (isLast) {
            heard.call();
            throw fail();
        }
    }

    private Out fail() {
        isOut = true;
        return new Out();
    }

    private void check() {
        if (isOut) {
            throw new Out();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Wired(database) : bean;
    }

    /** A database whose commits are moments. */
    private final class Wired extends DelegatingDataSource {

        Wired(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (Thread.currentThread().getName().startsWith("scheduling")) {
                return super.getConnection(); // the housekeeping of sessions, which is no part of a night
            }
            check();
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Power.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, given) -> {
                        if (method.getName().equals("commit") && !real.isReadOnly()) {
                            outside(() -> method.invoke(real, given), () -> true);
                            return null;
                        } else if (!LAST_THINGS.contains(method.getName())) {
                            check();
                        }
                        try {
                            return method.invoke(real, given);
                        } catch (InvocationTargetException e) {
                            throw e.getCause() == null ? e : e.getCause();
                        }
                    });
        }
    }
}
