package org.onmaru.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.page.FirstPage;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// The web application: its files, and its first page for every address that is a place in it.
@Configuration(proxyBeanMethods = false)
class WebApplication implements WebMvcConfigurer {

    /// Addresses that are never a page.
    private static final List<String> NOT_PAGES =
            List.of("api/", "live/", "recordings/", "sfu", "internal/", "actuator", "assets/", "v3/", "trust");

    private final FirstPage page;

    WebApplication(FirstPage page) {
        this.page = page;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(under("assets/"))
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(page.folders())
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageResolver());
    }

    private String[] under(String folder) {
        return Arrays.stream(page.folders()).map(each -> each + folder).toArray(String[]::new);
    }

    private static final class PageResolver extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var file = path.isEmpty() ? null : super.getResource(path, location);
            if (file != null) {
                return file;
            }
            return NOT_PAGES.stream().anyMatch(path::startsWith) || path.contains(".")
                    ? null
                    : super.getResource("index.html", location);
        }
    }
}
