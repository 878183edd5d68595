package io.frontless.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** How the product speaks, whatever it says. */
@SystemTest
class TransportIT {
    private final RunningProduct product;

    TransportIT(RunningProduct product) {
        this.product = product;
    }

    @Test
    void speaksTheNewestTlsWithACertificateOfItsOwnAuthority() throws Exception {
        HttpResponse<String> answer = get(product.client());

        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void clientThatWasNotGivenTheAuthorityRefuses() {
        HttpClient stranger = HttpClient.newHttpClient();

        assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> get(stranger));
    }

    @Test
    void answersDoNotTellWhatTheServerIs() throws Exception {
        HttpResponse<String> answer = get(product.client());

        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    private HttpResponse<String> get(HttpClient client) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(product.baseUrl()).build(), BodyHandlers.ofString());
    }
}
