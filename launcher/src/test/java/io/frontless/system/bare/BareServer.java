package io.frontless.system.bare;

import io.frontless.system.Distribution;
import io.frontless.system.RunningProduct;
import io.frontless.system.Workplace;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A product whose application is {@link BareServlet}, below {@code /bare}. */
final class BareServer {
    private BareServer() {}

    static RunningProduct start() {
        Path folder = Workplace.create("bare");
        Path ear = folder.resolve("bare.ear");
        ShrinkWrap.create(EnterpriseArchive.class)
                .addAsModule(ShrinkWrap.create(WebArchive.class, "bare.war").addClass(BareServlet.class))
                .as(ZipExporter.class)
                .exportTo(ear.toFile());
        return RunningProduct.start(
                Distribution.built().with(ear, folder.resolve("distribution")), folder.resolve("data"));
    }
}
