package org.onmaru.server.hall.agenda.pack;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.attachment.FileType;
import org.onmaru.server.city.paper.Block;
import org.onmaru.server.city.paper.Block.Align;
import org.onmaru.server.city.paper.Block.Cell;
import org.onmaru.server.city.paper.Block.Column;
import org.onmaru.server.city.paper.Block.Row;
import org.onmaru.server.city.paper.Enclosure;
import org.onmaru.server.city.paper.OfficialDate;
import org.onmaru.server.city.paper.OfficialNumbering;
import org.onmaru.server.city.paper.Paper;

/// Sets an agenda pack as a paper. The same pack makes the same paper.
final class PackPaper {

    private PackPaper() {}

    static Paper of(Pack pack) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(1, "안건"));
        blocks.add(pack.items().isEmpty() ? new Block.Paragraph("볼 수 있는 안건이 없습니다.") : items(pack));
        blocks.add(new Block.Points(notes(pack).stream().map(Block.Point::of).toList()));
        pack.annexes().ifPresent(annexes -> {
            blocks.add(new Block.PageBreak());
            blocks.add(new Block.Heading(1, "붙임 1. 오늘의 집계"));
            blocks.addAll(figures(annexes));
            blocks.add(new Block.Heading(1, "붙임 2. 넘어온 지시사항"));
            blocks.add(carried(annexes));
        });
        if (!pack.files().isEmpty()) {
            blocks.add(new Block.Heading(1, (pack.annexes().isPresent() ? "붙임 3. " : "붙임. ") + "안건에 붙은 파일"));
            blocks.add(files(pack));
        }
        return new Paper("ko", pack.title() + " 안건 자료", subject(pack), pack.made(), meta(pack), blocks);
    }

    /// What is bound behind it: each file after a page that says which item it belongs to.
    static List<Enclosure> enclosures(Pack pack) {
        return pack.files().stream()
                .map(one -> new Enclosure(
                        "안건 %d. %s: %s".formatted(one.number(), one.item(), one.name()), one.file(), kind(one.type())))
                .toList();
    }

    private static Enclosure.Kind kind(FileType type) {
        return switch (type) {
            case PDF -> Enclosure.Kind.PDF;
            case PNG, JPEG -> Enclosure.Kind.PICTURE;
            case WEBP, HWPX -> Enclosure.Kind.OTHER;
        };
    }

    private static Block files(Pack pack) {
        return new Block.Table(
                "",
                List.of(
                        new Column("안건", Align.CENTRE, 4),
                        new Column("제목", Align.START, 18),
                        new Column("파일", Align.START, 18)),
                pack.files().stream()
                        .map(one -> Row.of(OfficialNumbering.label(1, one.number()), one.item(), one.name()))
                        .toList());
    }

    private static String subject(Pack pack) {
        return OfficialDate.of(pack.date()) + " " + pack.title() + "의 안건과 붙임";
    }

    private static List<Paper.Meta> meta(Pack pack) {
        return List.of(
                new Paper.Meta("회차", ordinal(pack)),
                new Paper.Meta("일시", OfficialDate.withWeekday(pack.date()) + " " + OfficialDate.time(pack.startsAt())),
                new Paper.Meta("장소", pack.place()),
                new Paper.Meta("예정 시간", pack.minutes() + "분"),
                new Paper.Meta(
                        "작성 기준", OfficialDate.of(pack.madeOn()) + " " + OfficialDate.time(pack.madeAt()) + " 현재"));
    }

    private static String ordinal(Pack pack) {
        if (pack.rehearsal()) {
            return "리허설";
        }
        return pack.ordinal() == null ? "회의를 열 때 정해집니다" : "제" + pack.ordinal() + "회";
    }

    private static Block items(Pack pack) {
        boolean reasons = pack.items().stream().anyMatch(item -> !item.why().isEmpty());
        var columns = new ArrayList<Column>();
        columns.add(new Column("순서", Align.CENTRE, 4));
        columns.add(new Column("안건", Align.START, reasons ? 14 : 26));
        if (reasons) {
            columns.add(new Column("올린 까닭", Align.START, 15));
        }
        columns.add(new Column("발표", Align.START, 8));
        columns.add(new Column("배정(분)", Align.END, 5));
        var rows = new ArrayList<Row>();
        for (var item : pack.items()) {
            var cells = new ArrayList<Cell>();
            cells.add(new Cell(OfficialNumbering.label(1, rows.size() + 1), 1));
            cells.add(new Cell(item.title() + (item.open() ? "" : "\n[비공개]"), 1));
            if (reasons) {
                cells.add(new Cell(item.why(), 1));
            }
            cells.add(new Cell(item.unit(), 1));
            cells.add(new Cell(Integer.toString(item.minutes()), 1));
            rows.add(new Row(cells));
        }
        rows.add(new Row(List.of(new Cell("계", columns.size() - 1), new Cell(Integer.toString(pack.allotted()), 1))));
        return new Block.Table("", columns, rows);
    }

    private static List<String> notes(Pack pack) {
        var notes = new ArrayList<String>();
        notes.add("배정한 시간을 더하면 %d분입니다. %s".formatted(pack.allotted(), difference(pack)));
        long closed = pack.items().stream().filter(item -> !item.open()).count();
        if (closed > 0) {
            notes.add("비공개 안건은 " + closed + "건입니다. 방송하지 않으며, 이 자료를 밖에 내지 않습니다.");
        }
        pack.annexes()
                .map(Pack.Annexes::missing)
                .filter(missing -> !missing.isEmpty())
                .ifPresent(missing -> notes.add("아직 보고하지 않은 부서·기관: " + String.join(", ", missing)));
        return notes;
    }

    private static String difference(Pack pack) {
        int more = pack.allotted() - pack.minutes();
        if (more == 0) {
            return "예정된 시간과 같습니다.";
        }
        return more > 0
                ? "예정된 %d분보다 %d분 깁니다.".formatted(pack.minutes(), more)
                : "예정된 %d분보다 %d분 짧습니다.".formatted(pack.minutes(), -more);
    }

    private static List<Block> figures(Pack.Annexes annexes) {
        if (annexes.figures().isEmpty()) {
            return List.of(new Block.Paragraph("제출된 수치가 없습니다."));
        }
        var rows = annexes.figures().stream()
                .map(one -> Row.of(
                        one.name(),
                        one.measure(),
                        number(one.thisPeriod()),
                        number(one.toDate()),
                        number(one.city()),
                        number(one.difference()),
                        remark(one)))
                .toList();
        return List.of(new Block.Table(
                "부서·기관의 보고를 더한 수치",
                List.of(
                        new Column("지표", Align.START, 12),
                        new Column("단위", Align.CENTRE, 4),
                        new Column("이번", Align.END, 6),
                        new Column("누적", Align.END, 6),
                        new Column("시 발표", Align.END, 6),
                        new Column("차이", Align.END, 5),
                        new Column("비고", Align.CENTRE, 7)),
                rows));
    }

    private static String remark(Pack.Figure figure) {
        var words = new ArrayList<String>();
        if (figure.corrected()) {
            words.add("정정");
        }
        if (!figure.open()) {
            words.add("비공개");
        }
        return String.join(" · ", words);
    }

    private static Block carried(Pack.Annexes annexes) {
        if (annexes.carried().isEmpty()) {
            return new Block.Paragraph("넘어온 지시사항이 없습니다.");
        }
        return new Block.Table(
                "",
                List.of(
                        new Column("번호", Align.CENTRE, 7),
                        new Column("지시사항", Align.START, 16),
                        new Column("담당", Align.START, 10),
                        new Column("기한", Align.START, 7),
                        new Column("이월", Align.CENTRE, 6),
                        new Column("상태", Align.CENTRE, 6)),
                annexes.carried().stream()
                        .map(one -> Row.of(
                                one.label(),
                                one.sentence(),
                                one.unit(),
                                one.due() == null ? "없음" : OfficialDate.of(one.due()),
                                "이월 " + one.times() + "회",
                                one.state()))
                        .toList());
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null
                ? ""
                : new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
