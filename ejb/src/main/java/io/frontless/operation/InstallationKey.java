package io.frontless.operation;

/** A key that belongs to the installation and to no workspace. Stored by name in events, so none is ever renamed. */
public enum InstallationKey {
    /** Wraps all other keys, inside the HSM. */
    ROOT,
    /** Signs API tokens, inside the HSM. */
    TOKEN,
    /** Keys the hashes of passwords. */
    PEPPER,
    /** Makes the key of the database's contexts, inside the HSM; each node takes the next one at its start. */
    CONTEXT
}
