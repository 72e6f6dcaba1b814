package dev.dunwell.statements;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.BadInput;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a logo on every paper from now on, or takes it off. Only the picture itself is kept, drawn anew as a PNG of at
 * most 900 by 300 pixels: whatever else the file carried is gone. Refuses what is neither PNG nor JPEG, files over 2 MB
 * and pictures over 5000 pixels wide or high, before any of their pixels is read.
 */
@Component
public class ChangeLogo {

    private static final int MOST_BYTES = 2_000_000;
    private static final int MOST_PIXELS = 5000;
    private static final int WIDEST = 900;
    private static final int HIGHEST = 300;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private final Letterheads letterheads;
    private final Audit audit;

    ChangeLogo(Letterheads letterheads, Audit audit) {
        this.letterheads = letterheads;
        this.audit = audit;
    }

    /** @param file as it was uploaded */
    @Transactional
    public void change(Actor actor, byte[] file) {
        byte[] png = redrawn(file);
        letterheads.replaceLogo(png);
        audit.write(actor, "logo.changed", "organisation", null, Map.of("bytes", png.length));
    }

    @Transactional
    public void remove(Actor actor) {
        letterheads.replaceLogo(null);
        audit.write(actor, "logo.removed", "organisation", null, Map.of());
    }

    static byte[] redrawn(byte[] file) {
        if (file.length == 0 || file.length > MOST_BYTES) {
            throw BadInput.in("logo", "Choose a PNG or JPEG of at most 2 MB.");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            return drawn(read(in));
        } catch (IOException e) {
            throw BadInput.in("logo", "This picture cannot be read: it is damaged. Save it anew and choose it again.");
        }
    }

    private static BufferedImage read(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        ImageReader reader = readers.hasNext() ? readers.next() : null;
        if (reader == null || !FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw BadInput.in("logo", "Choose a PNG or JPEG of at most 2 MB.");
        }
        try {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
                throw BadInput.in("logo", "Choose a picture of at most 5000 pixels in width and height.");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** In its own proportions, never larger than it was. */
    private static byte[] drawn(BufferedImage picture) throws IOException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        if (width > WIDEST) {
            height = Math.max(1, height * WIDEST / width);
            width = WIDEST;
        }
        if (height > HIGHEST) {
            width = Math.max(1, width * HIGHEST / height);
            height = HIGHEST;
        }
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", bytes);
        return bytes.toByteArray();
    }
}
