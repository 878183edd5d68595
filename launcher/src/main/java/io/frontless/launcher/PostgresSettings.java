package io.frontless.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** PostgreSQL's settings, written anew at each start so that they cannot drift. */
final class PostgresSettings {
    private PostgresSettings() {}

    static void write(Path cluster, int port, Certificates certificates) throws IOException {
        PrivateFile.write(cluster.resolve("pg_hba.conf"), HBA.getBytes(StandardCharsets.UTF_8));
        String settings = CONF.formatted(port, certificates.postgresCertificate(), certificates.postgresKey());
        PrivateFile.write(cluster.resolve("postgresql.conf"), settings.getBytes(StandardCharsets.UTF_8));
    }

    private static final String HBA = """
            # TYPE  DATABASE  USER  ADDRESS       METHOD
            hostssl all       all   127.0.0.1/32  scram-sha-256
            """;

    private static final String CONF = """
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            # The application's pool, Liquibase and an administrator; each connection may cost several MB.
            max_connections = 60
            shared_buffers = 128MB
            # What was acknowledged survives a power cut.
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            password_encryption = scram-sha-256
            ssl = on
            ssl_cert_file = '%s'
            ssl_key_file = '%s'
            # Both ends are this product's own, so nothing older has to be understood.
            ssl_min_protocol_version = 'TLSv1.3'
            timezone = 'UTC'
            log_timezone = 'UTC'
            # A week of logs, one file a day.
            logging_collector = on
            log_directory = '../logs'
            log_filename = 'postgres-%%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            log_rotation_size = 0
            """;
}
