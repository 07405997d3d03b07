package org.onmaru.server.city.paper;

import java.util.ArrayList;
import java.util.List;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.DropCapStyle;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.HeightRelTo;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.HorzAlign;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.HorzRelTo;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.LineWrapMethod;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.NumberingType;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.TablePageBreak;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.TextDirection;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.TextFlowSide;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.TextWrapMethod;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.VertAlign;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.VertRelTo;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.VerticalAlign2;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.WidthRelTo;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Para;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.Table;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.object.table.Tr;

/// The tables of one HWPX document.
final class HwpxTables {

    /// Between the margins of A4.
    private static final long WIDTH = HwpxStyles.mm(210 - 2 * 18);

    /// Of a row before whoever opens it has laid it out.
    private static final long HEIGHT = HwpxStyles.mm(6);

    private static final long SIDE = HwpxStyles.mm(2);
    private static final long ABOVE = HwpxStyles.mm(1);

    private final HwpxStyles styles;
    private int tables;
    private int paragraphs;

    HwpxTables(HwpxStyles styles) {
        this.styles = styles;
    }

    /// @param header whether it heads its column or row
    private record Field(String text, int span, String paragraphStyle, boolean header) {}

    void meta(Para at, List<Paper.Meta> meta) {
        var table = start(at, meta.size(), 2);
        var widths = widths(List.of(18, 82));
        for (int row = 0; row < meta.size(); row++) {
            var one = meta.get(row);
            row(
                    table.addNewTr(),
                    row,
                    widths,
                    List.of(
                            new Field(one.label(), 1, styles.plain(), true),
                            new Field(one.value(), 1, styles.plain(), false)));
        }
    }

    void table(Para at, Block.Table block) {
        var columns = block.columns();
        var table = start(at, block.rows().size() + 1, columns.size());
        var widths = widths(columns.stream().map(Block.Column::share).toList());
        row(
                table.addNewTr(),
                0,
                widths,
                columns.stream()
                        .map(column -> new Field(column.title(), 1, styles.centred(), true))
                        .toList());
        for (int row = 0; row < block.rows().size(); row++) {
            var fields = new ArrayList<Field>();
            int column = 0;
            for (var cell : block.rows().get(row).cells()) {
                fields.add(new Field(
                        cell.text(), cell.span(), style(columns.get(column).align()), false));
                column += cell.span();
            }
            row(table.addNewTr(), row + 1, widths, fields);
        }
    }

    private String style(Block.Align align) {
        return switch (align) {
            case START -> styles.plain();
            case CENTRE -> styles.centred();
            case END -> styles.atEnd();
        };
    }

    /// A table that goes on over pages, with its first row on each.
    private Table start(Para at, int rows, int columns) {
        var run = at.addNewRun();
        run.charPrIDRef(styles.body());
        var table = run.addNewTable();
        run.addNewT();
        table.idAnd(Integer.toString(++tables))
                .zOrderAnd(tables)
                .numberingTypeAnd(NumberingType.TABLE)
                .textWrapAnd(TextWrapMethod.TOP_AND_BOTTOM)
                .textFlowAnd(TextFlowSide.BOTH_SIDES)
                .lockAnd(false)
                .dropcapstyle(DropCapStyle.None);
        table.pageBreakAnd(TablePageBreak.CELL)
                .repeatHeaderAnd(true)
                .rowCntAnd((short) rows)
                .colCntAnd((short) columns)
                .cellSpacingAnd(0)
                .borderFillIDRefAnd(styles.cell())
                .noAdjust(false);
        table.createSZ();
        table.sz()
                .widthAnd(WIDTH)
                .widthRelToAnd(WidthRelTo.ABSOLUTE)
                .heightAnd(HEIGHT * rows)
                .heightRelToAnd(HeightRelTo.ABSOLUTE)
                .protect(false);
        table.createPos();
        table.pos()
                .treatAsCharAnd(false)
                .affectLSpacingAnd(false)
                .flowWithTextAnd(true)
                .allowOverlapAnd(false)
                .holdAnchorAndSOAnd(false)
                .vertRelToAnd(VertRelTo.PARA)
                .horzRelToAnd(HorzRelTo.COLUMN)
                .vertAlignAnd(VertAlign.TOP)
                .horzAlignAnd(HorzAlign.LEFT)
                .vertOffsetAnd(0L)
                .horzOffset(0L);
        table.createOutMargin();
        table.outMargin().set(0L, 0L, ABOVE, ABOVE);
        table.createInMargin();
        table.inMargin().set(SIDE, SIDE, ABOVE, ABOVE);
        return table;
    }

    private void row(Tr row, int number, List<Long> widths, List<Field> fields) {
        int column = 0;
        for (var field : fields) {
            var cell = row.addNewTc();
            cell.nameAnd("")
                    .headerAnd(field.header())
                    .hasMarginAnd(false)
                    .protectAnd(false)
                    .editableAnd(false)
                    .dirtyAnd(false)
                    .borderFillIDRef(field.header() ? styles.headCell() : styles.cell());
            cell.createSubList();
            cell.subList()
                    .idAnd("")
                    .textDirectionAnd(TextDirection.HORIZONTAL)
                    .lineWrapAnd(LineWrapMethod.BREAK)
                    .vertAlignAnd(VerticalAlign2.CENTER)
                    .linkListIDRefAnd("0")
                    .linkListNextIDRefAnd("0")
                    .textWidthAnd(0)
                    .textHeightAnd(0)
                    .hasTextRefAnd(false)
                    .hasNumRef(false);
            var paragraph = HwpxStyles.styled(cell.subList().addNewPara(), ++paragraphs, field.paragraphStyle());
            HwpxStyles.text(paragraph, field.header() ? styles.smallBold() : styles.small(), field.text());
            cell.createCellAddr();
            cell.cellAddr().colAddrAnd((short) column).rowAddr((short) number);
            cell.createCellSpan();
            cell.cellSpan().colSpanAnd((short) field.span()).rowSpan((short) 1);
            cell.createCellSz();
            cell.cellSz()
                    .widthAnd(widths.subList(column, column + field.span()).stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .height(HEIGHT);
            cell.createCellMargin();
            cell.cellMargin().set(SIDE, SIDE, ABOVE, ABOVE);
            column += field.span();
        }
    }

    /// The last column takes what is left, so that they fill the table.
    private static List<Long> widths(List<Integer> shares) {
        long all = shares.stream().mapToLong(Integer::longValue).sum();
        var widths = new ArrayList<Long>();
        long left = WIDTH;
        for (int i = 0; i < shares.size() - 1; i++) {
            long width = WIDTH * shares.get(i) / all;
            widths.add(width);
            left -= width;
        }
        widths.add(left);
        return widths;
    }
}
