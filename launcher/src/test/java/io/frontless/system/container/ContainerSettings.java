package io.frontless.system.container;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** There are none: the product decides for itself. */
public final class ContainerSettings implements ContainerConfiguration {
    @Override
    public void validate() {}
}
