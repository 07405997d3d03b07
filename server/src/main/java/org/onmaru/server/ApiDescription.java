package org.onmaru.server;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The description of the API from which the browser's types are generated: `web/openapi.json`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("springdoc.api-docs.enabled")
class ApiDescription {

    static {
        ModelResolver.enumsAsRef = true;
        ModelConverters.getInstance(true).addConverter(new RecordShapes());
    }

    @Bean
    OpenAPI onmaru() {
        return new OpenAPI().info(new Info().title("Onmaru").version("1"));
    }

    /// Only the API, every refusal as a problem, and nothing that depends on the machine or the order of discovery.
    @Bean
    OpenApiCustomizer settled() {
        return api -> {
            api.setServers(null);
            api.getPaths().keySet().removeIf(path -> !path.startsWith("/api/v1/"));
            api.getComponents().addSchemas("Problem", problem());
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation
                            .getResponses()
                            .addApiResponse(
                                    "default",
                                    new ApiResponse()
                                            .description("refused")
                                            .content(new Content()
                                                    .addMediaType(
                                                            "application/problem+json",
                                                            new MediaType()
                                                                    .schema(new Schema<>()
                                                                            .$ref("#/components/schemas/Problem"))))));
            api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
        };
    }

    private static Schema<?> problem() {
        var schema = new ObjectSchema();
        schema.addProperty("status", new IntegerSchema());
        schema.addProperty("code", new StringSchema());
        schema.addProperty("detail", new StringSchema());
        schema.addProperty("detailEn", new StringSchema());
        schema.setRequired(List.of("status", "code", "detail", "detailEn"));
        return schema;
    }
}
