package org.onmaru.server.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/// Under which names and addresses browsers may reach this machine.
final class MachineNames {

    private MachineNames() {}

    static GeneralNames find() throws IOException {
        var names = new LinkedHashSet<GeneralName>();
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        names.add(new GeneralName(GeneralName.iPAddress, "::1"));
        var host = InetAddress.getLocalHost();
        for (var name : Set.of(host.getHostName(), host.getCanonicalHostName())) {
            if (name.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?") && !name.matches("[0-9.]+")) {
                names.add(new GeneralName(GeneralName.dNSName, name));
            }
        }
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .map(InetAddress::getHostAddress)
                .map(address -> address.replaceFirst("%.*", ""))
                .forEach(address -> names.add(new GeneralName(GeneralName.iPAddress, address)));
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    /// Whether the certificate names all of these.
    static boolean covered(X509Certificate certificate, GeneralNames names) throws IOException {
        var encoded = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        if (encoded == null) {
            return false;
        }
        var there = GeneralNames.getInstance(JcaX509ExtensionUtils.parseExtensionValue(encoded));
        return texts(there).containsAll(texts(names));
    }

    private static Set<String> texts(GeneralNames names) {
        return Arrays.stream(names.getNames()).map(GeneralName::toString).collect(Collectors.toSet());
    }
}
