package dev.dunwell.statements;

import dev.dunwell.access.Tenant;
import dev.dunwell.messaging.Logos;
import dev.dunwell.messaging.Picture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The logo of the letterhead, small enough for mails: at most 200 by 44 pixels, drawn twice as fine. */
@Component
class MailLogo implements Logos {

    private static final int WIDEST = 200;
    private static final int HIGHEST = 44;
    private static final int FINER = 2;

    private final Letterheads letterheads;

    MailLogo(Letterheads letterheads) {
        this.letterheads = letterheads;
    }

    @Override
    public @Nullable Picture current() {
        return letterheads.logo().map(MailLogo::small).orElse(null);
    }

    private static Picture small(byte[] png) {
        try {
            BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
            int height = Math.min(HIGHEST, whole.getHeight());
            int width = Math.max(1, whole.getWidth() * height / whole.getHeight());
            if (width > WIDEST) {
                height = Math.max(1, height * WIDEST / width);
                width = WIDEST;
            }
            return new Picture(
                    "logo-" + Tenant.current() + "@dunwell.invalid", drawn(whole, width, height), width, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] drawn(BufferedImage whole, int width, int height) throws IOException {
        var drawn = new BufferedImage(width * FINER, height * FINER, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(whole, 0, 0, drawn.getWidth(), drawn.getHeight(), null);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", bytes);
        return bytes.toByteArray();
    }
}
