package io.frontless.engine.control;

import io.frontless.operation.Operation;

/** What one operation means: a change of its own, other operations that it stands for, or both. There is exactly one for each operation. */
public sealed interface Handler<O extends Operation> permits OperationHandler, CompositeHandler {

    /** The operation it handles. */
    Class<O> operation();

    /** The steps that run before the operation itself, each authorized, checked and written down by itself. */
    Children children(O operation, Execution execution);
}
