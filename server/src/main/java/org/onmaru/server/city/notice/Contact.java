package org.onmaru.server.city.notice;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onmaru.server.problem.Problem;

/// Where somebody is reached, and how they want to be; their devices are kept beside it.
///
/// @param email empty when not given
/// @param mobile `010-1234-5678`; empty when not given
/// @param ways never one without its address
public record Contact(String email, String mobile, Set<Way> ways) {

    public static final Contact NONE = new Contact("", "", Set.of());

    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
    private static final Pattern ABROAD = Pattern.compile("^(\\+|00)82(0)?");
    private static final Pattern MOBILE = Pattern.compile("(01[016789])([0-9]{3,4})([0-9]{4})");

    public Contact {
        ways = Set.copyOf(ways);
    }

    /// As somebody typed it.
    ///
    /// @throws Problem when an address cannot be one, or a way has none
    static Contact of(String email, String mobile, Set<Way> ways) {
        var contact = new Contact(email(email.strip()), mobile(mobile.strip()), ways);
        for (var way : contact.ways) {
            if (contact.address(way).isEmpty()) {
                throw switch (way) {
                    case EMAIL ->
                        Problem.bad(
                                "contact-email-needed",
                                "전자우편으로 받으려면 전자우편 주소를 적으십시오.",
                                "To be told by e-mail, give an e-mail address.");
                    case SMS ->
                        Problem.bad(
                                "contact-mobile-needed",
                                "문자로 받으려면 휴대전화 번호를 적으십시오.",
                                "To be told by text message, give a mobile number.");
                    case PUSH ->
                        Problem.bad(
                                "contact-push", "기기 알림은 받을 기기에서 켜십시오.", "Notices on a device are switched on there.");
                };
            }
        }
        return contact;
    }

    /// The same person, reached elsewhere: by those of their ways that still have an address.
    ///
    /// @throws Problem when an address cannot be one
    Contact corrected(String newEmail, String newMobile) {
        var addresses = of(newEmail, newMobile, Set.of());
        return new Contact(
                addresses.email,
                addresses.mobile,
                ways.stream().filter(way -> !addresses.address(way).isEmpty()).collect(Collectors.toSet()));
    }

    /// Empty when there is none.
    private String address(Way way) {
        return switch (way) {
            case EMAIL -> email;
            case SMS -> mobile;
            case PUSH -> "";
        };
    }

    /// Addresses do not get into logs by accident.
    @Override
    public String toString() {
        return "Contact" + ways;
    }

    private static String email(String typed) {
        if (typed.isEmpty()
                || (typed.length() <= LONGEST_EMAIL && EMAIL.matcher(typed).matches())) {
            return typed;
        }
        throw Problem.bad(
                "contact-email",
                "전자우편 주소가 아닙니다. name@example.kr처럼 적으십시오.",
                "This is no e-mail address; write it like name@example.kr.");
    }

    private static String mobile(String typed) {
        if (typed.isEmpty()) {
            return "";
        }
        var digits = ABROAD.matcher(typed.replaceAll("[ .()-]", "")).replaceFirst("0");
        var number = MOBILE.matcher(digits);
        if (!number.matches()
                || (number.group(1).equals("010") && number.group(2).length() != 4)) {
            throw Problem.bad(
                    "contact-mobile",
                    "휴대전화 번호가 아닙니다. 010-1234-5678처럼 적으십시오.",
                    "This is no Korean mobile number; write it like 010-1234-5678.");
        }
        return number.replaceFirst("$1-$2-$3");
    }
}
