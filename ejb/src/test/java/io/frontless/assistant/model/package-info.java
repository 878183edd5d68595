@NullMarked
package io.frontless.assistant.model;

import org.jspecify.annotations.NullMarked;
