/**
 * What the world outside is told of a workspace's keys: which versions there are, how old, and what they still seal.
 * It asks for their rotation and destruction by plans, like any other change.
 * No key and no secret ever comes here.
 */
@NullMarked
package io.frontless.keys.boundary;

import org.jspecify.annotations.NullMarked;
