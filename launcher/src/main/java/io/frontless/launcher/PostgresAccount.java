package io.frontless.launcher;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Who PostgreSQL runs as: the person who started the product or, since it refuses to be root, a stand-in for root. */
final class PostgresAccount {
    private static final long PROBE_TIMEOUT_S = 10;

    /** Within a user namespace of its own, root is nobody, and may still read what root owns. */
    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    /** Accounts that any system has or may have, where root may not make a namespace, as in many containers. */
    private static final List<String> STAND_INS = List.of("postgres", "nobody");

    private final List<String> prefix;
    private final String owner;

    private PostgresAccount(List<String> prefix, String owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    /** A {@link StartFailure} says when there is none. */
    static PostgresAccount find() {
        if (!isRoot()) {
            return new PostgresAccount(List.of(), System.getProperty("user.name"));
        }
        return Stream.concat(
                        Stream.of(new PostgresAccount(NAMESPACE, "root")),
                        STAND_INS.stream().filter(PostgresAccount::exists).map(PostgresAccount::standIn))
                .filter(account -> account.succeeds("true"))
                .findFirst()
                .orElseThrow(() -> new StartFailure("PostgreSQL refuses to run as root, and here root may neither"
                        + " create a user namespace for it nor become another user: start Frontless as an ordinary"
                        + " user."));
    }

    /**
     * Another user who may read and write what root may, so that the data directory and the home of root stay closed to
     * all others. The last flag makes access(2), by which PostgreSQL's programs look for each other, honour that right.
     */
    private static PostgresAccount standIn(String user) {
        return new PostgresAccount(
                List.of(
                        "setpriv",
                        "--reuid=" + user,
                        "--clear-groups",
                        "--inh-caps=+dac_override",
                        "--ambient-caps=+dac_override",
                        "--securebits=+no_setuid_fixup"),
                user);
    }

    /** The command that runs a program as this account. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program);
        command.addAll(arguments);
        return command;
    }

    /** Whether the program can be run as this account and ends well. */
    boolean succeeds(String program, String... arguments) {
        try {
            Process process = new ProcessBuilder(command(program, List.of(arguments)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PROBE_TIMEOUT_S, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while looking for a way to run PostgreSQL.", e);
        }
    }

    /** Takes over what was made under another stand-in: PostgreSQL wants to own its cluster, and could not write its logs. */
    void own(Path path) throws IOException {
        if (prefix.isEmpty()) {
            return;
        }
        UserPrincipal user =
                FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        if (Files.getOwner(path).equals(user)) {
            return;
        }
        List<Path> all;
        try (var walk = Files.walk(path)) {
            all = walk.toList();
        }
        for (Path each : all) {
            Files.setOwner(each, user);
        }
    }

    private static boolean exists(String user) {
        try {
            var unused =
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(user);
            return true;
        } catch (UserPrincipalNotFoundException e) {
            return false;
        } catch (IOException e) {
            throw new StartFailure("The system's users cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            throw new StartFailure("The system does not tell who this process runs as: " + e.getMessage(), e);
        }
    }
}
