package org.onmaru.server.hall.minutes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.onmaru.server.city.paper.Block;
import org.onmaru.server.city.paper.Block.Point;
import org.onmaru.server.city.paper.Paper;
import org.onmaru.server.hall.minutes.MinutesOutline.OutlineLine;

/// Sets signed minutes as a paper. The same version makes the same paper.
public final class MinutesPaper {

    private MinutesPaper() {}

    /// Whole, internal items too.
    public static Paper of(MinutesVersion version) {
        return of(
                version.content(),
                MinutesOutline.of(version.content()),
                version.signatures().stream()
                        .map(signer -> new Block.Signature(signer.post(), signer.name()))
                        .toList(),
                version.number(),
                version.reason(),
                version.finalAt(),
                new Paper.Meta("내부용", "비공개 안건까지 실은 회의록입니다. 밖에 내지 않습니다."));
    }

    /// As everybody may read them.
    public static Paper of(PublishedMinutes.Published published) {
        return of(
                published.content(),
                published.outline(),
                published.signatures().stream()
                        .map(signature -> new Block.Signature(signature.post(), signature.name()))
                        .toList(),
                published.version(),
                published.reason(),
                published.publishedAt(),
                new Paper.Meta("공개본", "공개하지 않는 안건의 내용은 싣지 않습니다."));
    }

    private static Paper of(
            MinutesContent content,
            List<OutlineLine> lines,
            List<Block.Signature> signatures,
            int version,
            String reason,
            Instant made,
            Paper.Meta form) {
        var meta = new ArrayList<Paper.Meta>();
        meta.add(form);
        if (version > 1) {
            meta.add(new Paper.Meta("정정", "제" + version + "판: " + reason));
        }
        return new Paper(
                "ko",
                content.name() + " 회의록",
                content.started() + "에 연 " + content.name() + "의 회의록",
                made,
                meta,
                List.of(new Block.Points(points(lines, 0, lines.size(), 1)), new Block.Signatures(signatures)));
    }

    /// The lines from one to before another as points of a level, each with those below it.
    private static List<Point> points(List<OutlineLine> lines, int from, int to, int level) {
        var points = new ArrayList<Point>();
        for (int at = from; at < to; ) {
            int next = at + 1;
            while (next < to && lines.get(next).level() > level) {
                next++;
            }
            points.add(new Point(lines.get(at).text(), points(lines, at + 1, next, level + 1)));
            at = next;
        }
        return points;
    }
}
