package io.frontless.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** Sends everything that the server and the libraries have to say to files, so that the console stays readable. */
record ServerLog(Path configuration) {

    /** Points java.util.logging and the standard streams of this process to the folder. */
    static ServerLog open(Path folder) {
        Path configuration = folder.resolve("logging.properties");
        try {
            Files.writeString(configuration, """
                    handlers=io.frontless.launcher.RotatingFileHandler
                    io.frontless.launcher.RotatingFileHandler.file=%s
                    .level=INFO
                    liquibase.level=WARNING
                    # It would print each expired authority of the platform in full, of which there are always some.
                    javax.enterprise.system.security.ssl.level=SEVERE
                    """.formatted(folder.resolve("server.log")));
            try (var in = Files.newInputStream(configuration)) {
                LogManager.getLogManager().readConfiguration(in);
            }
            // Some libraries print; nothing of ours does.
            var output =
                    new PrintStream(Files.newOutputStream(folder.resolve("output.log")), true, StandardCharsets.UTF_8);
            System.setOut(output);
            System.setErr(output);
        } catch (IOException e) {
            throw new StartFailure("The log in " + folder + " cannot be opened: " + e.getMessage(), e);
        }
        return new ServerLog(configuration);
    }
}
