package dev.dunwell.messaging;

/**
 * A kept file that goes with a mail.
 *
 * @param title what the letter calls it, such as the number of the invoice
 * @param size in bytes
 * @param hash by which the archive opens it
 */
public record Enclosure(String title, String fileName, String mediaType, long size, String hash) {

    public boolean isPdf() {
        return mediaType.equals("application/pdf");
    }
}
