package io.frontless.system.bare;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.system.Distribution;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import io.frontless.system.Workplace;
import io.frontless.system.rest.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The tokens of API keys, checked by the server's own MicroProfile JWT in another application, which knows nothing but the published keys. */
@SystemTest
class MicroProfileJwtIT {

    private final RunningProduct product;

    MicroProfileJwtIT(RunningProduct product) {
        this.product = product;
    }

    @Test
    void anotherServiceRecognisesAProgramByThePublishedKeys() throws Exception {
        Program program = Program.viewer(product);

        try (RunningProduct service = service(program)) {
            assertThat(status(service, program.token())).isEqualTo(200);
            assertThat(body(service, program.token())).isEqualTo(program.keyId());
            assertThat(status(service, tampered(program.token()))).isEqualTo(401);
        }
    }

    /** A server with an application that accepts what the product has issued. */
    private RunningProduct service(Program program) {
        Path folder = Workplace.create("jwt");
        Path ear = folder.resolve("jwt.ear");
        String issuer = product.baseUrl().toString().replaceAll("/$", "");
        WebArchive war = ShrinkWrap.create(WebArchive.class, "jwt.war")
                .addClasses(JwtApplication.class, JwtApplication.Caller.class)
                .addAsWebInfResource(
                        new StringAsset("<beans version=\"4.0\" bean-discovery-mode=\"all\"/>"), "beans.xml");
        // The server reads configuration from libraries of an EAR, not from its WAR.
        JavaArchive settings = ShrinkWrap.create(JavaArchive.class, "settings.jar")
                .addAsResource(new StringAsset(program.publishedKeys()), "META-INF/keys.json")
                .addAsResource(
                        new StringAsset("mp.jwt.verify.issuer=" + issuer + "\nmp.jwt.verify.audiences=" + issuer
                                + "/api/v1\nmp.jwt.verify.publickey.location=META-INF/keys.json\n"
                                + "mp.jwt.verify.publickey.algorithm=ES256\n"),
                        "META-INF/microprofile-config.properties");
        ShrinkWrap.create(EnterpriseArchive.class)
                .addAsModule(war)
                .addAsLibrary(settings)
                .as(ZipExporter.class)
                .exportTo(ear.toFile());
        return RunningProduct.start(
                Distribution.built().with(ear, folder.resolve("distribution")), folder.resolve("data"));
    }

    private static String tampered(String token) {
        int payload = token.indexOf('.') + 5;
        char other = token.charAt(payload) == 'A' ? 'B' : 'A';
        return token.substring(0, payload) + other + token.substring(payload + 1);
    }

    private static int status(RunningProduct service, String token) throws IOException, InterruptedException {
        return service.client()
                .send(request(service, token), BodyHandlers.ofString())
                .statusCode();
    }

    private static String body(RunningProduct service, String token) throws IOException, InterruptedException {
        return service.client()
                .send(request(service, token), BodyHandlers.ofString())
                .body();
    }

    private static HttpRequest request(RunningProduct service, String token) {
        URI address = service.baseUrl().resolve("jwt/service/caller");
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .build();
    }
}
