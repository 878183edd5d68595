@NullMarked
package io.frontless.workspace.control;

import org.jspecify.annotations.NullMarked;
