package io.frontless.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/**
 * An open request, and after it the question whose session a token opens, by bare JDBC: the least that a request costs which asks. The connection is idle
 * meanwhile, as the product's are; one that is asked again and again answers in half of the time.
 */
final class AskedApart implements Worker {

    private final RestRead open;
    private final Connection connection;
    private final PreparedStatement question;

    AskedApart(RestRead open, BenchDatabase database, byte[] tokenHash) throws IOException, SQLException {
        this.open = open;
        this.connection = database.asApplication();
        this.question = connection.prepareStatement("select frontless.session_in_workspace(?, null, null)");
        // As the product does: parsed each time.
        question.unwrap(PGStatement.class).setPrepareThreshold(0);
        question.setBytes(1, tokenHash);
    }

    @Override
    public void once() throws IOException, SQLException {
        open.once();
        BareRead.read(question);
    }

    @Override
    public void close() throws IOException, SQLException {
        open.close();
        connection.close();
    }
}
