package io.frontless.seal.control;

import io.frontless.kernel.Rejection;
import io.frontless.outbound.control.Outbound;
import io.frontless.outbound.control.OutboundRequest;
import io.frontless.outbound.control.SyslogServer;
import io.frontless.proof.TreeHead;
import io.frontless.seal.entity.WitnessRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** The witnesses there can be. */
final class Witnesses {

    private static final int SUCCESS = 2;

    private Witnesses() {}

    /** A file to which lines are added, perhaps on a medium that lets nothing be taken away. */
    record OfFile(Path file) implements Witness {
        @Override
        public String name() {
            return "file";
        }

        @Override
        public void tell(List<TreeHead.Signed> heads) throws IOException {
            Files.createDirectories(file.toAbsolutePath().getParent());
            String lines = heads.stream().map(TreeHead.Signed::line).collect(Collectors.joining("\n", "", "\n"));
            Files.writeString(
                    file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
        }
    }

    /** A syslog server over TLS: facility 13 (log audit), severity 6 (RFC 5424 §6.2.1). */
    record OfSyslog(String address, String host) implements Witness {
        private static final String HEADER = "<110>1 %s %s frontless - treehead - ";

        @Override
        public String name() {
            return "syslog";
        }

        @Override
        public void tell(List<TreeHead.Signed> heads) throws IOException {
            List<String> messages = new ArrayList<>();
            heads.forEach(head -> messages.add(HEADER.formatted(head.head().signedAt(), host) + head.line()));
            SyslogServer.of(address).send(messages);
        }
    }

    /** Another host that takes lines by HTTPS; it answers 2xx when it has kept them. */
    record OfWebhook(String url, Outbound outbound) implements Witness {
        @Override
        public String name() {
            return "webhook";
        }

        @Override
        public void tell(List<TreeHead.Signed> heads) throws IOException {
            String lines = heads.stream().map(TreeHead.Signed::line).collect(Collectors.joining("\n", "", "\n"));
            try {
                int status = outbound.send(OutboundRequest.post(url, "application/x-ndjson", lines))
                        .status();
                if (status / 100 != SUCCESS) {
                    throw new IOException("the witness answered " + status);
                }
            } catch (Rejection e) {
                throw new IOException(e.message(), e);
            }
        }
    }

    /** A database elsewhere, in which the user only adds. */
    record OfDatabase(String url, Properties login) implements Witness {
        @Override
        public String name() {
            return "database";
        }

        @Override
        public void tell(List<TreeHead.Signed> heads) throws IOException {
            WitnessRows.tell(url, login, heads);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "database " + url;
        }
    }
}
