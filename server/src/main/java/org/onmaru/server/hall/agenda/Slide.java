package org.onmaru.server.hall.agenda;

import java.util.UUID;

/// A page of a file beside the item that is being talked about, put on the stage.
///
/// @param key of the item
/// @param name of the file
/// @param page from 1
/// @param pages of the file
/// @param open whether the item was public when it was put there: no other may ever be broadcast. When the item becomes
///     internal or public, the slide comes off
public record Slide(String key, UUID attachment, String name, int page, int pages, boolean open) {}
