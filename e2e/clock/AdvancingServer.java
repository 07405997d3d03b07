import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.onmaru.server.OnmaruServer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/// The whole server with a clock that stands still until a journey moves it: each line that comes in is a moment, and
/// `ONMARU_CLOCK` with the moment is said once it is now. The first argument is the first moment.
class AdvancingServer {

    static final class Hands extends Clock {

        private final AtomicReference<Instant> now;

        Hands(Instant start) {
            now = new AtomicReference<>(start);
        }

        void set(Instant moment) {
            now.set(moment);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Seoul");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now.get(), zone);
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    void main(String[] arguments) throws IOException {
        var hands = new Hands(OffsetDateTime.parse(arguments[0]).toInstant());
        var application = new SpringApplication(OnmaruServer.class);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("hands", Clock.class, () -> hands, definition -> definition.setPrimary(true)));
        var options = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, options, 0, options.length);
        application.run(options);
        var moments = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = moments.readLine(); line != null; line = moments.readLine()) {
            hands.set(OffsetDateTime.parse(line).toInstant());
            System.out.println("ONMARU_CLOCK " + line);
        }
    }
}
