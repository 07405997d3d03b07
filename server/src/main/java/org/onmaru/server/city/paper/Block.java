package org.onmaru.server.city.paper;

import java.util.List;

/// What papers consist of. Texts may have several lines.
public sealed interface Block {

    /// Begins a part.
    ///
    /// @param level from 1 to [#DEEPEST]; the title is above all of them
    record Heading(int level, String text) implements Block {

        /// The smallest part.
        public static final int DEEPEST = 3;

        public Heading {
            text = Letters.line(text);
            if (level < 1 || level > DEEPEST || text.isEmpty()) {
                throw new IllegalArgumentException("level " + level + ": " + text);
            }
        }
    }

    record Paragraph(String text) implements Block {

        public Paragraph {
            text = Letters.of(text);
        }
    }

    /// Points numbered as [OfficialNumbering] has it, from 1 anew.
    record Points(List<Point> points) implements Block {

        public Points {
            points = List.copyOf(points);
            if (points.stream().mapToInt(Point::depth).max().orElse(0) > OfficialNumbering.DEEPEST) {
                throw new IllegalArgumentException("deeper than there are numbers");
            }
        }
    }

    /// One point, and those below it; the number is not in its text.
    record Point(String text, List<Point> points) {

        public Point {
            text = Letters.of(text);
            points = List.copyOf(points);
        }

        public static Point of(String text) {
            return new Point(text, List.of());
        }

        private int depth() {
            return 1 + points.stream().mapToInt(Point::depth).max().orElse(0);
        }
    }

    /// A table whose header is repeated on every page.
    record Table(String caption, List<Column> columns, List<Row> rows) implements Block {

        public Table {
            caption = Letters.line(caption);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            int width = columns.size();
            if (width == 0 || rows.stream().anyMatch(row -> row.width() != width)) {
                throw new IllegalArgumentException("every row has " + width + " columns: " + caption);
            }
        }
    }

    /// @param share of the table's width, in proportion to the others'
    record Column(String title, Align align, int share) {

        public Column {
            title = Letters.line(title);
            if (share < 1) {
                throw new IllegalArgumentException("share " + share);
            }
        }
    }

    /// Where the text of a column's cells stands.
    enum Align {
        START,
        CENTRE,
        END
    }

    record Row(List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /// A cell for each text.
        public static Row of(String... texts) {
            return new Row(
                    List.of(texts).stream().map(text -> new Cell(text, 1)).toList());
        }

        int width() {
            return cells.stream().mapToInt(Cell::span).sum();
        }
    }

    /// @param span how many columns it takes
    record Cell(String text, int span) {

        public Cell {
            text = Letters.of(text);
            if (span < 1) {
                throw new IllegalArgumentException("span " + span);
            }
        }
    }

    /// Who signs, one under the other.
    record Signatures(List<Signature> lines) implements Block {

        public Signatures {
            lines = List.copyOf(lines);
        }
    }

    /// @param post e.g. `시장`
    record Signature(String post, String name) {

        public Signature {
            post = Letters.line(post);
            name = Letters.line(name);
        }
    }

    /// What follows begins on a new page.
    record PageBreak() implements Block {}
}
