package io.frontless.system.container;

import io.frontless.system.Distribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application as it was built, with one more web module that holds the tests. */
public final class TestedApplication {
    static final String CONTEXT_ROOT = "/tests";

    private static final String MODULE = "tests.war";
    private static final String DESCRIPTOR = "META-INF/application.xml";

    private TestedApplication() {}

    /** Everything in the package of the given class and below is put into the test module. */
    public static EnterpriseArchive with(Class<?> test) {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "frontless.ear")
                .importFrom(Distribution.built().application().toFile())
                .as(EnterpriseArchive.class);
        WebArchive war = ShrinkWrap.create(WebArchive.class, MODULE)
                .addPackages(true, test.getPackage())
                .addAsLibrary(jarOf(Assertions.class).toFile());
        ear.addAsModule(Testable.archiveToTest(war));
        ear.setApplicationXML(new StringAsset(withModule(descriptor(ear))));
        return ear;
    }

    private static String withModule(String descriptor) {
        int end = descriptor.lastIndexOf("</module>") + "</module>".length();
        return descriptor.substring(0, end)
                + "<module><web><web-uri>%s</web-uri><context-root>%s</context-root></web></module>"
                        .formatted(MODULE, CONTEXT_ROOT)
                + descriptor.substring(end);
    }

    private static String descriptor(EnterpriseArchive ear) {
        try (var in = ear.get(DESCRIPTOR).getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
