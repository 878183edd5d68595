package io.frontless.engine.control;

import java.lang.reflect.Proxy;

/** Stands where the container would give something that a test must not use. */
final class NoContainer {

    private NoContainer() {}

    /** One that fails whatever is asked of it. */
    static <T> T of(Class<T> type) {
        return of(type, () -> {
            throw new UnsupportedOperationException(type.getSimpleName() + " is the container's");
        });
    }

    /** One that does the same whatever is asked of it, and answers nothing. */
    static <T> T of(Class<T> type, Runnable whatever) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    whatever.run();
                    return null;
                }));
    }
}
