package dev.dunwell.archive;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Draws the squares of a QR code as the area of an {@code object} of type {@value #TYPE}: a row of 0 and 1 for each
 * line in {@code data-squares}, parted by points; with {@code data-mark="cross"} the Swiss cross stands in the middle
 * (Swiss Implementation Guidelines QR-bill 2.3, section 6.4.2: 7 of 46 millimetres).
 */
final class SquaresDrawer implements FSObjectDrawer {

    static final String TYPE = "image/squares";

    private static final double MARK = 7.0 / 46;
    private static final double[][] CROSS = {{0.4, 0.18, 0.2, 0.64}, {0.18, 0.4, 0.64, 0.2}};

    @Override
    public @Nullable Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        String[] rows = element.getAttribute("data-squares").split("\\.");
        boolean isMarked = element.getAttribute("data-mark").equals("cross");
        double side = Math.min(width, height) / dotsPerPixel;
        device.drawWithGraphics((float) x, (float) y, (float) side, (float) side, g -> {
            draw(g, rows, side);
            if (isMarked) {
                mark(g, side);
            }
        });
        return null;
    }

    private static void draw(Graphics2D g, String[] rows, double side) {
        double square = side / rows.length;
        var area = new Path2D.Double();
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length(); column++) {
                if (rows[row].charAt(column) == '1') {
                    area.append(new Rectangle2D.Double(column * square, row * square, square, square), false);
                }
            }
        }
        g.setColor(Color.BLACK);
        g.fill(area);
    }

    private static void mark(Graphics2D g, double side) {
        double mark = side * MARK;
        double at = (side - mark) / 2;
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(at, at, mark, mark));
        double edge = mark / 14;
        g.setColor(Color.BLACK);
        g.fill(new Rectangle2D.Double(at + edge, at + edge, mark - 2 * edge, mark - 2 * edge));
        g.setColor(Color.WHITE);
        for (double[] bar : CROSS) {
            g.fill(new Rectangle2D.Double(at + bar[0] * mark, at + bar[1] * mark, bar[2] * mark, bar[3] * mark));
        }
    }
}
