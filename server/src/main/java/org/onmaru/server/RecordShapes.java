package org.onmaru.server;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A record's components are always there; those marked [Nullable] may be null. Nothing is optional. A nested
/// enumeration carries the name of what it belongs to: many things have a `State` or a `Kind`.
final class RecordShapes implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var raw = Json.mapper().constructType(type.getType());
        if (raw != null && raw.isEnumType() && raw.getRawClass().getEnclosingClass() != null) {
            type.name(raw.getRawClass().getEnclosingClass().getSimpleName()
                    + raw.getRawClass().getSimpleName());
        }
        var schema = chain.next().resolve(type, context, chain);
        if (schema == null || raw == null || !raw.getRawClass().isRecord()) {
            return schema;
        }
        var reference = schema.get$ref();
        var model = reference == null
                ? schema
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
        if (model != null && model.getProperties() != null) {
            shape(model, raw.getRawClass().getRecordComponents());
        }
        return schema;
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the library's own raw types
    private static void shape(Schema model, RecordComponent[] components) {
        model.setRequired(
                Arrays.stream(components).map(RecordComponent::getName).toList());
        for (var component : components) {
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                model.getProperties()
                        .computeIfPresent(component.getName(), (_, property) -> orNull((Schema<?>) property));
            }
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of("null"))));
        }
        var types = property.getTypes();
        if (types != null) {
            var withNull = new LinkedHashSet<>(types);
            withNull.add("null");
            property.setTypes(withNull);
        }
        return property;
    }
}
