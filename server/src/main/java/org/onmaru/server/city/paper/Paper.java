package org.onmaru.server.city.paper;

import java.time.Instant;
import java.util.List;

/// An official document, whatever file it becomes. The same paper makes the same bytes.
///
/// @param language of its words, BCP 47, e.g. `ko`
/// @param subject one sentence that says what it is, for those who find the file
/// @param made when it was made, as the files say it
/// @param meta what stands under the title, in this order
public record Paper(String language, String title, String subject, Instant made, List<Meta> meta, List<Block> blocks) {

    public Paper {
        title = Letters.line(title);
        subject = Letters.line(subject);
        meta = List.copyOf(meta);
        blocks = List.copyOf(blocks);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a paper has a title");
        }
    }

    /// A label and its value under the title, e.g. `일시` and `2020. 12. 8.(화) 08:30`.
    public record Meta(String label, String value) {

        public Meta {
            label = Letters.line(label);
            value = Letters.of(value);
        }
    }
}
