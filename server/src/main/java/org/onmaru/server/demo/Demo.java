package org.onmaru.server.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitBook;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Memberships;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.city.identity.Secret;
import org.onmaru.server.demo.DemoCity.Place;
import org.onmaru.server.hall.series.Series;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.settings.DataDirectory;
import org.onmaru.server.settings.OnmaruSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills an empty database with the demonstration, and says at every start how to sign in.
///
/// The password is random and kept in a file of this user only; the people are marked synthetic in the data.
@Component
class Demo {

    private static final String SIGN_INS = "demo-sign-ins";

    private final OnmaruSettings settings;
    private final DataDirectory data;
    private final UnitBook units;
    private final People people;
    private final Memberships memberships;
    private final SeriesBook series;
    private final Clock clock;

    Demo(
            OnmaruSettings settings,
            DataDirectory data,
            UnitBook units,
            People people,
            Memberships memberships,
            SeriesBook series,
            Clock clock) {
        this.settings = settings;
        this.data = data;
        this.units = units;
        this.people = people;
        this.memberships = memberships;
        this.series = series;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(10)
    @Transactional
    @SuppressWarnings("SystemOut") // standard output is the agreement with the script that starts the server
    void show() {
        if (!settings.demo()) {
            return;
        }
        if (people.none()) {
            fill();
        }
        data.readSecret(SIGN_INS).forEach(line -> System.out.println("ONMARU_DEMO " + line));
    }

    private void fill() {
        var password = Secret.next().substring(0, 14);
        var daily = series.create(new Series.Plan(
                "통합재난 안전대책 영상회의",
                "Integrated Disaster and Safety Video Meeting",
                LocalTime.of(8, 30),
                30,
                60,
                LocalDate.now(clock)));
        var filling = new Filling(daily, password);
        filling.units();
        filling.people();
        data.writeSecret(SIGN_INS, String.join("\n", filling.signIns) + "\n");
    }

    /// One run; gathers the lines that tell how to sign in: login name, password, who.
    private final class Filling {

        private final Series daily;
        private final String password;
        private final ArrayList<String> signIns = new ArrayList<>();

        private Filling(Series daily, String password) {
            this.daily = daily;
            this.password = password;
        }

        private void units() {
            for (var place : DemoCity.UNITS) {
                var unit = unit(place);
                var login = person(place.login(), place.person(), unit, place.head(), Set.of());
                memberships.put(daily.id().value(), login, Role.SPEAKER);
            }
        }

        private UnitId unit(Place place) {
            if (!place.name().equals("세종대왕면")) {
                return units.create(place.name(), place.nameEn(), place.kind(), DemoCity.since(), false);
            }
            // renamed on 2022-01-01: data of earlier days show the earlier name
            var unit = units.create("능서면", "Neungseo-myeon", Unit.Kind.TOWN, DemoCity.since(), false);
            units.rename(unit, place.name(), place.nameEn(), LocalDate.of(2022, 1, 1));
            return unit;
        }

        private void people() {
            var series = daily.id().value();
            var office = unit(DemoCity.OFFICE);
            var secretariat = unit(DemoCity.SECRETARIAT);
            memberships.put(
                    series,
                    person(DemoCity.OFFICE.login(), DemoCity.OFFICE.person(), office, "시장", Set.of()),
                    Role.CHAIR);
            memberships.put(
                    series,
                    person(DemoCity.SECRETARIAT.login(), DemoCity.SECRETARIAT.person(), secretariat, "비서실장", Set.of()),
                    Role.HOST);
            memberships.put(series, person("clerk", "문초롱", secretariat, "주무관", Set.of()), Role.CLERK);
            memberships.put(series, person("staff", "배단비", secretariat, "주무관", Set.of()), Role.ATTENDEE);
            person("admin", "관리자", null, "전산 담당", Set.of(Role.ADMINISTRATOR));
        }

        private PersonId person(String login, String name, @Nullable UnitId unit, String post, Set<Role> cityRoles) {
            signIns.add(login + " " + password + " " + name + " (가상) " + post);
            return people.create(login, password, new People.Profile(name, unit, post, cityRoles), true);
        }
    }
}
