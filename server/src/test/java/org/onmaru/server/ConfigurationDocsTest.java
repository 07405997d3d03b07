package org.onmaru.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// `docs/configuration.md` is made from the options themselves; `-Donmaru.update=true` writes it anew.
class ConfigurationDocsTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final Path METADATA = Path.of("target", "classes", "META-INF", "spring-configuration-metadata.json");

    private record Option(String name, String standard, String comment) {}

    @Test
    void everyOptionInTheFileHasAComment() throws IOException {
        assertThat(fromYaml())
                .isNotEmpty()
                .allSatisfy(option -> assertThat(option.comment).as(option.name).isNotBlank());
    }

    @Test
    void everyOwnOptionHasAComment() throws IOException {
        assertThat(own().values())
                .isNotEmpty()
                .allSatisfy(option -> assertThat(option.comment).as(option.name).isNotBlank());
    }

    @Test
    void thePageIsCurrent() throws IOException {
        var options = own();
        fromYaml().forEach(option -> options.put(option.name, option));
        var page = new StringBuilder("""
                # Configuration

                Generated from the code and `application.yml`; do not edit. An option can be given on the command line
                (`--onmaru.data=/srv/onmaru`) or in the environment (`ONMARU_DATA=/srv/onmaru`).

                | option | default | meaning |
                |---|---|---|
                """);
        options.values().stream()
                .sorted((one, other) -> order(one.name).compareTo(order(other.name)))
                .forEach(option -> page.append("| `%s` | %s | %s |\n"
                        .formatted(
                                option.name,
                                option.standard.isEmpty() ? "" : "`" + option.standard + "`",
                                option.comment.replace("|", "\\|"))));
        if (Boolean.getBoolean("onmaru.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page.toString());
        }
        assertThat(page.toString()).isEqualTo(Files.readString(PAGE));
    }

    private static String order(String name) {
        return (name.startsWith("onmaru.") ? "0" : "1") + name;
    }

    private static Map<String, Option> own() throws IOException {
        var options = new LinkedHashMap<String, Option>();
        for (var property :
                JsonMapper.shared().readTree(Files.readString(METADATA)).path("properties")) {
            var name = property.path("name").asString();
            if (name.startsWith("onmaru.")) {
                options.put(
                        name,
                        new Option(
                                name,
                                property.path("defaultValue").asString(""),
                                property.path("description").asString("")));
            }
        }
        return options;
    }

    /// Leaves of the file with the comment directly above them.
    private static List<Option> fromYaml() throws IOException {
        var options = new ArrayList<Option>();
        var path = new ArrayDeque<String>();
        var comment = new ArrayList<String>();
        for (var line : Files.readAllLines(Path.of("src", "main", "resources", "application.yml"))) {
            var text = line.strip();
            if (text.startsWith("#")) {
                comment.add(text.substring(1).strip());
                continue;
            }
            var colon = text.indexOf(':');
            if (colon > 0) {
                var depth = (line.length() - line.stripLeading().length()) / 2;
                while (path.size() > depth) {
                    path.removeLast();
                }
                path.addLast(text.substring(0, colon));
                var value = text.substring(colon + 1).strip();
                if (!value.isEmpty()) {
                    options.add(new Option(String.join(".", path), value.replace("\"", ""), String.join(" ", comment)));
                }
            }
            comment.clear();
        }
        return options;
    }
}
