/**
 * The architecture as rules that the build holds.
 * The allowed-uses map is the diagram: to change the structure is to change it.
 * Every rule says why it is there.
 */
@NullMarked
package io.frontless.architecture;

import org.jspecify.annotations.NullMarked;
