package org.onmaru.media.studio;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.onmaru.wire.Command;
import org.onmaru.wire.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The wire's records as JSON: one object a message, told apart by `type`, the record's name in kebab case.
final class WireJson {

    private static final JsonMapper MAPPER = mapper();

    private WireJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    private static JsonMapper mapper() {
        var builder = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addMixIn(Command.class, Typed.class)
                .addMixIn(Event.class, Typed.class);
        for (var family : new Class<?>[] {Command.class, Event.class}) {
            for (var type : family.getPermittedSubclasses()) {
                builder.registerSubtypes(
                        new tools.jackson.databind.jsontype.NamedType(type, kebab(type.getSimpleName())));
            }
        }
        return builder.build();
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    static String write(Event event) {
        return MAPPER.writerFor(Event.class).writeValueAsString(event);
    }

    /// @throws JacksonException when the text is not a command this studio knows
    static Command read(String text) throws JacksonException {
        return MAPPER.readValue(text, Command.class);
    }
}
