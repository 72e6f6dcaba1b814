package dev.dunwell.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The signs on the pages, by what they mean here; drawn by Tabler Icons (the name in brackets), written by web/icon.
 */
public enum Icon {
    ADD("plus"),
    AGENCY("gavel"),
    APPROVE("checks"),
    ATTACHMENT("paperclip"),
    BACK("arrow-left"),
    BOUNCED("mail-x"),
    CALL("phone"),
    CHECK("check"),
    CLOSE("x"),
    CREDIT("receipt-refund"),
    DEADLINE("clock-hour-4"),
    DISPUTE("scale"),
    DONE("circle-check"),
    DOWNLOAD("download"),
    EDIT("pencil"),
    HOLD("player-pause"),
    IMPORT("file-import"),
    INFO("info-circle"),
    INVOICE("receipt"),
    LETTER("mailbox"),
    MAIL("mail"),
    MAIL_READ("mail-opened"),
    MESSAGE("message"),
    MONEY("coin"),
    NEXT("arrow-right"),
    NOTE("note"),
    OPEN("circle-dashed"),
    PERSON("user"),
    PIN("pin"),
    PRINT("printer"),
    PROMISE("calendar-check"),
    QUESTION("message-question"),
    REFUSED("circle-x"),
    RELEASE("player-play"),
    SEARCH("zoom"),
    SEND("send"),
    SIGN_OUT("logout"),
    STOP("hand-stop"),
    THEME("moon"),
    UNDO("arrow-back-up"),
    UPLOAD("upload"),
    WAIT("hourglass"),
    WARNING("alert-triangle"),
    FALLING("trending-down"),
    RISING("trending-up");

    private final String drawing;

    Icon(String file) {
        this.drawing = drawing("/static/vendor/icons/" + file + ".svg");
    }

    /** The SVG elements inside the icon's 24 by 24 box, our own trusted markup. */
    public String drawing() {
        return drawing;
    }

    private static String drawing(String path) {
        try (InputStream file = Icon.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException(path + " is missing: run build/vendor.sh");
            }
            String svg = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            String box = "<path stroke=\"none\" d=\"M0 0h24v24H0z\" fill=\"none\" />";
            return svg.substring(svg.indexOf('>') + 1, svg.indexOf("</svg>"))
                    .replace(box, "")
                    .replaceAll("\\s*\\R\\s*", " ")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
