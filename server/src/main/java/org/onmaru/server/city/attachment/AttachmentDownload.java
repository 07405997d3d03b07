package org.onmaru.server.city.attachment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onmaru.server.problem.Problem;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// How a browser gets an attached file: only pictures are shown in a page; everything else is downloaded, and nothing
/// in
/// it runs.
public final class AttachmentDownload {

    private AttachmentDownload() {}

    /// @throws Problem when the file is not there
    public static ResponseEntity<Resource> of(Attachment attachment, Path file) {
        if (!Files.isRegularFile(file)) {
            throw missing();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(attachment.type().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(attachment))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(file));
    }

    public static Problem missing() {
        return Problem.missing("attachment-missing", "그런 파일이 없습니다.", "There is no such file.");
    }

    private static String disposition(Attachment attachment) {
        return ContentDisposition.builder(attachment.type().picture() ? "inline" : "attachment")
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
