package org.onmaru.media.scene;

/// Where the slate's three lines and its rule stand.
public final class SlateLayout {

    public static final Rect CITY = new Rect(80, 214, 1120, 44);
    public static final Rect RULE = new Rect(600, 276, 80, 4);
    public static final Rect HEADING = new Rect(80, 306, 1120, 84);
    public static final Rect MESSAGE = new Rect(80, 412, 1120, 54);

    private SlateLayout() {}
}
