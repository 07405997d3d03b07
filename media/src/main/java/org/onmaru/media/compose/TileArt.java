package org.onmaru.media.compose;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.scene.Plate;

/// Draws what belongs to a tile besides its picture: name plate, name card, badge, rounded corners, speaker's ring.
final class TileArt {

    private static final String STALE = "연결 지연 · Delayed";
    private static final String SCREEN = " 화면 · Screen";
    private static final int BAND = 12;

    private final Typeface typeface;

    /// An overlay and where it goes in its tile.
    record Placed(Overlay overlay, int x, int y) {
        void onto(YuvFrame frame, int left, int top) {
            overlay.onto(frame, left + x, top + y);
        }
    }

    TileArt(Typeface typeface) {
        this.typeface = typeface;
    }

    /// Height of a plate for a tile of this height.
    static int plateHeight(int tileHeight) {
        return even(Math.clamp(Math.round(tileHeight * 0.16f), 22, 48));
    }

    /// The name plate, at the lower left.
    Placed plate(Plate plate, boolean screen, int tileWidth, int tileHeight) {
        int height = plateHeight(tileHeight);
        int inset = inset(tileHeight);
        float size = height * 0.56f;
        Font bold = typeface.bold(size);
        Font regular = typeface.regular(size);
        double pad = height * 0.42;
        double room = tileWidth - 2.0 * inset - 2 * pad - 4;
        String name = plate.name() + (screen ? SCREEN : "");
        String office = plate.office().isEmpty() || name.isBlank() ? plate.office() : plate.office() + " ";
        // The name matters most: the office is cut first, down to nothing; then the name.
        String shownName = Ink.fitted(name, bold, room);
        double forOffice = room - Ink.width(shownName, bold);
        String shownOffice = office(plate, office, regular, forOffice);
        double officeWidth = shownOffice.isEmpty() ? 0 : Ink.width(shownOffice, regular);
        double width = 2 * pad + 4 + officeWidth + Ink.width(shownName, bold);
        BufferedImage image = Ink.image((int) Math.ceil(width), height, graphics -> {
            graphics.setColor(Palette.PLATE);
            graphics.fill(new RoundRectangle2D.Double(0, 0, width, height, height * 0.36, height * 0.36));
            graphics.setColor(Palette.ACCENT);
            graphics.fill(new RoundRectangle2D.Double(pad * 0.5, height * 0.26, 4, height * 0.48, 4, 4));
            float x = (float) (pad + 4);
            graphics.setFont(regular);
            graphics.setColor(Palette.TEXT_SOFT);
            graphics.drawString(shownOffice, x, Ink.baseline(regular, 0, height));
            graphics.setFont(bold);
            graphics.setColor(Palette.TEXT);
            graphics.drawString(shownName, (float) (x + officeWidth), Ink.baseline(bold, 0, height));
        });
        return new Placed(Overlay.of(image), inset, even(tileHeight - inset - height));
    }

    /// The office, or the unit alone, or as much of it as fits and still says something.
    private static String office(Plate plate, String office, Font font, double room) {
        String unit = plate.unit() + " ";
        if (Ink.width(office, font) <= room || Ink.width(unit, font) > room) {
            return room > font.getSize2D() * 2.5 ? Ink.fitted(office, font, room) : "";
        }
        return unit.isBlank() ? "" : unit;
    }

    /// What the plate says in full; the tile list for people who need it as text.
    static String words(Plate plate, boolean screen) {
        return plate.text() + (screen ? SCREEN : "");
    }

    /// The card in place of a picture: a figure, the office, the name.
    BufferedImage card(Plate plate, int width, int height) {
        return Ink.image(width, height, graphics -> {
            graphics.setPaint(new GradientPaint(0, 0, Palette.CARD_TOP, 0, height, Palette.CARD_BOTTOM));
            graphics.fillRect(0, 0, width, height);
            figure(graphics, width / 2.0, height * 0.34, height * 0.19);
            Font bold = typeface.bold(Math.clamp(height * 0.13f, 11, 56));
            Font regular = typeface.regular(Math.clamp(height * 0.085f, 9, 34));
            double room = width * 0.9;
            double left = width * 0.05;
            graphics.setColor(Palette.TEXT_SOFT);
            Ink.centred(
                    graphics, plate.office(), regular, left, room, Ink.baseline(regular, height * 0.60, height * 0.12));
            graphics.setColor(Palette.TEXT);
            Ink.centred(graphics, plate.name(), bold, left, room, Ink.baseline(bold, height * 0.73, height * 0.18));
        });
    }

    private static void figure(Graphics2D graphics, double x, double y, double radius) {
        Ellipse2D disc = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        graphics.setColor(Palette.ACCENT);
        graphics.fill(disc);
        double head = radius * 0.36;
        Area person = new Area(new Ellipse2D.Double(x - head, y - radius * 0.58, 2 * head, 2 * head));
        double shoulders = radius * 0.66;
        person.add(new Area(new Ellipse2D.Double(x - shoulders, y + radius * 0.26, 2 * shoulders, 2 * shoulders)));
        person.intersect(new Area(disc));
        graphics.setColor(Palette.TEXT);
        graphics.fill(person);
    }

    /// The badge on a picture that no longer moves, at the upper right.
    Placed stale(int tileWidth, int tileHeight) {
        int height = even(Math.clamp(Math.round(tileHeight * 0.12f), 16, 34));
        int inset = inset(tileHeight);
        Font font = typeface.bold(height * 0.56f);
        String text = Ink.fitted(STALE, font, tileWidth - 2.0 * inset - height);
        double width = Ink.width(text, font) + height;
        BufferedImage image = Ink.image((int) Math.ceil(width), height, graphics -> {
            graphics.setColor(Palette.AMBER);
            graphics.fill(new RoundRectangle2D.Double(0, 0, width, height, height, height));
            graphics.setColor(Palette.NIGHT);
            graphics.setFont(font);
            graphics.drawString(text, height / 2f, Ink.baseline(font, 0, height));
        });
        return new Placed(Overlay.of(image), even(tileWidth - inset - image.getWidth()), inset);
    }

    /// Rounded corners, with the speaker's ring where asked; four bands, because the middle is empty.
    List<Placed> frame(int width, int height, boolean ring) {
        double round = Math.clamp(height * 0.07, 8, 20);
        RoundRectangle2D edge = new RoundRectangle2D.Double(0, 0, width, height, round, round);
        BufferedImage image = Ink.image(width, height, graphics -> {
            Path2D outside = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            outside.append(new Rectangle2D.Double(0, 0, width, height), false);
            outside.append(edge, false);
            graphics.setColor(Palette.NIGHT);
            graphics.fill(outside);
            if (ring) {
                graphics.setColor(Palette.RING);
                graphics.setStroke(new BasicStroke(4));
                graphics.draw(new RoundRectangle2D.Double(2, 2, width - 4.0, height - 4.0, round - 2, round - 2));
            }
        });
        List<Placed> bands = new ArrayList<>();
        bands.add(new Placed(Overlay.of(image, 0, 0, width, BAND), 0, 0));
        bands.add(new Placed(Overlay.of(image, 0, height - BAND, width, BAND), 0, height - BAND));
        if (ring) {
            int between = height - 2 * BAND;
            bands.add(new Placed(Overlay.of(image, 0, BAND, 4, between), 0, BAND));
            bands.add(new Placed(Overlay.of(image, width - 4, BAND, 4, between), width - 4, BAND));
        }
        return bands;
    }

    private static int inset(int tileHeight) {
        return even(Math.clamp(Math.round(tileHeight * 0.045f), 4, 16));
    }

    private static int even(int value) {
        return value & ~1;
    }
}
