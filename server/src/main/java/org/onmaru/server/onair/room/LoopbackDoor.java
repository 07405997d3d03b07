package org.onmaru.server.onair.room;

import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A second way into the server for its own children and this machine's operator: plain HTTP on 127.0.0.1, on any free
/// port, with everything the public way has. That one may speak TLS or listen on one address of the network only.
@Component
public class LoopbackDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /// A browser's request to join carries its first offer and its token in the URL.
    private static final int LARGEST_HEADER = 64 << 10;

    private volatile int port = -1;

    /// Port on 127.0.0.1, once the server listens.
    public int port() {
        if (port < 0) {
            throw new IllegalStateException("the server does not listen yet");
        }
        return port;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(0);
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setAddress(InetAddress.getLoopbackAddress());
            // as at the public way: what waits here, e.g. a participant's signalling, holds no thread
            http.setExecutor(new VirtualThreadExecutor("loopback-"));
        }
        takeLargeHeaders(connector);
        factory.addAdditionalConnectors(connector);
        factory.addConnectorCustomizers(LoopbackDoor::takeLargeHeaders);
    }

    private static void takeLargeHeaders(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setMaxHttpRequestHeaderSize(LARGEST_HEADER);
        }
    }

    /// Before those who tell the children where to connect.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(WebServerInitializedEvent event) {
        if (event.getWebServer() instanceof TomcatWebServer tomcat) {
            for (Connector one : tomcat.getTomcat().getService().findConnectors()) {
                if (one.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http
                        && http.getAddress() != null
                        && http.getAddress().isLoopbackAddress()
                        && one.getPort() == 0) {
                    port = one.getLocalPort();
                }
            }
        }
    }
}
