package io.frontless.outbound.control;

import io.frontless.kernel.Limits;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/**
 * Calls other hosts over HTTPS. Refuses, as INVALID, an address that is not listed or that leads where it must not; as LIMIT, an answer that is too large;
 * as UNAVAILABLE, a host that is too slow, is not who it says, or does not answer. Never called within a transaction, which would wait for strangers.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Outbound {

    @Inject
    OutboundConfig config;

    private @Nullable HttpsClient client;

    @PostConstruct
    void open() {
        // The platform's authorities and those that the operator has added; no key of our own, so nobody can ask for
        // one.
        client = new HttpsClient(
                config.policy(),
                host -> List.of(InetAddress.getAllByName(host)),
                SSLContexts.createDefault(),
                OutboundTimes.usual());
    }

    /** Sends a request and waits for the whole answer, of {@link Limits#OUTBOUND_ANSWER_BYTES_MAX} bytes at most. */
    public OutboundAnswer send(OutboundRequest request) {
        return send(
                request,
                (status, headers, body) ->
                        new OutboundAnswer(status, headers, new String(body.readAllBytes(), StandardCharsets.UTF_8)));
    }

    /** Sends a request and reads the answer while it arrives. */
    public <T> T send(OutboundRequest request, AnswerReader<T> reader) {
        HttpsClient open = client;
        if (open == null) {
            throw new IllegalStateException("not open");
        }
        return open.send(request, reader);
    }

    @PreDestroy
    void close() {
        if (client != null) {
            client.close();
        }
    }
}
