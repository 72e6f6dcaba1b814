package dev.dunwell.invoicing;

import java.io.IOException;

/** Where e-invoices leave the house for their buyers' systems. What comes twice under one name counts there once. */
interface AccessPoint {

    /**
     * An e-invoice on its way.
     *
     * @param name the same for each try, the organisation and the number, {@code 1-INV-2026-00017}
     * @param to the buyer's electronic address
     */
    record Parcel(String name, Party.Endpoint to, byte[] xml) {}

    /** @throws IOException when it was not taken, or nobody knows: it may be handed over again */
    void hand(Parcel parcel) throws IOException;
}
