package io.frontless.system.rest;

import io.frontless.system.Distribution;
import io.frontless.system.RunningProduct;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The product with {@link VaultProbe} beside the application. */
final class ProbedProduct {
    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final String MODULE =
            "<module><web><web-uri>probe.war</web-uri><context-root>/probe</context-root></web></module>";

    private ProbedProduct() {}

    /** A distribution that deploys both. */
    static Distribution in(Path folder) throws IOException {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "frontless.ear")
                .importFrom(Distribution.built().application().toFile())
                .as(EnterpriseArchive.class);
        // An empty beans.xml, for the container injects nothing into an archive that has neither that nor beans.
        ear.addAsModule(ShrinkWrap.create(WebArchive.class, "probe.war")
                .addClasses(VaultProbe.class, Canary.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml"));
        String descriptor;
        try (var in = ear.get(DESCRIPTOR).getAsset().openStream()) {
            descriptor = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int end = descriptor.lastIndexOf("</module>") + "</module>".length();
        ear.setApplicationXML(new StringAsset(descriptor.substring(0, end) + MODULE + descriptor.substring(end)));
        Path file = folder.resolve("probed.ear");
        ear.as(ZipExporter.class).exportTo(file.toFile());
        return Distribution.built().with(file, folder.resolve("distribution"));
    }

    /** What the probe answers. */
    static String ask(RunningProduct product, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(product.baseUrl().resolve("probe/" + path))
                .build();
        var answer = product.client().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
