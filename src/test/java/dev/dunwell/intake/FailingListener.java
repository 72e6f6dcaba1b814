package dev.dunwell.intake;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** Breaks an import just before its commit, when a test wants it. */
@TestComponent
class FailingListener {

    boolean fails;

    @EventListener
    void on(BatchImported event) {
        if (fails) {
            throw new IllegalStateException("broken in the middle of batch " + event.batchId());
        }
    }
}
