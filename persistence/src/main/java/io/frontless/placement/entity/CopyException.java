package io.frontless.placement.entity;

/** A copy that cannot take the place of what it was copied from; the message may be shown to the operator. */
public final class CopyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CopyException(String message) {
        super(message);
    }
}
