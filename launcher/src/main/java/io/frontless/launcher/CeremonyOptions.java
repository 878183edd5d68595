package io.frontless.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** What the person asked for after {@code ceremony}. */
record CeremonyOptions(Path data, boolean verify, boolean finalTry, boolean askPin, List<String> present) {
    static final String HELP = """
            Usage: ceremony [--data DIR] [--verify] [--present NAME ...] [--ask-pin] [--final-try]

              --data DIR      the installation (default: FRONTLESS_DATA, or data/ beside the program)
              --verify        changes nothing: checks that the keys are there, and as they have to be
              --present NAME  who is there, for the transcript; once for each person
              --ask-pin       asks for the token's PIN at the terminal
              --final-try     takes even the last attempt that the token gives before it locks itself
            """;

    /** Reads the arguments that follow the command {@code ceremony}. */
    static CeremonyOptions parse(List<String> arguments, Map<String, String> environment, Path home) {
        Path data = Path.of(
                environment.getOrDefault("FRONTLESS_DATA", home.resolve("data").toString()));
        boolean verify = false;
        boolean finalTry = false;
        boolean askPin = false;
        List<String> present = new ArrayList<>();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String name = rest.removeFirst();
            PinArguments.refuse(name);
            switch (name) {
                case "--data" -> data = Path.of(Options.valueOf(name, rest));
                case "--present" -> present.add(printable(Options.valueOf(name, rest)));
                case "--verify" -> verify = true;
                case "--final-try" -> finalTry = true;
                case "--ask-pin" -> askPin = true;
                default -> throw new StartFailure("Unknown option " + name + "; \"help\" lists those there are.");
            }
        }
        return new CeremonyOptions(data.toAbsolutePath().normalize(), verify, finalTry, askPin, List.copyOf(present));
    }

    /** A line break in a name could pass for a line of the transcript. */
    private static String printable(String name) {
        if (name.isBlank() || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new StartFailure("--present: expected a name in one line.");
        }
        return name.strip();
    }
}
