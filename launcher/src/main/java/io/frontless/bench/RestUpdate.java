package io.frontless.bench;

import java.io.IOException;

/** An audited update as a client of the product makes it. */
final class RestUpdate implements Worker {
    private final Invoices invoices;
    private final HttpsConnection connection;

    RestUpdate(Workbench bench, Invoices invoices) {
        this.invoices = invoices;
        this.connection = bench.person().connect();
    }

    @Override
    public void once() throws IOException {
        connection.require(
                "PATCH",
                invoices.path() + "/" + invoices.any(),
                "{\"values\": {\"amount\": " + Invoices.newAmount() + "}}");
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
