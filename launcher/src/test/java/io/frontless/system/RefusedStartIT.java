package io.frontless.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

/** A start that cannot go on: the last line that is printed says why, and no other line is needed. */
class RefusedStartIT {
    private final Path folder = Workplace.create("refused");

    @Test
    void portThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            String reason = refusal(ProductProcess.up(Distribution.built(), folder.resolve("port"), "--port", port));

            assertThat(reason)
                    .startsWith("Port " + port + " on 127.0.0.1 cannot be used")
                    .contains("--port");
        }
    }

    @Test
    void dataDirectoryThatAnotherInstanceUses() throws Exception {
        Path data = Files.createDirectories(folder.resolve("locked"));
        try (var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();

            String reason = refusal(ProductProcess.up(Distribution.built(), data));

            assertThat(reason).isEqualTo("Another instance is using the data directory " + data + ".");
        }
    }

    @Test
    void dataDirectoryThatCannotBeWritten() throws IOException {
        Path data = Files.createFile(folder.resolve("file"));

        String reason = refusal(ProductProcess.up(Distribution.built(), data));

        assertThat(reason).startsWith("The data directory " + data + " cannot be created or written");
    }

    @Test
    void unknownOption() {
        String reason = refusal(ProductProcess.up(Distribution.built(), folder.resolve("option"), "--colour", "blue"));

        assertThat(reason).isEqualTo("Unknown option --colour; \"help\" lists those there are.");
    }

    private static String refusal(ProductProcess process) {
        int exit = process.awaitExit();
        String output = process.output().strip();

        assertThat(exit).as(output).isEqualTo(1);
        assertThat(output).doesNotContain("Exception").doesNotContain("\tat ");
        return output.substring(output.lastIndexOf('\n') + 1);
    }
}
