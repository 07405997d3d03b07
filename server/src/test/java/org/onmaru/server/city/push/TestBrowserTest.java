package org.onmaru.server.city.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/// The reader of the tests is right: it reads the example of RFC 8291, section 5.
class TestBrowserTest {

    @Test
    void itReadsTheExampleOfTheStandard() throws Exception {
        var body = Base64.getUrlDecoder()
                .decode("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                        + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                        + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
        assertThat(TestBrowser.ofTheStandard().decrypted(body))
                .asString()
                .isEqualTo("When I grow up, I want to be a watermelon");
    }
}
