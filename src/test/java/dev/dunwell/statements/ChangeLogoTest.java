package dev.dunwell.statements;

import static dev.dunwell.ledger.Book.NORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import dev.dunwell.web.BadInput;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class ChangeLogoTest {

    @Autowired
    Book book;

    @Autowired
    ChangeLogo changeLogo;

    @Autowired
    ChangeLetterhead changeLetterhead;

    @Autowired
    Letterheads letterheads;

    private static byte[] picture(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    @Test
    void a_logo_is_drawn_anew_in_its_proportions_and_carries_nothing_else() throws IOException {
        byte[] large = picture("jpeg", 3000, 500);
        byte[] hidden = Arrays.copyOf(large, large.length + 9);
        System.arraycopy("<script/>".getBytes(StandardCharsets.US_ASCII), 0, hidden, large.length, 9);
        byte[] kept = ChangeLogo.redrawn(hidden);
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(drawn.getWidth()).isEqualTo(900);
        assertThat(drawn.getHeight()).isEqualTo(150);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .startsWith("\u0089PNG")
                .doesNotContain("script");
    }

    @Test
    void what_is_no_picture_or_too_large_is_refused() throws IOException {
        for (byte[] wrong : new byte[][] {
            new byte[0],
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII),
            picture("gif", 10, 10),
            picture("png", 5001, 10),
            new byte[2_000_001],
            Arrays.copyOf(picture("png", 300, 300), 60)
        }) {
            assertThatThrownBy(() -> ChangeLogo.redrawn(wrong)).isInstanceOf(BadInput.class);
        }
    }

    @Test
    void it_stands_on_the_letterhead_until_it_is_taken_off_and_words_leave_it_alone() throws IOException {
        byte[] logo = picture("png", 600, 160);
        Tenant.runIn(book.organisation(), () -> changeLogo.change(NORA, logo));
        var brand = new Brand("#8a1c3b", Brand.Logo.NONE);
        Tenant.runIn(
                book.organisation(), () -> changeLetterhead.change(NORA, new Letterhead("Kai 7", "", "FN 1", brand)));
        Letterhead now = book.inside(letterheads::current);
        assertThat(now.brand().colour()).isEqualTo("#8a1c3b");
        assertThat(now.brand().logo().isThere()).isTrue();
        assertThat(now.brand().logo().size()).isEqualTo("width:60.0mm;height:16.0mm");
        Tenant.runIn(book.organisation(), () -> changeLogo.remove(NORA));
        assertThat(book.inside(letterheads::current).brand().logo()).isEqualTo(Brand.Logo.NONE);
        var black = new Letterhead("", "", "", new Brand("black", Brand.Logo.NONE));
        assertThatThrownBy(() -> Tenant.runIn(book.organisation(), () -> changeLetterhead.change(NORA, black)))
                .isInstanceOf(BadInput.class);
    }
}
