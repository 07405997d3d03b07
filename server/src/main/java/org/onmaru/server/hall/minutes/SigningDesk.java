package org.onmaru.server.hall.minutes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.identity.Account;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Memberships;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where minutes are finalised, signed, published and corrected afterwards. Who prepares them is asked before; who
/// signs is asked here.
@Service
public class SigningDesk {

    private final MinutesStore store;
    private final SigningStore signing;
    private final RequestStore requests;
    private final ReleaseDesk releases;
    private final MinutesDesk desk;
    private final MinutesSteps steps;
    private final Memberships memberships;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    SigningDesk(
            MinutesStore store,
            SigningStore signing,
            RequestStore requests,
            ReleaseDesk releases,
            MinutesDesk desk,
            MinutesSteps steps,
            Memberships memberships,
            People people,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.signing = signing;
        this.requests = requests;
        this.releases = releases;
        this.desk = desk;
        this.steps = steps;
        this.memberships = memberships;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /// Somebody who can be named to sign.
    ///
    /// @param suggested whether they sign when nobody says otherwise: whoever chairs the series, and whoever asks
    public record Candidate(PersonId person, Signer.Kind kind, String name, String post, boolean suggested) {}

    /// The element that is not there, in words.
    public record Missing(Element element, String ko, String en) {}

    public List<Signer> signers(MeetingId meeting) {
        return signing.signers(meeting);
    }

    /// Oldest first.
    public List<MinutesVersion> versions(MeetingId meeting) {
        return signing.versions(meeting);
    }

    public MinutesVersion version(MeetingId meeting, int number) {
        return signing.versions(meeting).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(
                        () -> Problem.missing("minutes-version-missing", "그런 회의록이 없습니다.", "There is no such version."));
    }

    /// The members of the series and whoever asks: the chair first, then clerks, then the others by name.
    public List<Candidate> candidates(MeetingView meeting, Actor.Person by) {
        var roles = new LinkedHashMap<>(memberships.in(meeting.series().value()));
        roles.putIfAbsent(by.id(), Role.CLERK);
        return roles.entrySet().stream()
                .flatMap(member -> people.find(member.getKey()).stream()
                        .filter(account -> !account.disabled())
                        .map(account -> candidate(account, member.getValue(), by)))
                .sorted(Comparator.comparing(Candidate::kind)
                        .thenComparing(Candidate::name)
                        .thenComparing(one -> one.person().value()))
                .toList();
    }

    private static Candidate candidate(Account account, Role role, Actor.Person by) {
        boolean self = account.id().equals(by.id());
        var kind = role == Role.CHAIR
                ? Signer.Kind.CHAIR
                : self || role == Role.CLERK ? Signer.Kind.CLERK : Signer.Kind.OTHER;
        return new Candidate(account.id(), kind, account.name(), account.post(), self || role == Role.CHAIR);
    }

    /// Fixes what it says and asks its signers to sign.
    ///
    /// @throws Problem naming each element that is not there, or the requests that wait
    @Transactional
    public void finalise(MeetingView meeting, List<PersonId> signers, Actor.Person by) {
        MinutesDesk.requireMinutes(meeting);
        var before = store.hold(meeting.id());
        var content = desk.draft(meeting, before).content();
        var after = before.sealed(content);
        requireWhole(content);
        if (requests.of(meeting.id()).stream().anyMatch(request -> request.reply() == null)) {
            throw Problem.conflict(
                    "minutes-requests-open",
                    "아직 답하지 않은 정정 요청이 있습니다. 모두 답한 뒤에 확정하십시오.",
                    "There are requests for corrections without an answer; answer all of them first.");
        }
        signing.name(meeting.id(), named(meeting, signers, by));
        steps.take("minutes.finalised", before, after);
    }

    private static void requireWhole(MinutesContent content) {
        var missing = Element.missingIn(content).stream()
                .map(element -> new Missing(element, element.missingKo(), element.missingEn()))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.bad(
                            "minutes-incomplete",
                            sentences(missing.stream().map(Missing::ko).toList()) + " (" + Element.CITATION + ")",
                            sentences(missing.stream().map(Missing::en).toList()) + " (" + Element.CITATION + ")")
                    .with("missing", missing);
        }
    }

    private static String sentences(List<String> each) {
        return String.join(" ", each);
    }

    private List<Signer> named(MeetingView meeting, List<PersonId> wanted, Actor.Person by) {
        Map<PersonId, Candidate> candidates = candidates(meeting, by).stream()
                .collect(Collectors.toMap(Candidate::person, one -> one, (one, _) -> one, LinkedHashMap::new));
        var chosen = new LinkedHashSet<>(wanted);
        if (!candidates.keySet().containsAll(chosen)) {
            throw Problem.bad(
                    "minutes-signer-unknown",
                    "회의체의 구성원만 서명자로 정할 수 있습니다.",
                    "Only members of the series can be named to sign.");
        }
        boolean chaired = candidates.values().stream().anyMatch(one -> one.kind() == Signer.Kind.CHAIR);
        var signers = candidates.values().stream()
                .filter(one -> chosen.contains(one.person()))
                .map(one -> new Signer(one.person(), one.kind(), one.name(), one.post(), null, null))
                .toList();
        if (signers.isEmpty() || (chaired && signers.getFirst().kind() != Signer.Kind.CHAIR)) {
            throw Problem.bad(
                    "minutes-signers", "의장을 포함해 서명할 사람을 한 명 이상 고르십시오.", "Choose who signs, the chair among them.");
        }
        return signers;
    }

    /// Signs what somebody read. The last signature makes it final.
    ///
    /// @param seen the hash of what they read
    /// @throws Denied when they are not named to sign
    /// @throws Problem when it is not what is to be signed any more
    @Transactional
    public void sign(MeetingView meeting, String seen, Actor.Person by) {
        mine(meeting, by);
        MinutesDesk.requireMinutes(meeting);
        var before = store.hold(meeting.id());
        var mine = mine(meeting, by);
        var signers = new ArrayList<>(signing.signers(meeting.id()));
        if (mine.signed() && seen.equals(mine.sha256())) {
            return;
        }
        var sealed = before.toSign(seen);
        var now = clock.instant();
        var signed = mine.signed(now, sealed.sha256());
        signers.replaceAll(one -> one.person().equals(by.id()) ? signed : one);
        boolean last = signers.stream().allMatch(Signer::signed);
        var after = before.signed(last);
        signing.sign(meeting.id(), by.id(), now, sealed.sha256());
        audit.changed("minutes.signed", MinutesSteps.subject(after), mine, signed);
        if (last) {
            signing.insert(after, sealed, signers, now);
            steps.take("minutes.final", before, after);
        } else {
            steps.keep(after);
        }
    }

    private Signer mine(MeetingView meeting, Actor.Person by) {
        return signing.signers(meeting.id()).stream()
                .filter(one -> one.person().equals(by.id()))
                .findFirst()
                .orElseThrow(() -> new Denied(by, Permission.PREPARE));
    }

    /// Clerks write again; every signature on it is void.
    @Transactional
    public void reopen(MeetingView meeting, String reason) {
        MinutesDesk.requireMinutes(meeting);
        var before = store.hold(meeting.id());
        var after = before.reopened();
        audit.changed(
                "minutes.signatures-voided",
                MinutesSteps.subject(after),
                signing.signers(meeting.id()),
                Map.of("reason", reason.strip()));
        signing.forget(meeting.id());
        steps.take("minutes.reopened", before, after);
    }

    /// Who asked to publish what looks like personal numbers; empty when nobody did.
    public Optional<Release> release(Minutes minutes) {
        return minutes.phase() == MinutesPhase.FINAL ? releases.of(minutes) : Optional.empty();
    }

    /// Publishes the version. When something in it looks like a personal number, the first call only asks for a second
    /// person; theirs publishes it.
    @Transactional
    public void publish(MeetingView meeting, Actor.Person by) {
        MinutesDesk.requireMinutes(meeting);
        if (!meeting.isPublic()) {
            throw Problem.conflict(
                    "minutes-not-for-citizens",
                    "시민에게 공개하지 않는 회의라서 회의록을 공개할 수 없습니다.",
                    "The meeting is not for citizens; its minutes cannot be published.");
        }
        var before = store.hold(meeting.id());
        var after = before.published();
        if (version(meeting.id(), before.number()).publication() != null) {
            throw Problem.conflict(
                    "minutes-withdrawn",
                    "공개를 거둔 판은 다시 공개하지 않습니다. 정정판을 만들어 공개하십시오.",
                    "A version that was withdrawn is not published again; make a correction and publish that.");
        }
        if (!releases.released(before, by)) {
            steps.keep(before.waiting());
            return;
        }
        signing.publish(after, by, clock.instant());
        steps.take("minutes.published", before, after);
    }

    /// Takes back what is public; the version and its publication stay in the record.
    ///
    /// @param reason told to those who keep the minutes
    @Transactional
    public void withdraw(MeetingView meeting, String reason, Actor.Person by) {
        MinutesDesk.requireMinutes(meeting);
        var before = store.hold(meeting.id());
        var version = signing.published(meeting.id())
                .orElseThrow(() ->
                        Problem.conflict("minutes-not-public", "지금 공개된 회의록이 없습니다.", "No minutes are public now."));
        var after = before.withdrawn(version.number());
        signing.withdraw(meeting.id(), version.number(), by, clock.instant(), reason.strip());
        audit.changed(
                "minutes.withdrawn",
                MinutesSteps.subject(after),
                Map.of("version", version.number()),
                Map.of("version", version.number(), "reason", reason.strip()));
        steps.keep(after);
    }

    /// Begins another version; the one before stays as it is, and stays public until the new one is published.
    @Transactional
    public void correct(MeetingView meeting, String reason) {
        MinutesDesk.requireMinutes(meeting);
        var before = store.hold(meeting.id());
        var after = before.corrected(reason.strip());
        signing.forget(meeting.id());
        steps.take("minutes.correction-begun", before, after);
    }
}
