/**
 * A planner that needs no key and no network: it reads sentences by their forms and links their words to the schema.
 * A wrong write is worse than a question, so words that found no place are named in an answer and never dropped.
 * Quoted text is data: no word in it is ever read as part of a command.
 */
@NullMarked
package io.frontless.assistant.offline;

import org.jspecify.annotations.NullMarked;
