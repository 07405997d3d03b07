package org.onmaru.server.city.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.onmaru.server.city.notice.Delivery.Fault;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@ExtendWith(OutputCaptureExtension.class)
class MailCourierTest {

    private static final String ADDRESS = "haneul@yeoju.example";

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private static MailCourier courier(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailCourier(sender, "onmaru@yeoju.example", "여주시");
    }

    @Test
    void itArrivesAsItWasWritten() throws MessagingException, IOException {
        assertThat(courier(MAIL.getSmtp().getPort()).send(SomeParcel.by(Way.EMAIL), new Contact(ADDRESS, "", Set.of())))
                .isEqualTo(new Outcome.Taken(Carrier.MAIL_SERVER));
        var message = MAIL.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("제목");
        assertThat(message.getContent()).isEqualTo("내용");
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("여주시");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getAllRecipients()).containsExactly(new InternetAddress(ADDRESS));
    }

    @Test
    void anAbsentServerIsTriedAgain(CapturedOutput output) {
        var port = MAIL.getSmtp().getPort();
        MAIL.stop();
        assertThat(courier(port).send(SomeParcel.by(Way.EMAIL), new Contact(ADDRESS, "", Set.of())))
                .isEqualTo(new Outcome.Failed(Fault.UNREACHABLE));
        assertThat(output.getAll()).doesNotContain("haneul");
    }

    @Test
    void aRecipientWhomNobodyKnowsIsARefusal(CapturedOutput output) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuseEveryRecipient(server));
            assertThat(courier(server.getLocalPort())
                            .send(SomeParcel.by(Way.EMAIL), new Contact(ADDRESS, "", Set.of())))
                    .isEqualTo(new Outcome.Failed(Fault.REFUSED));
        }
        assertThat(output.getAll()).contains("REFUSED").doesNotContain("haneul");
    }

    private static void refuseEveryRecipient(ServerSocket server) {
        try (var socket = server.accept();
                var lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                var answers = socket.getOutputStream()) {
            answers.write("220 mail\r\n".getBytes(StandardCharsets.US_ASCII));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var answer = line.startsWith("RCPT") ? "550 no such mailbox: " + ADDRESS : "250 OK";
                answers.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
