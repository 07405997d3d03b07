package org.onmaru.server.hall.agenda.slide;

import java.time.Duration;
import org.onmaru.server.city.attachment.Attachment;
import org.onmaru.server.hall.agenda.slide.draw.Drawn;
import org.onmaru.server.problem.Problem;

/// Why something cannot be put on the stage, in sentences.
final class SlideProblems {

    private SlideProblems() {}

    static Problem otherItem() {
        return Problem.conflict(
                "slide-other-item",
                "지금 다루는 안건에 붙은 파일만 화면에 띄울 수 있습니다.",
                "Only files of the current item can be shown on the stage.");
    }

    static Problem noItem() {
        return Problem.conflict(
                "slide-no-item", "안건을 시작한 뒤에 수치를 띄울 수 있습니다.", "Figures can be shown on the stage while an item runs.");
    }

    static Problem missing() {
        return Problem.missing("slide-missing", "지금 화면에 떠 있지 않은 자료입니다.", "This is not on the stage now.");
    }

    static Problem hwpx() {
        return Problem.bad(
                "slide-kind",
                "한글(HWPX) 문서는 화면에 띄울 수 없습니다. PDF로 저장해 붙여 주세요.",
                "An HWPX document cannot be shown. Save it as PDF and attach that.");
    }

    static Problem refused(Attachment attachment, Drawn.Refused refused) {
        int one = refused.one();
        return switch (refused.why()) {
            case BROKEN ->
                Problem.bad(
                        "slide-broken",
                        attachment.type() + " 파일이 깨졌거나 암호가 걸려 있어 이 쪽을 띄울 수 없습니다.",
                        "The " + attachment.type() + " file is broken or locked; this page cannot be shown.");
            case NO_PAGE ->
                Problem.bad(
                        "slide-page",
                        "없는 쪽입니다. 이 파일은 모두 " + one + "쪽입니다.",
                        "There is no such page; the file has " + one + ".");
            case TOO_MANY_PAGES ->
                Problem.bad(
                        "slide-pages",
                        one + "쪽이 넘는 파일은 화면에 띄울 수 없습니다. 나누어 붙여 주세요.",
                        "A file of more than " + one + " pages cannot be shown. Attach it in parts.");
            case OTHER_PICTURES ->
                Problem.bad(
                        "slide-pictures",
                        "이 쪽의 그림(JPEG 2000)은 띄울 수 없는 형식입니다. PDF로 다시 인쇄해 붙여 주세요.",
                        "The pictures of this page are of a kind (JPEG 2000) that cannot be shown. Print it to PDF anew.");
            case TOO_LARGE ->
                Problem.bad(
                        "slide-pixels",
                        "그림이 너무 커서(" + one + "×" + refused.two() + ") 띄울 수 없습니다. 줄여서 붙여 주세요.",
                        "The picture is too large (" + one + "×" + refused.two() + "). Attach a smaller one.");
        };
    }

    static Problem tooSlow(Duration time) {
        return Problem.bad(
                "slide-too-slow",
                "이 쪽을 그리는 데 " + time.toSeconds() + "초가 넘게 걸려 띄우지 않았습니다. 파일을 다시 저장하거나 그림을 줄여 붙여 주세요.",
                "Drawing this page takes more than " + time.toSeconds()
                        + " seconds, so it is not shown. Save the file anew, or with smaller pictures.");
    }

    static Problem tooHeavy() {
        return Problem.bad(
                "slide-too-heavy",
                "이 쪽을 그리는 데 메모리가 너무 많이 들어 띄우지 않았습니다. 파일을 다시 저장하거나 그림을 줄여 붙여 주세요.",
                "Drawing this page takes too much memory, so it is not shown. Save the file anew, or with smaller"
                        + " pictures.");
    }

    static Problem busy() {
        return Problem.unavailable(
                "slide-busy",
                "그릴 쪽이 밀려 있습니다. 잠시 뒤 다시 눌러 주세요.",
                "Many pages wait to be drawn. Please try again in a moment.");
    }
}
