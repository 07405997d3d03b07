package org.onmaru.server.city.paper;

import java.util.List;
import java.util.stream.IntStream;
import kr.dogfoot.hwpxlib.object.content.header_xml.RefList;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.HorizontalAlign2;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.LineBreakForLatin;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.LineBreakForNonLatin;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.LineSpacingType;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.LineType2;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.LineWidth;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.LineWrap;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.ParaHeadingType;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.ValueUnit2;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.VerticalAlign1;
import kr.dogfoot.hwpxlib.object.content.header_xml.references.ParaPr;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Para;
import org.jspecify.annotations.Nullable;

/// The letters, paragraphs and borders that the document of a paper refers to, by their ids.
///
/// @param points of each level
/// @param headings of each level
record HwpxStyles(
        String body,
        String small,
        String smallBold,
        String title,
        List<String> headings,
        String plain,
        String centred,
        String atEnd,
        String heading,
        List<String> points,
        String cell,
        String headCell) {

    /// Hundredths of a point.
    private static final int POINT = 100;

    private static final int LINE_PERCENT = 150;

    /// 7,200 to the inch.
    static int mm(int millimetres) {
        return (int) Math.round(millimetres * 7_200 / 25.4);
    }

    String heading(int level) {
        return headings.get(level - 1);
    }

    String point(int level) {
        return points.get(level - 1);
    }

    /// Adds them to those of an empty document.
    static HwpxStyles into(RefList all) {
        return new HwpxStyles(
                letters(all, 10 * POINT, false),
                letters(all, 9 * POINT, false),
                letters(all, 9 * POINT, true),
                letters(all, 18 * POINT, true),
                List.of(letters(all, 13 * POINT, true), letters(all, 11 * POINT, true), letters(all, 10 * POINT, true)),
                paragraph(all, HorizontalAlign2.LEFT, 0, false),
                paragraph(all, HorizontalAlign2.CENTER, 0, false),
                paragraph(all, HorizontalAlign2.RIGHT, 0, false),
                paragraph(all, HorizontalAlign2.LEFT, 0, true),
                IntStream.range(0, OfficialNumbering.DEEPEST)
                        .mapToObj(level -> paragraph(all, HorizontalAlign2.LEFT, level, false))
                        .toList(),
                border(all, null),
                border(all, "#EEF1F5"));
    }

    /// Like the first letters of the empty document, but in the gothic font.
    private static String letters(RefList all, int height, boolean bold) {
        var letters = all.charProperties().get(1).clone();
        letters.idAnd(Integer.toString(all.charProperties().count())).height(height);
        if (bold) {
            letters.createBold();
        }
        all.charProperties().add(letters);
        return letters.id();
    }

    /// Korean lines end between 어절.
    private static String paragraph(RefList all, HorizontalAlign2 align, int level, boolean withNext) {
        var id = Integer.toString(all.paraProperties().count());
        var style = all.paraProperties().addNew();
        style.idAnd(id)
                .tabPrIDRefAnd("0")
                .condenseAnd((byte) 0)
                .fontLineHeightAnd(false)
                .snapToGridAnd(true)
                .suppressLineNumbersAnd(false)
                .checked(false);
        style.createAlign();
        style.align().horizontalAnd(align).vertical(VerticalAlign1.BASELINE);
        style.createHeading();
        style.heading().typeAnd(ParaHeadingType.NONE).idRefAnd("0").level((byte) 0);
        style.createBreakSetting();
        style.breakSetting()
                .breakLatinWordAnd(LineBreakForLatin.KEEP_WORD)
                .breakNonLatinWordAnd(LineBreakForNonLatin.KEEP_WORD)
                .widowOrphanAnd(false)
                .keepWithNextAnd(withNext)
                .keepLinesAnd(false)
                .pageBreakBeforeAnd(false)
                .lineWrap(LineWrap.BREAK);
        style.createAutoSpacing();
        style.autoSpacing().eAsianEngAnd(false).eAsianNum(false);
        margin(style, level, withNext);
        style.createLineSpacing();
        style.lineSpacing()
                .typeAnd(LineSpacingType.PERCENT)
                .valueAnd(LINE_PERCENT)
                .unit(ValueUnit2.HWPUNIT);
        style.createBorder();
        style.border()
                .borderFillIDRefAnd("2")
                .offsetLeftAnd(0)
                .offsetRightAnd(0)
                .offsetTopAnd(0)
                .offsetBottomAnd(0)
                .connectAnd(false)
                .ignoreMargin(false);
        return id;
    }

    private static void margin(ParaPr style, int level, boolean withNext) {
        style.createMargin();
        var margin = style.margin();
        margin.createIntent();
        margin.intent().valueAnd(0).unit(ValueUnit2.HWPUNIT);
        margin.createLeft();
        margin.left().valueAnd(level * mm(5)).unit(ValueUnit2.HWPUNIT);
        margin.createRight();
        margin.right().valueAnd(0).unit(ValueUnit2.HWPUNIT);
        margin.createPrev();
        margin.prev().valueAnd(withNext ? mm(3) : 0).unit(ValueUnit2.HWPUNIT);
        margin.createNext();
        margin.next().valueAnd(0).unit(ValueUnit2.HWPUNIT);
    }

    /// @param fill a colour; null for none
    private static String border(RefList all, @Nullable String fill) {
        var border = all.borderFills().get(0).clone();
        border.id(Integer.toString(all.borderFills().count() + 1)); // they count from 1
        for (var side : List.of(border.leftBorder(), border.rightBorder(), border.topBorder(), border.bottomBorder())) {
            side.typeAnd(LineType2.SOLID).widthAnd(LineWidth.MM_0_12).color("#555555");
        }
        if (fill != null) {
            border.createFillBrush();
            border.fillBrush().createWinBrush();
            border.fillBrush()
                    .winBrush()
                    .faceColorAnd(fill)
                    .hatchColorAnd("#FF000000")
                    .alpha(0f);
        }
        all.borderFills().add(border);
        return border.id();
    }

    static Para styled(Para paragraph, int id, String style) {
        paragraph
                .idAnd(Integer.toString(id))
                .paraPrIDRefAnd(style)
                .styleIDRefAnd("0")
                .pageBreakAnd(false)
                .columnBreakAnd(false)
                .merged(false);
        return paragraph;
    }

    /// Text of one or several lines.
    static void text(Para paragraph, String letters, String text) {
        var run = paragraph.addNewRun();
        run.charPrIDRef(letters);
        var into = run.addNewT();
        boolean first = true;
        for (var line : Letters.lines(text)) {
            if (!first) {
                into.addNewLineBreak();
            }
            first = false;
            into.addNewText().text(line);
        }
    }
}
