@NullMarked
package io.frontless.approval.control;

import org.jspecify.annotations.NullMarked;
