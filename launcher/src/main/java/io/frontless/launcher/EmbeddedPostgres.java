package io.frontless.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A real PostgreSQL server of this installation: durable, reachable only over TLS with a password, on loopback. */
final class EmbeddedPostgres implements AutoCloseable {
    /** Where the server writes its port, in the file of its process. */
    private static final int PORT_LINE = 3;

    private final Path cluster;
    private final Path log;
    private final PostgresAccount account;
    private final PostgresTools tools;
    private final Certificates certificates;

    EmbeddedPostgres(Path home, DataDirectory data, Certificates certificates) {
        this.cluster = data.resolve("postgres");
        this.log = data.resolve("logs/postgres.log");
        this.account = PostgresAccount.find();
        this.tools = new PostgresTools(home, log, account);
        this.certificates = certificates;
    }

    /** Makes the cluster at the first start; answers whether it did. One that was cut short is made again. */
    boolean create(Path adminPassword) {
        if (Files.exists(cluster)) {
            return false;
        }
        Path draft = cluster.resolveSibling("postgres.new");
        try {
            DirectoryTree.delete(draft);
            tools.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + draft,
                            "--username=postgres",
                            "--pwfile=" + adminPassword,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            // Sorted by code point on every machine alike, whatever its C library does.
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--data-checksums"));
            Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new StartFailure("The database cluster " + cluster + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Starts the server; one that outlived its launcher is stopped first, so that it has today's settings. */
    void start(int port) {
        try {
            stopSurvivor();
            PostgresSettings.write(cluster, port, certificates);
            takeOver();
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL's settings in " + cluster + " cannot be written: " + e.getMessage(), e);
        }
        tools.run("pg_ctl", List.of("start", "--pgdata=" + cluster, "--log=" + log, "--wait", "--timeout=60"));
    }

    /** The port of the server that another process of this installation has started; a {@link StartFailure} where there is none. */
    int runningPort() {
        try {
            if (process().isPresent()) {
                return Integer.parseInt(Files.readAllLines(pidFile(), StandardCharsets.US_ASCII)
                        .get(PORT_LINE)
                        .strip());
            }
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL's port is not known: " + e.getMessage(), e);
        }
        throw new StartFailure("No database is running in " + cluster
                + ": another node is started beside one that is running on the same data directory.");
    }

    private void takeOver() throws IOException {
        account.own(cluster);
        try (var logs = Files.newDirectoryStream(log.getParent(), "postgres*.log")) {
            for (Path each : logs) {
                account.own(each);
            }
        }
    }

    /** Completes when the server's process ends, for whatever reason. */
    CompletableFuture<ProcessHandle> end() {
        try {
            return process().map(ProcessHandle::onExit).orElseGet(() -> new CompletableFuture<>());
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL's process is not known: " + e.getMessage(), e);
        }
    }

    /** The server's process while it runs. */
    private Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile(), StandardCharsets.US_ASCII);
        long pid = lines.isEmpty() ? -1 : Long.parseLong(lines.get(0).strip());
        return ProcessHandle.of(pid).filter(this::worksInCluster);
    }

    /** Stops the server, ending its sessions (fast shutdown); nothing happens when it is not running. */
    @Override
    public void close() {
        try {
            if (process().isPresent()) {
                tools.run("pg_ctl", List.of("stop", "--pgdata=" + cluster, "--mode=fast", "--wait", "--timeout=60"));
            }
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL in " + cluster + " cannot be stopped: " + e.getMessage(), e);
        }
    }

    private void stopSurvivor() throws IOException {
        if (process().isPresent()) {
            close();
        } else {
            // Left by a crash. Its number may belong to an unrelated process by now, which would keep PostgreSQL from
            // starting; the lock on the data directory is ours, so nobody else can be about to start there.
            Files.deleteIfExists(pidFile());
        }
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }

    private boolean worksInCluster(ProcessHandle process) {
        // A server's working directory is its cluster: so an unrelated process is never signalled.
        Path directory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return Files.isSameFile(directory, cluster);
        } catch (IOException e) {
            // In a container root may not see this of another user's process, but that user may.
            return account.succeeds("test", directory.toString(), "-ef", cluster.toString());
        }
    }
}
