package io.frontless.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Payara is told about this installation: listener, data source, application. */
final class WebServer {
    private static final String NETWORK = "configs.config.server-config.network-config.";
    private static final String HTTPS_LISTENER = NETWORK + "network-listeners.network-listener.https-listener.";
    private static final String HTTPS_PROTOCOL = NETWORK + "protocols.protocol.https-listener.";

    private static final String VIRTUAL_SERVER = "configs.config.server-config.http-service.virtual-server.server.";

    /**
     * How long a connection waits for its next request; over HTTP/1.1 this ends none that is worked at. For so long the server also remembers a connection
     * that it has closed, as it does after each refused request, at some 30 KB: with five minutes, 60 refused requests a second filled the heap.
     */
    private static final int CONNECTION_IDLE_S_MAX = 10;

    /** Cookies and addresses of pages fit; by default it would be half of this. */
    private static final int HEADER_BYTES_MAX = 16_384;

    /** Longer than the application's role may take for a statement. */
    private static final int ANSWER_S_MAX = 75;

    private WebServer() {}

    /** Settings that must stand before the server opens its port. */
    static List<String> settings(Options options) {
        return List.of(
                NETWORK + "network-listeners.network-listener.http-listener.enabled=false",
                HTTPS_LISTENER + "address=" + options.bind(),
                HTTPS_LISTENER + "port=" + options.port(),
                HTTPS_LISTENER + "enabled=false",
                // The key is the one that WebCertificate serves, under whatever name it gives it at that moment.
                HTTPS_PROTOCOL + "ssl.cert-nickname=",
                HTTPS_PROTOCOL + "ssl.key-algorithm=" + ServedKeyProvider.ALGORITHM,
                HTTPS_PROTOCOL + "ssl.tls12-enabled=true",
                HTTPS_PROTOCOL + "ssl.tls13-enabled=true",
                HTTPS_PROTOCOL + "http.server-header=false",
                HTTPS_PROTOCOL + "http.xpowered-by=false",
                VIRTUAL_SERVER + "property.errorReportValve=" + PlainErrorAnswer.class.getName(),
                HTTPS_PROTOCOL + "http.timeout-seconds=" + CONNECTION_IDLE_S_MAX,
                // By default a client would have to connect anew, with a handshake, after each 256 requests.
                HTTPS_PROTOCOL + "http.max-connections=-1",
                HTTPS_PROTOCOL + "http.header-buffer-length-bytes=" + HEADER_BYTES_MAX,
                // The server's HTTP/2 loses its header table after about a hundred requests of a browser and drops the
                // connection.
                HTTPS_PROTOCOL + "http.http2-enabled=false",
                "configs.config.server-config.phone-home-runtime-configuration.enabled=false");
    }

    /** The shared database's pool. */
    static void createPool(PayaraRuntime runtime, DatabaseAccess database) {
        createPool(runtime, "frontless", database, "", List.of("--maxpoolsize=20"));
    }

    /**
     * A dedicated database's pool, of which waiting takes a bounded number of the server's threads for a bounded time. The driver gives up a statement some time after the server should have.
     */
    static void createDedicatedPool(PayaraRuntime runtime, String name, DatabaseAccess database) {
        createPool(
                runtime,
                "frontless-" + name,
                database,
                "&socketTimeout=" + ANSWER_S_MAX + "&tcpKeepAlive=true",
                List.of("--maxpoolsize=10", "--maxwait=5000"));
    }

    private static void createPool(
            PayaraRuntime runtime, String pool, DatabaseAccess database, String driver, List<String> bounds) {
        String url = database.address().ownUrl() + "&ApplicationName=frontless" + driver;
        String password = database.secrets().text(Secret.APP_PASSWORD);
        List<String> arguments = new ArrayList<>(List.of(
                "--datasourceclassname=org.postgresql.ds.PGSimpleDataSource",
                "--restype=javax.sql.DataSource",
                "--steadypoolsize=2",
                "--isconnectvalidatereq=true",
                // Asking before each use would cost a round trip each. So a broken connection is found out after a
                // second at
                // the latest, also after a restart of the database; until then its user is told to try again.
                "--validateatmostonceperiod=1",
                // Wrappers around every statement serve to find leaks of them; here the blocks that open them close
                // them.
                "--wrapjdbcobjects=false",
                "--validationmethod=custom-validation",
                "--validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
                "--property=user=" + DatabaseAddress.APPLICATION + ":password=" + password + ":url=" + escaped(url)));
        arguments.addAll(bounds);
        arguments.add(pool);
        runtime.run("create-jdbc-connection-pool", arguments.toArray(new String[0]));
        runtime.run("create-jdbc-resource", "--connectionpoolid=" + pool, "jdbc/" + pool);
    }

    static void deploy(PayaraRuntime runtime, Path ear) {
        runtime.run("deploy", "--name=frontless", "--availabilityenabled=false", ear.toString());
    }

    /** Lets requests in: only when there is an application to answer them, since the server itself has nothing to say. */
    static void open(PayaraRuntime runtime) {
        runtime.run("set", HTTPS_LISTENER + "enabled=true");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(":", "\\:").replace("=", "\\=");
    }
}
