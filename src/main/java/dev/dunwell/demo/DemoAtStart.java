package dev.dunwell.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** With {@code dunwell.demo} an empty installation starts with the demo, and every start says how to sign in. */
@Component
@ConditionalOnProperty("dunwell.demo")
class DemoAtStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoAtStart.class);

    private final LoadDemo loadDemo;

    DemoAtStart(LoadDemo loadDemo) {
        this.loadDemo = loadDemo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (loadDemo.load()) {
            log.info(
                    "The demo is loaded. Sign in as nora@meridian.example (collector), paul@meridian.example (credit manager)"
                            + " or edda@meridian.example (administrator), password {}. Its mail stays in the house; keep"
                            + " this installation off the network.",
                    LoadDemo.PASSWORD);
        } else {
            log.info("There is an organisation here already, so the demo is not loaded.");
        }
    }
}
