package org.onmaru.server.city.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.onmaru.server.city.notice.Delivery.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/// E-mail in plain text by the city's mail server.
final class MailCourier implements Courier {

    private static final Logger log = LoggerFactory.getLogger(MailCourier.class);

    private final JavaMailSender sender;
    private final String from;
    private final String city;

    /// @param city who it comes from, for people
    MailCourier(JavaMailSender sender, String from, String city) {
        this.sender = sender;
        this.from = from;
        this.city = city;
    }

    @Override
    public Way way() {
        return Way.EMAIL;
    }

    @Override
    public Outcome send(Parcel parcel, Contact contact) {
        try {
            var message = sender.createMimeMessage();
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(from, city);
            helper.setTo(contact.email());
            helper.setSubject(parcel.notice().subject());
            helper.setText(parcel.notice().text());
            message.setHeader("Auto-Submitted", "auto-generated"); // no answers of absence
            sender.send(message);
            return new Outcome.Taken(Carrier.MAIL_SERVER);
        } catch (MailSendException e) {
            return e.getMessageExceptions().length == 0
                    ? new Outcome.Taken(Carrier.MAIL_SERVER) // it went out, only the goodbye failed
                    : failed(parcel, fault(e), e);
        } catch (MailException e) {
            return failed(parcel, e instanceof MailAuthenticationException ? Fault.REFUSED : Fault.UNSURE, e);
        } catch (MessagingException | UnsupportedEncodingException e) {
            log.warn(
                    "e-mail of notice {} cannot be written: {}",
                    parcel.id(),
                    e.getClass().getSimpleName());
            return new Outcome.Failed(Fault.REFUSED);
        }
    }

    private static Outcome failed(Parcel parcel, Fault fault, MailException e) {
        log.warn(
                "e-mail of notice {} was not sent: {} ({})",
                parcel.id(),
                fault,
                e.getClass().getSimpleName());
        return new Outcome.Failed(fault);
    }

    /// Only what certainly did not go out is tried again.
    private static Fault fault(MailSendException e) {
        var of = List.of(e.getMessageExceptions());
        if (of.stream().anyMatch(one -> one.equals(e.getCause()))) {
            return Fault.UNREACHABLE; // a failed connection is the failure of every message
        }
        return of.stream().allMatch(SendFailedException.class::isInstance) ? Fault.REFUSED : Fault.UNSURE;
    }
}
