package org.onmaru.server.city.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.problem.PlainText;
import org.onmaru.server.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where somebody is reached: for themselves to keep, and for administrators to see and correct.
@RestController
@RequestMapping("/api/v1")
class ContactsApi {

    private final Access access;
    private final People people;
    private final ContactBook contacts;
    private final Couriers couriers;

    ContactsApi(Access access, People people, ContactBook contacts, Couriers couriers) {
        this.access = access;
        this.people = people;
        this.contacts = contacts;
        this.couriers = couriers;
    }

    /// @param email empty when not given
    /// @param mobile `010-1234-5678`; empty when not given
    /// @param ways by which the person wants to be told
    /// @param available ways with an address by which this city sends
    record ContactAnswer(String email, String mobile, List<Way> ways, List<Way> available) {}

    /// @param email may be empty
    /// @param mobile a Korean mobile number in any usual form; may be empty
    record ContactRequest(
            @PlainText(max = 254, blank = true) String email,
            @PlainText(max = 30, blank = true) String mobile,
            @NotNull Set<Way> ways) {}

    /// The same without ways.
    record AddressesRequest(
            @PlainText(max = 254, blank = true) String email,
            @PlainText(max = 30, blank = true) String mobile) {}

    @GetMapping("/me/contact")
    ContactAnswer getMyContact() {
        return answer(contacts.of(self()));
    }

    @PutMapping("/me/contact")
    ContactAnswer putMyContact(@Valid @RequestBody ContactRequest body) {
        var person = self();
        var contact = Contact.of(body.email, body.mobile, body.ways);
        contacts.put(person, contact);
        return answer(contact);
    }

    /// For administrators; the audit keeps that they looked.
    @GetMapping("/people/{id}/contact")
    ContactAnswer getContact(@PathVariable UUID id) {
        access.require(Permission.ADMINISTER, Scope.city());
        var person = found(id);
        contacts.seen(person);
        return answer(contacts.of(person));
    }

    /// For administrators, who correct an address; by which ways somebody is told is theirs to say.
    @PutMapping("/people/{id}/contact")
    ContactAnswer correctContact(@PathVariable UUID id, @Valid @RequestBody AddressesRequest body) {
        access.require(Permission.ADMINISTER, Scope.city());
        var person = found(id);
        var contact = contacts.of(person).corrected(body.email, body.mobile);
        contacts.put(person, contact);
        return answer(contact);
    }

    private PersonId found(UUID id) {
        return people.find(new PersonId(id))
                .orElseThrow(() -> Problem.missing("person-missing", "그런 사람이 없습니다.", "There is no such person."))
                .id();
    }

    private PersonId self() {
        if (access.current() instanceof Actor.Person person) {
            return person.id();
        }
        throw new Denied(access.current(), Permission.SEE_INTERNAL);
    }

    private ContactAnswer answer(Contact contact) {
        return new ContactAnswer(
                contact.email(),
                contact.mobile(),
                contact.ways().stream().sorted().toList(),
                couriers.ways().stream().filter(way -> way != Way.PUSH).toList());
    }
}
