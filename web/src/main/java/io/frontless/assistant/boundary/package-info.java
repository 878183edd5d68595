/**
 * The conversation page: sentences in, previews and answers out.
 * A plan is confirmed with the rows and the hash that the person saw.
 * Other pages come here to undo.
 */
@NullMarked
package io.frontless.assistant.boundary;

import org.jspecify.annotations.NullMarked;
