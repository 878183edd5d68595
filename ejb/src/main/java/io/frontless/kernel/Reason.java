package io.frontless.kernel;

/** Why a request was refused. Few and stable: clients switch on them, every boundary maps them once. */
public enum Reason {
    /** The request itself is wrong: a type, a range, a name, a shape. */
    INVALID,
    /** The caller may not do this. */
    DENIED,
    /** No such thing, or none that the caller may know of: the two answer alike. */
    NOT_FOUND,
    /** The request is right but the present state contradicts it: stale version, duplicate, dependents. */
    CONFLICT,
    /** It waits for somebody else's approval. */
    HELD,
    /** The vault is closed, so what needs a key cannot be done. */
    SEALED,
    /** A limit was reached: size, count, depth, rate. */
    LIMIT,
    /** A part that is needed does not answer at present. */
    UNAVAILABLE
}
