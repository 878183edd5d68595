package io.frontless.workspace.control;

/** How surely somebody in a session is who they say. */
public enum Assurance {
    /** By a password alone, or what is worth as much. */
    ONE_FACTOR,
    /** By two factors, or by one that holds two, such as a passkey that verifies its person. */
    TWO_FACTORS
}
