package io.frontless.boundary;

import io.frontless.operation.Permission;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that an endpoint needs of a signed-in person. An endpoint without it and without
 * {@link OpenToAll} is a mistake, and is refused.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {

    /** What the caller's role must allow in the workspace; FOUND_WORKSPACE only asks for a verified person. */
    Permission value();
}
