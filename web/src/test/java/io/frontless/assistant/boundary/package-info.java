@NullMarked
package io.frontless.assistant.boundary;

import org.jspecify.annotations.NullMarked;
