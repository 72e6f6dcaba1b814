package dev.dunwell.portal;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The code on a demand, {@code 4F7K-2M9Q}: forty bits in letters and digits that cannot be taken for one another. It
 * opens nothing; whoever types it learns only whether the demand is genuine.
 */
public record DemandCode(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String READABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    static DemandCode random() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == LENGTH / 2 ? "-" : "").append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return new DemandCode(code.toString());
    }

    /** Reads what somebody typed, with or without the dash; empty when it cannot be one. */
    public static Optional<DemandCode> read(String typed) {
        String plain = typed.replaceAll("[\\s\\-–—.]", "").toUpperCase(Locale.ROOT);
        boolean isOne = plain.length() == LENGTH && plain.chars().allMatch(c -> READABLE.indexOf(c) >= 0);
        return isOne
                ? Optional.of(new DemandCode(plain.substring(0, LENGTH / 2) + "-" + plain.substring(LENGTH / 2)))
                : Optional.empty();
    }
}
