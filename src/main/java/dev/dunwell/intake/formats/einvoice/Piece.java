package dev.dunwell.intake.formats.einvoice;

import java.nio.charset.StandardCharsets;

/**
 * One file that was brought, alone or in an archive.
 *
 * @param name as it is called there
 */
record Piece(String name, byte[] bytes) {

    private static final int SIGNATURE = 5;

    boolean isPdf() {
        return starts("%PDF-");
    }

    boolean isZip() {
        return starts("PK\u0003\u0004");
    }

    private boolean starts(String signature) {
        String start = new String(bytes, 0, Math.min(bytes.length, SIGNATURE), StandardCharsets.ISO_8859_1);
        return start.startsWith(signature);
    }
}
