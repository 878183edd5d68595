package io.frontless.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * The program: {@code up} starts the product and runs until it is told to stop; {@code ceremony} makes and checks the token's keys; {@code workspace} and
 * {@code key} ask the running product for something; {@code help} says how.
 */
public final class Launcher {
    private static final Logger LOG = Logger.getLogger(Launcher.class.getName());

    /** The directory of the distribution, given by its start script. */
    private static final String HOME = "frontless.home";

    private Launcher() {}

    /** Exits with 1 and one line on the console when the start cannot go on. */
    public static void main(String[] arguments) {
        // The server's own output is redirected to a file later; this stream stays the person's console.
        var console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var progress = new Progress(console);
        // Until the log in the data directory is open there is none: the console is for the person.
        LogManager.getLogManager().reset();
        List<String> words = List.of(arguments);
        String command = words.isEmpty() ? "help" : words.get(0);
        try {
            switch (command) {
                case "up" -> up(words.subList(1, words.size()), progress);
                case "ceremony" -> ceremony(words.subList(1, words.size()), progress);
                case "workspace" ->
                    progress.say(OperatorCommand.workspace(words.subList(1, words.size()), System.getenv(), home()));
                case "key" ->
                    progress.say(OperatorCommand.key(words.subList(1, words.size()), System.getenv(), home()));
                case "help", "--help", "-h" ->
                    progress.say(Options.HELP + "\n" + CeremonyOptions.HELP + "\n" + OperatorCommand.HELP);
                default ->
                    throw new StartFailure("Unknown command " + command
                            + "; there are \"up\", \"ceremony\", \"workspace\", \"key\" and \"help\".");
            }
        } catch (StartFailure e) {
            LOG.log(Level.SEVERE, e, () -> "The start was given up: " + e.line());
            progress.say(e.line());
            System.exit(1);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The start failed unexpectedly.", e);
            progress.say("The start failed unexpectedly; see logs/server.log in the data directory.");
            System.exit(1);
        }
    }

    private static void ceremony(List<String> arguments, Progress progress) {
        CeremonyOptions options = CeremonyOptions.parse(arguments, System.getenv(), home());
        new CeremonyCommand(home(), options, progress, Clock.systemUTC()).run();
    }

    private static Path home() {
        return Path.of(System.getProperty(HOME, ".")).toAbsolutePath().normalize();
    }

    private static void up(List<String> arguments, Progress progress) {
        TlsPolicy.apply();
        Path home = home();
        Options options = Options.parse(arguments, System.getenv(), home);
        Product product = new Product(home, options, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(product::close, "frontless-stop"));
        product.start();
    }
}
