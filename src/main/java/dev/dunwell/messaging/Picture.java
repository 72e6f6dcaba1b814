package dev.dunwell.messaging;

/**
 * A picture that a mail carries and shows itself (RFC 2392): mail programs show it without asking, as nothing is
 * fetched.
 *
 * @param name unique among the pictures of a mail, {@code logo-7@dunwell.invalid}
 * @param width as it is shown, in pixels
 * @param height as it is shown, in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // written into the mail as it is, never compared
public record Picture(String name, byte[] png, int width, int height) {

    private static final String BEGIN = "<span class=\"mark\">";
    private static final String END = "</span>";

    public Picture {
        if (!name.matches("[a-z0-9-]+@[a-z.]+")) {
            throw new IllegalArgumentException("'%s' does not name a picture.".formatted(name));
        }
    }

    /**
     * The letter as it travels: the picture where it names its vendor; a letter without such a place stays as it is.
     */
    Letter into(Letter letter) {
        String html = letter.html();
        int begin = html.indexOf(BEGIN);
        int end = begin < 0 ? -1 : html.indexOf(END, begin);
        if (end < 0) {
            return letter;
        }
        String vendor = html.substring(begin + BEGIN.length(), end).replace("\"", "&quot;");
        String shown = "<img src=\"cid:%s\" width=\"%d\" height=\"%d\" alt=\"%s\" style=\"display:block;border:0\">"
                .formatted(name, width, height, vendor);
        return new Letter(
                letter.subject(),
                letter.text(),
                html.substring(0, begin) + shown + html.substring(end + END.length()),
                letter.language(),
                letter.version());
    }
}
