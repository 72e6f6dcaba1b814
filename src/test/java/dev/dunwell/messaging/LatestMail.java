package dev.dunwell.messaging;

import dev.dunwell.access.Tenant;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.context.ApplicationContext;

/**
 * The latest mail in an organisation's mailbox, as its reader sees it.
 *
 * @param pdf the words of the PDF that came along; empty when none did
 */
public record LatestMail(String text, String pdf) {

    public static LatestMail of(ApplicationContext house, int organisation) throws MessagingException, IOException {
        SinkMails sink = house.getBean(SinkMails.class);
        byte[] raw = Tenant.in(
                organisation,
                () -> sink.raw(sink.page(null, 1).rows().getFirst().id()));
        List<BodyPart> leaves = new ArrayList<>();
        leaves((Multipart) new MimeMessage(null, new ByteArrayInputStream(raw)).getContent(), leaves);
        String text = "";
        String pdf = "";
        for (BodyPart leaf : leaves) {
            if (leaf.isMimeType("text/plain") && text.isEmpty()) {
                text = new String(leaf.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } else if (leaf.isMimeType("application/pdf")) {
                pdf = words(leaf.getInputStream().readAllBytes());
            }
        }
        return new LatestMail(text, pdf);
    }

    /** What stands in a PDF, blanks made one. */
    public static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void leaves(Multipart parts, List<BodyPart> leaves) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            if (parts.getBodyPart(i).getContent() instanceof Multipart more) {
                leaves(more, leaves);
            } else {
                leaves.add(parts.getBodyPart(i));
            }
        }
    }
}
