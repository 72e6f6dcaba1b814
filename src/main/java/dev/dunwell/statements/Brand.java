package dev.dunwell.statements;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * How an organisation's papers look.
 *
 * @param colour of headings and lines, {@code #0f5a66}
 * @param logo {@link Logo#NONE} when there is none: its name stands in its place
 */
public record Brand(String colour, Logo logo) {

    public static final Brand PLAIN = new Brand("#0f5a66", Logo.NONE);

    /**
     * A picture for the head of a paper.
     *
     * @param address a {@code data:} address, which needs no fetching; empty when there is none
     * @param width in pixels
     * @param height in pixels
     */
    public record Logo(String address, int width, int height) {

        public static final Logo NONE = new Logo("", 0, 0);

        private static final int PLACE_OF_WIDTH = 16;
        private static final int PLACE_OF_HEIGHT = 20;
        private static final int MOST_WIDE = 600;
        private static final int MOST_HIGH = 160;

        /** @param png as {@link ChangeLogo} keeps it */
        static Logo of(byte[] png) {
            ByteBuffer head = ByteBuffer.wrap(png);
            return new Logo(
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(png),
                    head.getInt(PLACE_OF_WIDTH),
                    head.getInt(PLACE_OF_HEIGHT));
        }

        public boolean isThere() {
            return !address.isEmpty();
        }

        /** Its size on paper: as large as fits into 60 by 16 millimetres. */
        public String size() {
            int wide = MOST_HIGH * width / height;
            return wide <= MOST_WIDE
                    ? "width:%s;height:%s".formatted(millimetres(wide), millimetres(MOST_HIGH))
                    : "width:%s;height:%s".formatted(millimetres(MOST_WIDE), millimetres(MOST_WIDE * height / width));
        }

        private static String millimetres(int tenths) {
            return tenths / 10 + "." + tenths % 10 + "mm";
        }
    }
}
