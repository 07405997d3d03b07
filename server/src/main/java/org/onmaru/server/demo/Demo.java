package org.onmaru.server.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onmaru.server.city.directory.PostBook;
import org.onmaru.server.city.directory.PostId;
import org.onmaru.server.city.directory.Span;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitBook;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Holding;
import org.onmaru.server.city.identity.Holdings;
import org.onmaru.server.city.identity.Memberships;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.city.identity.Secret;
import org.onmaru.server.demo.DemoCity.Place;
import org.onmaru.server.hall.series.PhaseBook;
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
    private final PostBook posts;
    private final People people;
    private final Holdings holdings;
    private final Memberships memberships;
    private final SeriesBook series;
    private final PhaseBook phases;
    private final Clock clock;

    Demo(
            OnmaruSettings settings,
            DataDirectory data,
            UnitBook units,
            PostBook posts,
            People people,
            Holdings holdings,
            Memberships memberships,
            SeriesBook series,
            PhaseBook phases,
            Clock clock) {
        this.settings = settings;
        this.data = data;
        this.units = units;
        this.posts = posts;
        this.people = people;
        this.holdings = holdings;
        this.memberships = memberships;
        this.series = series;
        this.phases = phases;
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
        var daily = series.create(Series.Plan.daily(
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
            var reporting = new ArrayList<UnitId>();
            for (var place : DemoCity.UNITS) {
                var post = head(place);
                reporting.add(posts.get(post).unit());
                var head = place.equals(DemoCity.SANBUK) ? actsFor(place, post) : holder(place, post);
                memberships.put(daily.id().value(), head, Role.SPEAKER);
            }
            var phase = phases.of(daily.id()).getFirst();
            series.changePhase(daily.id(), phase.id(), phase.plan().reporting(reporting, List.of(LocalTime.of(7, 30))));
        }

        private PostId head(Place place) {
            if (!place.name().equals("재난안전대책본부")) {
                return post(unit(place), place.head(), true);
            }
            // renamed on 2022-01-01: earlier days show the earlier name
            var post = post(unit(place), "상황관리반장", true);
            posts.rename(post, place.head(), DemoCity.postInEnglish(place.head()), LocalDate.of(2022, 1, 1));
            return post;
        }

        private PersonId holder(Place place, PostId post) {
            return holder(place.login(), place.person(), post, place.head());
        }

        /// The head is away from today; the deputy acts.
        private PersonId actsFor(Place place, PostId head) {
            holder("sanbuk-head", "민여울", head, place.head());
            var unit = posts.get(head).unit();
            var deputy = holder(place.login(), place.person(), post(unit, "부면장", false), place.head() + " 직무대리");
            holdings.put(deputy, head, Holding.Kind.ACTING, new Span(LocalDate.now(clock), null));
            return deputy;
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
            memberships.put(series, holder(DemoCity.OFFICE, head(DemoCity.OFFICE)), Role.CHAIR);
            var secretary = head(DemoCity.SECRETARIAT);
            var secretariat = posts.get(secretary).unit();
            memberships.put(series, holder(DemoCity.SECRETARIAT, secretary), Role.HOST);
            memberships.put(series, holder("clerk", "문초롱", post(secretariat, "주무관", false), "주무관"), Role.CLERK);
            memberships.put(series, holder("staff", "배단비", post(secretariat, "주무관", false), "주무관"), Role.ATTENDEE);
            var admin = post(secretariat, "전산 담당", false);
            hold(person("admin", "관리자", "전산 담당", Set.of(Role.ADMINISTRATOR)), admin);
        }

        private PostId post(UnitId unit, String name, boolean head) {
            return posts.create(unit, name, DemoCity.postInEnglish(name), head, DemoCity.since());
        }

        private PersonId holder(String login, String name, PostId post, String plate) {
            return hold(person(login, name, plate, Set.of()), post);
        }

        private PersonId hold(PersonId person, PostId post) {
            holdings.put(person, post, Holding.Kind.HOLDER, new Span(DemoCity.inOffice(), null));
            return person;
        }

        private PersonId person(String login, String name, String plate, Set<Role> cityRoles) {
            signIns.add(login + " " + password + " " + name + " (가상) " + plate);
            return people.create(login, password, new People.Profile(name, null, cityRoles), true);
        }
    }
}
