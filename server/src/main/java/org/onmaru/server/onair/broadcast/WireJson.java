package org.onmaru.server.onair.broadcast;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.Locale;
import org.onmaru.wire.Command;
import org.onmaru.wire.Event;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/// The wire as JSON: one object a message, `type` is the record's name in kebab-case, unknown properties are ignored.
public final class WireJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Command.class, Typed.class)
            .addMixIn(Event.class, Typed.class)
            .registerSubtypes(names(Command.class))
            .registerSubtypes(names(Event.class))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private WireJson() {}

    public static String text(Command command) {
        return JSON.writerFor(Command.class).writeValueAsString(command);
    }

    public static String text(Event event) {
        return JSON.writerFor(Event.class).writeValueAsString(event);
    }

    /// @throws tools.jackson.core.JacksonException when the text is not a command
    public static Command command(String text) {
        return JSON.readValue(text, Command.class);
    }

    /// @throws tools.jackson.core.JacksonException when the text is not an event
    public static Event event(String text) {
        return JSON.readValue(text, Event.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    private static NamedType[] names(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .map(one -> new NamedType(one, kebab(one.getSimpleName())))
                .toArray(NamedType[]::new);
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
