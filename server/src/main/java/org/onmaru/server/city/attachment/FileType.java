package org.onmaru.server.city.attachment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What may be attached; told by the bytes, never by the name.
public enum FileType {
    PDF("application/pdf", false, "pdf"),
    PNG("image/png", true, "png"),
    JPEG("image/jpeg", true, "jpg", "jpeg"),
    WEBP("image/webp", true, "webp"),
    HWPX("application/hwp+zip", false, "hwpx");

    private final String mediaType;
    private final boolean picture;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final List<String> endings;

    FileType(String mediaType, boolean picture, String... endings) {
        this.mediaType = mediaType;
        this.picture = picture;
        this.endings = List.of(endings);
    }

    public String mediaType() {
        return mediaType;
    }

    /// Pictures alone may be shown in a page; everything else is only downloaded.
    public boolean picture() {
        return picture;
    }

    /// What the end of the name promises; empty when it promises nothing that may be attached.
    public static Optional<FileType> promised(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return List.of(values()).stream()
                .filter(type -> type.endings.contains(ending))
                .findFirst();
    }
}
