package org.onmaru.server.page;

import java.util.Map;

/// What one address says about itself to those who do not run the application: search engines, messengers that show a
/// link, and the application's own first moment.
///
/// @param title of the page, without the product's name
/// @param description one sentence
/// @param url the address itself
/// @param linkedData schema.org, as JSON-LD
/// @param body HTML that stands there until the application runs, every word in it escaped; empty for what the page
///     says by itself
/// @param known by element id, JSON that the application would ask for first; empty when there is nothing
public record Head(
        String title,
        String description,
        String url,
        Map<String, Object> linkedData,
        String body,
        Map<String, String> known) {}
