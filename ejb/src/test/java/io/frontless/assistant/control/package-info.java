@NullMarked
package io.frontless.assistant.control;

import org.jspecify.annotations.NullMarked;
