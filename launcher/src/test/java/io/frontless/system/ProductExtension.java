package io.frontless.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the product when the first test asks for it, hands the same one to all, and stops it after the last. */
public final class ProductExtension implements ParameterResolver {

    /** The product of this test run, started when it was not yet. */
    public static RunningProduct product(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(RunningProduct.class))
                .getOrComputeIfAbsent(
                        RunningProduct.class,
                        key -> RunningProduct.start(
                                Distribution.built(),
                                Workplace.create("product").resolve("data"),
                                Neighbours.of(context).environment()),
                        RunningProduct.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningProduct.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return product(context);
    }
}
