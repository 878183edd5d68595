package io.frontless.engine.control;

import io.frontless.operation.Operation;

/**
 * An operation that is nothing but others: a bulk change, an import, an undo. It changes nothing itself and leaves no event; its steps do, and
 * so it is taken back by taking back those.
 */
public non-sealed interface CompositeHandler<O extends Operation> extends Handler<O> {}
