package io.frontless.verifier;

import io.frontless.proof.ExportFormat;
import io.frontless.proof.TreeHead;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The verifier as a program: 0 where the log is what was sealed, 1 where it is not, 2 where that could not be found out. */
public final class VerifierProgram {

    private static final int GOOD = 0;
    private static final int BAD = 1;
    private static final int UNKNOWN = 2;

    private static final String USAGE = """
            Checks an event log against its signed tree heads. Nothing of the product needs to run.

              java -jar frontless-verifier.jar --key FILE ... [--witness FILE ...] (--export FILE | --database URL)

              --key FILE            public keys (PEM) that may have signed
              --witness FILE        heads that a witness has kept, one a line
              --export FILE         an export of one workspace
              --format NAME         how it is written: jsonl (unless it is said), csv, ocsf, cef, cloudevents, syslog
              --archive FILE        archives of what was removed from the database
              --database URL        jdbc:postgresql://..., with postgresql.jar beside this one
              --user NAME           who connects; only SELECT is needed, on the logs of all workspaces
              --password-file FILE  their password
              --workspace ID        this workspace only
              --unsealed-allowed    the log is being written: rows that are not sealed yet are only counted
            """;

    private final PrintStream out;
    private final List<Path> keys = new ArrayList<>();
    private final List<Path> witnesses = new ArrayList<>();
    private final List<Path> archives = new ArrayList<>();
    private final Properties login = new Properties();
    private @Nullable Path export;
    private ExportFormat format = ExportFormat.JSONL;
    private @Nullable String database;
    private @Nullable String workspace;
    private boolean unsealedAllowed;

    private VerifierProgram(PrintStream out) {
        this.out = out;
    }

    /** Ends with the code that {@link #run} answers. */
    public static void main(String[] arguments) {
        System.exit(run(System.out, arguments));
    }

    /** Runs and answers the exit code. */
    public static int run(PrintStream out, String... arguments) {
        VerifierProgram program = new VerifierProgram(out);
        try {
            program.read(arguments);
            return program.verify();
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(USAGE);
        } catch (IOException | SQLException | SourceException e) {
            out.println("UNKNOWN: " + e.getMessage());
        }
        return UNKNOWN;
    }

    private void read(String[] arguments) throws IOException {
        for (int at = 0; at < arguments.length; at++) {
            String option = arguments[at];
            if (option.equals("--unsealed-allowed")) {
                unsealedAllowed = true;
                continue;
            }
            if (++at == arguments.length) {
                throw new IllegalArgumentException("expected a known option with a value, found " + option);
            }
            read(option, arguments[at]);
        }
        if (keys.isEmpty() || (export == null) == (database == null)) {
            throw new IllegalArgumentException("expected --key, and one of --export and --database");
        }
    }

    private void read(String option, String value) throws IOException {
        switch (option) {
            case "--key" -> keys.add(Path.of(value));
            case "--witness" -> witnesses.add(Path.of(value));
            case "--archive" -> archives.add(Path.of(value));
            case "--export" -> export = Path.of(value);
            case "--format" ->
                format = ExportFormat.named(value)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "expected one of " + ExportFormat.names() + ", found " + value));
            case "--database" -> database = value;
            case "--user" -> login.setProperty("user", value);
            case "--password-file" ->
                login.setProperty("password", Files.readString(Path.of(value)).strip());
            case "--workspace" -> workspace = value;
            default -> throw new IllegalArgumentException("expected a known option, found " + option);
        }
    }

    private int verify() throws IOException, SQLException, SourceException {
        List<TreeHead.Signed> heads = new ArrayList<>();
        for (Path witness : witnesses) {
            for (String line : Files.readAllLines(witness)) {
                if (!line.isBlank()) {
                    heads.add(TreeHead.Signed.read(line));
                }
            }
        }
        Path file = export;
        if (file != null) {
            return told(new Verifier(Keys.read(keys), heads, unsealedAllowed)
                    .verify(new ExportLog(file, format), workspace));
        }
        return verifyDatabase(heads);
    }

    private int verifyDatabase(List<TreeHead.Signed> heads) throws IOException, SQLException, SourceException {
        List<Archive> checked = new ArrayList<>();
        for (Path archive : archives) {
            out.print(archive + ": ");
            ExportLog log = new ExportLog(archive, ExportFormat.JSONL);
            if (told(new Verifier(Keys.read(keys), List.of(), false).verify(log, null)) != GOOD) {
                return BAD;
            }
            checked.add(Archive.read(archive));
        }
        Verifier verifier = new Verifier(Keys.read(keys), heads, unsealedAllowed, checked);
        try (Connection connection = DriverManager.getConnection(String.valueOf(database), login)) {
            return told(verifier.verify(new DatabaseLog(connection), workspace));
        }
    }

    private int told(Verifier.Result result) {
        result.findings().forEach(finding -> out.println(finding.line()));
        out.println((result.isGood() ? "GOOD: " : "BAD: ") + result.rows() + " rows of " + result.workspaces()
                + " workspaces checked, " + result.unsealed() + " not sealed, " + result.archived() + " in archives ("
                + result.notShown() + " of them not given), "
                + result.findings().size() + " findings");
        return result.isGood() ? GOOD : BAD;
    }
}
