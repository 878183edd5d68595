package io.frontless.workspace.entity;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;

/**
 * What the database refused, such as a value that somebody else has just taken; its cause says what. To the container it is an answer and no fault of a bean: the
 * transaction is rolled back, and no stack trace is logged for what two people do at the same moment. What is a bug is logged where answers are made.
 */
public final class StatementFailure extends PersistenceException {

    private static final long serialVersionUID = 1L;

    StatementFailure(SQLException cause) {
        super(cause);
    }
}
