package org.onmaru.server.city.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.ZipInputStream;
import kr.dogfoot.hwpxlib.object.HWPXFile;
import kr.dogfoot.hwpxlib.object.content.header_xml.enumtype.NumberType1;
import kr.dogfoot.hwpxlib.object.content.section_xml.SectionXMLFile;
import kr.dogfoot.hwpxlib.object.content.section_xml.enumtype.PageNumPosition;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Para;
import kr.dogfoot.hwpxlib.tool.blankfilemaker.BlankFileMaker;
import kr.dogfoot.hwpxlib.writer.HWPXWriter;

/// Writes a paper as HWPX (KS X 6101), the document of 한글.
final class HwpxWriter {

    private final HwpxStyles styles;
    private final SectionXMLFile section;
    private final HwpxTables tables;
    private boolean newPage;

    private HwpxWriter(HwpxStyles styles, SectionXMLFile section) {
        this.styles = styles;
        this.section = section;
        this.tables = new HwpxTables(styles);
    }

    static byte[] write(Paper paper) {
        var file = BlankFileMaker.make();
        describe(file, paper);
        var styles = HwpxStyles.into(file.headerXMLFile().refList());
        new HwpxWriter(styles, file.sectionXMLFileList().get(0)).content(paper);
        return zipped(file);
    }

    /// What the library stamps with the time of day comes from the paper.
    private static void describe(HWPXFile file, Paper paper) {
        var about = file.contentHPFFile().metaData();
        about.title().addText(paper.title());
        about.removeLanguage();
        about.createLanguage();
        about.language().addText(paper.language());
        var made = DateTimeFormatter.ISO_INSTANT.format(paper.made());
        about.removeAllMetas();
        about.addNewMeta().nameAnd("creator").contentAnd("text").text("Onmaru");
        about.addNewMeta().nameAnd("subject").contentAnd("text").text(paper.subject());
        about.addNewMeta().nameAnd("CreatedDate").contentAnd("text").text(made);
        about.addNewMeta().nameAnd("ModifiedDate").contentAnd("text").text(made);
    }

    private void content(Paper paper) {
        var first = section.getPara(0);
        page(first);
        first.paraPrIDRef(styles.centred());
        var run = first.addNewRun();
        run.charPrIDRef(styles.title());
        run.addNewT().addText(paper.title());
        if (!paper.meta().isEmpty()) {
            tables.meta(paragraph(styles.plain()), paper.meta());
        }
        for (var block : paper.blocks()) {
            block(block);
        }
    }

    /// A4 with "- 1 -" below; where lines end is left to whoever opens it.
    private void page(Para first) {
        first.removeLineSegArray();
        var setup = first.getRun(0);
        setup.secPr()
                .pagePr()
                .margin()
                .leftAnd(HwpxStyles.mm(18))
                .rightAnd(HwpxStyles.mm(18))
                .topAnd(HwpxStyles.mm(10))
                .bottomAnd(HwpxStyles.mm(8))
                .headerAnd(HwpxStyles.mm(10))
                .footer(HwpxStyles.mm(10));
        setup.addNewCtrl()
                .addNewPageNum()
                .posAnd(PageNumPosition.BOTTOM_CENTER)
                .formatTypeAnd(NumberType1.DIGIT)
                .sideChar("-");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> text(styles.heading(), styles.heading(heading.level()), heading.text());
            case Block.Paragraph paragraph -> text(styles.plain(), styles.body(), paragraph.text());
            case Block.Points points -> points(points.points(), 1);
            case Block.Table table -> {
                if (!table.caption().isEmpty()) {
                    text(styles.heading(), styles.small(), table.caption());
                }
                tables.table(paragraph(styles.plain()), table);
            }
            case Block.Signatures signatures ->
                signatures
                        .lines()
                        .forEach(
                                line -> text(styles.atEnd(), styles.body(), line.post() + " " + line.name() + " (서명)"));
            case Block.PageBreak() -> newPage = true;
        }
    }

    private void points(List<Block.Point> points, int level) {
        int number = 0;
        for (var point : points) {
            text(styles.point(level), styles.body(), OfficialNumbering.label(level, ++number) + " " + point.text());
            points(point.points(), level + 1);
        }
    }

    private void text(String paragraphStyle, String letterStyle, String text) {
        HwpxStyles.text(paragraph(paragraphStyle), letterStyle, text);
    }

    private Para paragraph(String style) {
        var paragraph = HwpxStyles.styled(section.addNewPara(), section.countOfPara(), style);
        paragraph.pageBreak(newPage);
        newPage = false;
        return paragraph;
    }

    /// The library compresses the type and stamps the entries. It formats numbers with one formatter for all threads.
    private static byte[] zipped(HWPXFile file) {
        try (var archive = new Archive(PaperFormat.HWPX);
                var entries = new ZipInputStream(new ByteArrayInputStream(written(file)))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.getName().equals(Archive.TYPE)) {
                    archive.add(entry.getName(), entries.readAllBytes());
                }
            }
            return archive.file();
        } catch (IOException e) {
            throw new IllegalStateException(e); // from memory nothing fails
        }
    }

    private static synchronized byte[] written(HWPXFile file) {
        try {
            return HWPXWriter.toBytes(file);
        } catch (Exception e) { // the library declares any
            throw new IllegalStateException(e);
        }
    }
}
