/**
 * Tests of the product as customers get it: the built distribution runs as a process of its own, once for all of them.
 * A test asks for the {@link io.frontless.system.RunningProduct} as a parameter and speaks to it from outside.
 * It shares that product with other tests, so it registers its own people and workspaces and assumes nothing else.
 */
@NullMarked
package io.frontless.system;

import org.jspecify.annotations.NullMarked;
