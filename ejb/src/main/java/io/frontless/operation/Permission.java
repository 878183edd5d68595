package io.frontless.operation;

/** What a role can allow. Every operation and every endpoint names the one it needs. */
public enum Permission {
    READ,
    WRITE_RECORDS,
    CHANGE_SCHEMA,
    /** To found a workspace one only has to be a verified person. */
    FOUND_WORKSPACE
}
