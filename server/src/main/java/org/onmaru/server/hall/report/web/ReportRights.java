package org.onmaru.server.hall.report.web;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.hall.report.Report;
import org.onmaru.server.hall.report.ReportDesk;
import org.onmaru.server.hall.report.ReportId;
import org.onmaru.server.problem.Problem;
import org.springframework.stereotype.Component;

/// Who may do what with reports: people of a unit, be it as 직무대리, file its reports; those who run the series file
/// any; everybody who may see what is internal there reads. Nobody else, guests never.
@Component
class ReportRights {

    private final Access access;
    private final People people;
    private final ReportDesk desk;

    ReportRights(Access access, People people, ReportDesk desk) {
        this.access = access;
        this.people = people;
        this.desk = desk;
    }

    /// @throws Denied when whoever asks is no person
    Actor.Person person() {
        if (access.current() instanceof Actor.Person person) {
            return person;
        }
        throw new Denied(access.current(), Permission.SEE_INTERNAL);
    }

    /// May read everything of the series.
    Actor.Person reader(UUID series) {
        var person = person();
        if (!access.permissions(person, Scope.series(series)).contains(Permission.SEE_INTERNAL)) {
            throw new Denied(person, Permission.SEE_INTERNAL);
        }
        return person;
    }

    /// May file for that unit.
    Actor.Person filer(UUID series, UnitId unit) {
        var person = person();
        if (!mayFile(person, series, unit)) {
            throw new Denied(person, Permission.FILE_REPORTS);
        }
        return person;
    }

    /// May file for every unit and speak for the city.
    Actor.Person clerk(UUID series) {
        var person = person();
        if (!mayFileAll(person, series)) {
            throw new Denied(person, Permission.FILE_REPORTS);
        }
        return person;
    }

    boolean mayFile(Actor.Person person, UUID series, UnitId unit) {
        return unitsOf(person).contains(unit) || mayFileAll(person, series);
    }

    /// The units in which the person has a post today, be it as 직무대리.
    Set<UnitId> unitsOf(Actor.Person person) {
        return people.find(person.id()).stream()
                .flatMap(account -> account.held().stream())
                .map(held -> held.post().unit())
                .collect(Collectors.toSet());
    }

    /// Whether the person runs the series.
    boolean mayFileAll(Actor.Person person, UUID series) {
        return access.permissions(person, Scope.series(series)).contains(Permission.FILE_REPORTS);
    }

    /// A report that the current person may read.
    Report seen(UUID series, UUID id) {
        var report = known(series, id);
        if (!unitsOf(person()).contains(report.unit())) {
            reader(series);
        }
        return report;
    }

    /// A report that the current person may change.
    Report writable(UUID series, UUID id) {
        var report = known(series, id);
        filer(series, report.unit());
        return report;
    }

    /// Whether a report exists is told to those alone who may read it.
    private Report known(UUID series, UUID id) {
        var found = desk.find(new ReportId(id))
                .filter(report -> report.series().value().equals(series));
        if (found.isEmpty()) {
            clerk(series);
            throw Problem.missing("report-missing", "그런 보고서가 없습니다.", "There is no such report.");
        }
        return found.get();
    }
}
