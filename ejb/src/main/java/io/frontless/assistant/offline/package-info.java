/**
 * A planner that needs no key and no network: it reads sentences by their forms and links their words to the schema and its records.
 * A wrong write is worse than a question, so words that found no place are named in an answer and never dropped.
 * Quoted text is data: no word in it is ever read as part of a command.
 *
 * <p>A new family of sentences is one class that implements {@link Reading} and its place in {@link OfflinePlanner}'s list; narrow families come
 * before wide ones. It is given a {@link Turn}: the words, and the readers of records, selections and values. It answers a proposal, nothing where the
 * sentence is of another family, or throws {@link Unclear} where it is of its own and lacks something. How it all fits together is in ADR 60.
 */
@NullMarked
package io.frontless.assistant.offline;

import org.jspecify.annotations.NullMarked;
