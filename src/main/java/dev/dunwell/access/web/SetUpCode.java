package dev.dunwell.access.web;

import dev.dunwell.access.Secret;
import dev.dunwell.access.SetUp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The code that opens the set-up page: printed once in the log when the first start finds nobody, and written nowhere
 * else. Whoever reads the server's log may set it up.
 */
@Component
class SetUpCode {

    private static final Logger log = LoggerFactory.getLogger(SetUpCode.class);

    private final SetUp setUp;
    private final Environment environment;
    private volatile @Nullable Secret code;

    SetUpCode(SetUp setUp, Environment environment) {
        this.setUp = setUp;
        this.environment = environment;
    }

    /** After everything that may bring people with it, the demo for example. */
    @EventListener
    void print(ApplicationReadyEvent started) {
        if (setUp.isOpen()) {
            Secret made = Secret.typed();
            code = made;
            String port = environment.getProperty("local.server.port", "8080");
            log.info("Nobody is here yet. Set up Dunwell at http://localhost:{}/set-up", port);
            log.info("Set-up code: {}", made.text());
        }
    }

    /** Whether there is something to set up. Once somebody is here there never is again. */
    boolean isOpen() {
        if (code != null && !setUp.isOpen()) {
            code = null;
        }
        return code != null;
    }

    boolean isRight(String typed) {
        Secret right = code;
        return right != null && right.isSameAs(new Secret(typed.strip()));
    }

    @Nullable
    Secret code() {
        return code;
    }
}
