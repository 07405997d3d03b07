package org.onmaru.server.city.paper;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.onmaru.server.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A paper on its way to a browser: always a file to keep, never a page of ours.
public final class PaperAnswer {

    private PaperAnswer() {}

    /// @param ending of the wanted file's name
    public static PaperFormat format(String ending) {
        return PaperFormat.ending(ending)
                .orElseThrow(() -> Problem.missing(
                        "paper-format", "이 문서는 그 형식으로 받을 수 없습니다.", "This paper does not come in that format."));
    }

    /// @param name e.g. `통합재난 안전대책 영상회의 제287회 안건 자료`; the day is set behind it
    public static ResponseEntity<byte[]> of(
            byte[] bytes, PaperFormat format, String name, LocalDate day, CacheControl cache) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name, day, format))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(cache)
                .body(bytes);
    }

    /// Without what file systems forbid.
    private static String disposition(String name, LocalDate day, PaperFormat format) {
        return ContentDisposition.attachment()
                .filename(
                        "%s(%s).%s"
                                .formatted(
                                        name.replaceAll("[\\\\/:*?\"<>|]", " "),
                                        DateTimeFormatter.BASIC_ISO_DATE.format(day),
                                        format.ending()),
                        StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
