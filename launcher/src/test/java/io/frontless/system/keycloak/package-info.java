/**
 * A real identity provider beside the product: Keycloak as it is distributed, started once per test run when a test asks for it. Realms are made from JSON, so
 * that no test meets what another one has changed.
 */
@NullMarked
package io.frontless.system.keycloak;

import org.jspecify.annotations.NullMarked;
