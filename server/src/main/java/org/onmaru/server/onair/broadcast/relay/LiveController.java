package org.onmaru.server.onair.broadcast.relay;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Programmes that are not for everybody, for those who may watch them. What everybody may watch never comes here:
/// [PublicLive].
@Hidden
@RestController
class LiveController {

    private final LiveAnswers answers;
    private final ProgrammeAccess access;

    LiveController(LiveAnswers answers, ProgrammeAccess access) {
        this.answers = answers;
        this.access = access;
    }

    @GetMapping("/live/{meetingId}/{instance}/{name:.+}")
    void watch(
            @PathVariable UUID meetingId,
            @PathVariable String instance,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (access.mayWatch(meetingId)) {
            answers.answer(meetingId, instance, name, access.isPublic(meetingId), request, response);
        } else {
            answers.refuse(response);
        }
    }
}
