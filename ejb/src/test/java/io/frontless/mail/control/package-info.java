@NullMarked
package io.frontless.mail.control;

import org.jspecify.annotations.NullMarked;
