package org.onmaru.media.compose;

import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.onmaru.media.scene.Rect;
import org.onmaru.media.scene.Scene;
import org.onmaru.media.scene.SlateLayout;
import org.onmaru.wire.Slate;

/// Draws what belongs to the whole picture: the title strip and the slate.
final class Cards {

    private final Typeface typeface;
    private final String city;

    Cards(Typeface typeface, String city) {
        this.typeface = typeface;
        this.city = city;
    }

    /// The title strip: title, subtitle beside it, the city at the right.
    BufferedImage strip(String title, String subtitle) {
        int width = Scene.TITLE.width();
        int height = Scene.TITLE.height();
        Font bold = typeface.bold(28);
        Font regular = typeface.regular(21);
        Font mark = typeface.bold(20);
        return Ink.image(width, height, graphics -> {
            graphics.setPaint(new GradientPaint(0, 0, Palette.STRIP, 0, height, Palette.NIGHT));
            graphics.fillRect(0, 0, width, height);
            graphics.setColor(Palette.ACCENT);
            graphics.fillRect(16, 18, 6, 30);
            String right = Ink.fitted(city, mark, 300);
            double rightWidth = Ink.width(right, mark);
            graphics.setFont(mark);
            graphics.setColor(Palette.ACCENT_LIGHT);
            graphics.drawString(right, (float) (width - 16 - rightWidth), Ink.baseline(mark, 16, 34));
            double room = width - 36 - 16 - rightWidth - 32;
            double second = Math.min(Ink.width(subtitle, regular) + 18, room * 0.45);
            String first = Ink.fitted(title, bold, room - second);
            graphics.setFont(bold);
            graphics.setColor(Palette.TEXT);
            graphics.drawString(first, 36, Ink.baseline(bold, 16, 34));
            double used = Ink.width(first, bold) + 18;
            graphics.setFont(regular);
            graphics.setColor(Palette.TEXT_SOFT);
            graphics.drawString(
                    Ink.fitted(subtitle, regular, room - used), (float) (36 + used), Ink.baseline(regular, 17, 34));
        });
    }

    /// The whole picture off air.
    BufferedImage slate(Slate slate) {
        int width = Scene.PICTURE.width();
        int height = Scene.PICTURE.height();
        return Ink.image(width, height, graphics -> {
            graphics.setPaint(new GradientPaint(0, 0, Palette.STRIP, 0, height, Palette.NIGHT));
            graphics.fillRect(0, 0, width, height);
            graphics.setColor(Palette.ACCENT);
            graphics.fill(shape(SlateLayout.RULE));
            graphics.setColor(Palette.ACCENT_LIGHT);
            line(graphics, city, typeface.bold(30), SlateLayout.CITY);
            graphics.setColor(Palette.TEXT);
            line(graphics, slate.heading(), typeface.bold(56), SlateLayout.HEADING);
            graphics.setColor(Palette.TEXT_SOFT);
            line(graphics, slate.message(), typeface.regular(34), SlateLayout.MESSAGE);
        });
    }

    private static Rectangle shape(Rect rect) {
        return new Rectangle(rect.x(), rect.y(), rect.width(), rect.height());
    }

    /// A line that shrinks to two thirds before it is cut.
    private static void line(Graphics2D graphics, String text, Font font, Rect box) {
        double needed = Ink.width(text, font);
        float shrink = (float) Math.clamp(box.width() / Math.max(1, needed), 2.0 / 3, 1.0);
        Font fitting = font.deriveFont(font.getSize2D() * shrink);
        Ink.centred(graphics, text, fitting, box.x(), box.width(), Ink.baseline(fitting, box.y(), box.height()));
    }
}
