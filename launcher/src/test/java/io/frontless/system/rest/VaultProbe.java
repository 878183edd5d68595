package io.frontless.system.rest;

import io.frontless.kernel.Actor;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.kernel.VaultRef;
import io.frontless.vault.control.Secret;
import io.frontless.vault.control.Vault;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Has the vault keep and open canaries: {@code /keep/WORKSPACE/SEED/COUNT}, {@code /open/WORKSPACE/SEED/EVERY}, and {@code /stumble/WORKSPACE/SEED},
 * which opens one and goes wrong in every way there is.
 */
@WebServlet("/*")
public final class VaultProbe extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger("io.frontless.probe");
    private static final Actor WHO = new Actor(Actor.Kind.CONNECTION, new UUID(0, 7), "Probe");

    @Inject
    private transient Vault vault;

    @Inject
    private transient WorkspaceContext context;

    @Resource
    private transient UserTransaction transaction;

    @Resource(lookup = "jdbc/frontless")
    private transient DataSource dataSource;

    /** Something that goes wrong, or not. */
    private interface Attempt {
        void run() throws Exception;
    }

    /** Something done in a transaction in a workspace. */
    private interface Work<T> {
        T run(Connection connection) throws Exception;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String[] words = request.getPathInfo().split("/", -1);
        UUID workspace = UUID.fromString(words[2]);
        String seed = words[3];
        try {
            String answer =
                    switch (words[1]) {
                        case "keep" -> keep(workspace, seed, Integer.parseInt(words[4]));
                        case "open" -> open(workspace, seed, Integer.parseInt(words[4]));
                        case "stumble" -> stumble(workspace, seed);
                        default -> throw new IllegalArgumentException(words[1]);
                    };
            response.getWriter().print(answer);
        } catch (Rejection rejection) {
            response.getWriter().print(rejection.reason());
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private String keep(UUID workspace, String seed, int count) throws Exception {
        for (int index = 0; index < count; index++) {
            String purpose = "probe.n" + index;
            Secret secret = Secret.of(Canary.bytes(seed + index));
            try (secret) {
                in(workspace, connection -> vault.keep(workspace, purpose, secret));
            }
        }
        return "kept";
    }

    /** How many of those asked for open to what they were. */
    private String open(UUID workspace, String seed, int every) throws Exception {
        List<String[]> kept = in(workspace, connection -> rows(connection));
        int opened = 0;
        int asked = 0;
        for (String[] row : kept) {
            int index = Integer.parseInt(row[1].substring("probe.n".length()));
            if (index % every == 0) {
                asked++;
                VaultRef ref = new VaultRef(workspace, UUID.fromString(row[0]));
                opened += in(workspace, connection -> vault.use(WHO, ref, row[1], secret -> is(secret, seed + index)))
                        ? 1
                        : 0;
            }
        }
        return opened + " of " + asked;
    }

    private String stumble(UUID workspace, String seed) throws Exception {
        everythingIsLogged();
        Secret given = Secret.of(Canary.bytes(seed + 0));
        VaultRef ref;
        try (given) {
            ref = in(workspace, connection -> vault.keep(workspace, "probe.n0", given));
        }
        List<String> outcomes = new ArrayList<>();
        outcomes.add(of(() -> use(ref, "probe.n0", secret -> LOG.log(Level.FINEST, "opened {0}", secret))));
        outcomes.add(of(() -> use(ref, "probe.n0", secret -> {
            throw new IllegalStateException("the other host did not take " + secret);
        })));
        outcomes.add(of(() -> use(ref, "probe.n0", secret -> {
            throw Rejection.invalid("token", "another", secret);
        })));
        outcomes.add(
                of(() -> use(ref, "probe.n0", secret -> JsonbBuilder.create().toJson(secret))));
        outcomes.add(of(() -> use(ref, "probe.n0", secret -> new ObjectOutputStream(new ByteArrayOutputStream())
                .writeObject(new Object[] {secret}))));
        outcomes.add(of(() -> use(ref, "probe.other", secret -> {})));
        flip(ref);
        outcomes.add(of(() -> use(ref, "probe.n0", secret -> {})));
        flip(ref);
        outcomes.add(of(() -> use(ref, "probe.n0", secret -> {
            if (!is(secret, seed + 0)) {
                throw new IllegalStateException("another secret");
            }
        })));
        return String.join("\n", outcomes);
    }

    private interface Action {
        void on(Secret secret) throws Exception;
    }

    private void use(VaultRef ref, String purpose, Action action) throws Exception {
        in(
                ref.workspaceId(),
                connection -> vault.use(WHO, ref, purpose, secret -> {
                    try {
                        action.on(secret);
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException("with " + secret, e);
                    }
                    return secret.toString();
                }));
    }

    private static String of(Attempt attempt) {
        try {
            attempt.run();
            return "opened";
        } catch (Rejection rejection) {
            LOG.log(Level.SEVERE, rejection.message() + rejection.details(), rejection);
            return rejection.reason() == Reason.INVALID
                    ? "INVALID " + rejection.details()
                    : rejection.reason().name();
        } catch (Exception e) {
            LOG.log(Level.SEVERE, e.toString(), e);
            return e.getClass().getSimpleName() + " " + e.getMessage();
        }
    }

    private static boolean is(Secret secret, String seed) {
        byte[] expected = Canary.bytes(seed);
        boolean same = secret.matches(expected);
        Arrays.fill(expected, (byte) 0);
        return same;
    }

    private void flip(VaultRef ref) throws Exception {
        in(ref.workspaceId(), connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("update secret set ciphertext = set_byte(ciphertext, 20,"
                            + " get_byte(ciphertext, 20) # 1) where secret_id = ?")) {
                statement.setObject(1, ref.secretId());
                return statement.executeUpdate();
            }
        });
    }

    private static List<String[]> rows(Connection connection) throws Exception {
        List<String[]> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "select secret_id, purpose from secret where purpose like 'probe.n%'");
                var result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(new String[] {result.getString(1), result.getString(2)});
            }
        }
        return rows;
    }

    private static void everythingIsLogged() {
        Logger.getLogger("io.frontless").setLevel(Level.ALL);
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setLevel(Level.ALL);
        }
    }

    private <T> T in(UUID workspace, Work<T> work) throws Exception {
        transaction.begin();
        boolean ended = false;
        try {
            context.enterWorkspace(workspace);
            T result;
            try (Connection connection = dataSource.getConnection()) {
                result = work.run(connection);
            }
            ended = true;
            transaction.commit();
            return result;
        } finally {
            if (!ended) {
                transaction.rollback();
            }
        }
    }
}
