package dev.dunwell.metrics.web;

import dev.dunwell.ledger.AsOf;
import dev.dunwell.metrics.Scope;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Several;
import org.jspecify.annotations.Nullable;

/**
 * What an address asks of a metric beside its days: whose, in which currency, at which stage; all may be missing.
 *
 * @param customer numbers of customers, {@code C-1,C-7}
 * @param segment a tag
 * @param collector the id of a person
 * @param stage 1 to 6
 * @param by how rows are parted
 */
record MetricAsked(
        @Nullable String customer,
        @Nullable String segment,
        @Nullable Long collector,
        @Nullable String currency,
        @Nullable Integer stage,
        @Nullable String by) {

    private static final int STAGES = 6;

    MetricAsked {
        if (stage != null && (stage < 1 || stage > STAGES)) {
            throw BadInput.in("stage", "A stage is a number from 1 to 6.");
        }
    }

    Scope scope() {
        return new Scope(
                Several.read(text(customer)),
                text(segment).isBlank() ? null : text(segment).strip(),
                collector);
    }

    String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** For links: these and the day. */
    String query(AsOf asOf, String... more) {
        String query = asOf.query(
                "customer",
                text(customer),
                "segment",
                text(segment),
                "collector",
                collector == null ? "" : collector.toString(),
                "stage",
                stage == null ? "" : stage.toString());
        StringBuilder all = new StringBuilder(query);
        for (int i = 0; i < more.length; i += 2) {
            if (!more[i + 1].isEmpty()) {
                all.append('&').append(more[i]).append('=').append(more[i + 1]);
            }
        }
        return all.toString();
    }
}
