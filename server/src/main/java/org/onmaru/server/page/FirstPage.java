package org.onmaru.server.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.onmaru.server.settings.OnmaruSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/// `index.html` of the built web application, as it is or with a [Head] of its own. What is put in is data: nothing
/// that a content security policy would have to allow.
@Component
public final class FirstPage {

    private static final String END = "</head>";
    private static final String APP = "<div id=\"app\">";

    private final ResourceLoader resources;
    private final OnmaruSettings settings;
    private final String locations;
    private final JsonMapper json;

    FirstPage(
            ResourceLoader resources,
            OnmaruSettings settings,
            @Value("${spring.web.resources.static-locations:classpath:/static/}") String locations,
            JsonMapper json) {
        this.resources = resources;
        this.settings = settings;
        this.locations = locations;
        this.json = json;
    }

    /// Folders in which the application may lie, as Spring names resources; each ends with a slash.
    public String[] folders() {
        var dir = settings.web().dir();
        var folders =
                dir == null ? locations.split(",") : new String[] {dir.toUri().toString()};
        for (var i = 0; i < folders.length; i++) {
            folders[i] = folders[i].endsWith("/") ? folders[i] : folders[i] + "/";
        }
        return folders;
    }

    /// Empty when the application was not built.
    public Optional<String> plain() throws IOException {
        for (var folder : folders()) {
            Resource page = resources.getResource(folder + "index.html");
            if (page.isReadable()) {
                return Optional.of(page.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    /// The same with its own title, description and data.
    public Optional<String> with(Head head) throws IOException {
        return plain().map(page -> {
            var at = page.indexOf(END);
            if (at < 0) {
                return page;
            }
            var before = page.substring(0, at)
                    .replaceFirst("<title>[^<]*</title>", "")
                    .replaceFirst("<meta name=\"description\"[^>]*>", "");
            return before + elements(head) + body(page.substring(at), head.body());
        });
    }

    private static String body(String page, String shown) {
        var begin = page.indexOf(APP);
        if (shown.isEmpty() || begin < 0) {
            return page;
        }
        begin += APP.length();
        // What stands in it by itself has no division of its own.
        return page.substring(0, begin) + shown + page.substring(page.indexOf("</div>", begin));
    }

    private String elements(Head head) {
        var html = new StringBuilder();
        html.append("<title>")
                .append(text(head.title() + " | " + settings.city().name() + " 온마루"))
                .append("</title>\n");
        html.append(meta("name", "description", head.description()));
        html.append(meta("property", "og:type", "website"));
        html.append(meta("property", "og:title", head.title()));
        html.append(meta("property", "og:description", head.description()));
        html.append(meta("property", "og:url", head.url()));
        html.append("<link rel=\"canonical\" href=\"").append(text(head.url())).append("\" />\n");
        html.append(data("application/ld+json", "", json.writeValueAsString(head.linkedData())));
        head.known().forEach((id, value) -> html.append(data("application/json", " id=\"" + id + "\"", value)));
        return html.toString();
    }

    private static String meta(String kind, String name, String content) {
        return "<meta " + kind + "=\"" + name + "\" content=\"" + text(content) + "\" />\n";
    }

    private static String text(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }

    /// A title with `</script>` in it ends nothing.
    private static String data(String type, String attributes, String json) {
        return "<script type=\"" + type + "\"" + attributes + ">" + json.replace("<", "\\u003c") + "</script>\n";
    }
}
