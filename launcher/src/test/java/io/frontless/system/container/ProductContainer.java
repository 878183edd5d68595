package io.frontless.system.container;

import io.frontless.system.Distribution;
import io.frontless.system.RunningProduct;
import io.frontless.system.Workplace;
import java.nio.file.Path;
import javax.net.ssl.HttpsURLConnection;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jspecify.annotations.Nullable;

/**
 * The product as a container of Arquillian: it starts with the first deployment, which is the only one, and ends with the process of the tests. Arquillian would
 * stop it after each class where a process is given its classes one by one.
 */
public final class ProductContainer implements DeployableContainer<ContainerSettings> {
    private static @Nullable RunningProduct product;

    @Override
    public Class<ContainerSettings> getConfigurationClass() {
        return ContainerSettings.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 6.0");
    }

    /** Every test class brings the same archive, so what the first one deployed serves all. */
    @Override
    public ProtocolMetaData deploy(Archive<?> application) {
        RunningProduct running = product == null ? start(application) : product;
        product = running;
        HTTPContext address = new HTTPContext(running.baseUrl().getHost(), running.port());
        address.add(new Servlet("ArquillianServletRunnerEE9", TestedApplication.CONTEXT_ROOT));
        return new ProtocolMetaData().addContext(address);
    }

    private static RunningProduct start(Archive<?> application) {
        Path folder = Workplace.create("inside");
        Path ear = folder.resolve(application.getName());
        application.as(ZipExporter.class).exportTo(ear.toFile());
        Distribution distribution = Distribution.built().with(ear, folder.resolve("distribution"));
        RunningProduct running = RunningProduct.start(distribution, folder.resolve("data"));
        // It has ended when the tests have, so that the next run finds its folder at rest.
        Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        // The protocol's client knows no other way to be told whom to trust.
        HttpsURLConnection.setDefaultSSLSocketFactory(running.tls().context().getSocketFactory());
        return running;
    }

    @Override
    public void undeploy(Archive<?> application) {}

    @Override
    public void stop() {}
}
