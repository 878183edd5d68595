package io.frontless.outbound.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/** HTTPS to checked hosts: no cookies, no proxies, no compression, no second try, and every redirect checked like a first request. */
final class HttpsClient implements AutoCloseable {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final OutboundPolicy policy;
    private final OutboundTimes times;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;

    HttpsClient(OutboundPolicy policy, NameResolver names, SSLContext trust, OutboundTimes times) {
        this.policy = policy;
        this.times = times;
        this.deadlines = deadlines();
        Timeout silence = Timeout.of(times.silence());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedAddresses(policy, names))
                        // The name in the certificate is checked against the target's, which is also the one it is
                        // asked by (SNI).
                        .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                                .setSslContext(trust)
                                .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
                                .buildClassic())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(Limits.OUTBOUND_HEADER_CHARS_MAX)
                                        .setMaxHeaderCount(Limits.OUTBOUND_HEADERS_MAX)
                                        .build())
                                .build())
                        // Until the handshake is over, the socket's own limit is the only one.
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(silence).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(times.connect()))
                                .setSocketTimeout(silence)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(silence).build())
                // A connection that is kept for the next request keeps the last one in its buffers, with the tokens in
                // it.
                .setConnectionReuseStrategy((request, answer, context) -> false)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .setUserAgent("Frontless")
                .build();
    }

    /** A deadline that is cancelled would otherwise hold on to its request, with what is in it, until it is due. */
    private static ScheduledExecutorService deadlines() {
        var deadlines = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "frontless-outbound");
            thread.setDaemon(true);
            return thread;
        });
        deadlines.setRemoveOnCancelPolicy(true);
        return deadlines;
    }

    /** Sends a request and lets its answer be read; a redirect of a GET is followed if where it leads is listed, too. */
    <T> T send(OutboundRequest request, AnswerReader<T> reader) {
        OutboundRequest next = request;
        for (int hops = 0; hops <= Limits.OUTBOUND_REDIRECTS_MAX; hops++) {
            Target target = Target.of(next.url());
            policy.require(target);
            Result<T> result = exchange(next, target, reader);
            if (result.redirect().isEmpty()) {
                return result.read().orElseThrow();
            }
            Target redirected = target.redirected(result.redirect().get());
            next = next.at(redirected.uri().toString(), redirected.sameServer(target));
        }
        throw Rejection.of(Reason.LIMIT, "redirects", "at most " + Limits.OUTBOUND_REDIRECTS_MAX, "another one");
    }

    /** What was read, or where to ask instead. */
    private record Result<T>(Optional<T> read, Optional<String> redirect) {}

    private <T> Result<T> exchange(OutboundRequest request, Target target, AnswerReader<T> reader) {
        var message = new HttpUriRequestBase(request.method(), target.uri());
        request.headers().forEach(message::setHeader);
        request.body().ifPresent(body -> message.setEntity(new StringEntity(body, null, "UTF-8", false)));
        // A host that sends a byte now and then is never silent: so there is an end to everything, too.
        Duration whole = request.limit().orElse(times.whole());
        ScheduledFuture<?> deadline = deadlines.schedule(message::abort, whole.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return read(message, client.executeOpen(null, message, null), reader);
        } catch (CheckedAddresses.AddressRefused e) {
            throw Rejection.invalid(
                    "url", "a host at a public address, or one that the administrator lists as private", target.host());
        } catch (IOException e) {
            throw new Rejection(Reason.UNAVAILABLE, target.host() + " did not answer as expected: " + cause(e));
        } finally {
            deadline.cancel(false);
        }
    }

    private static <T> Result<T> read(HttpUriRequestBase request, ClassicHttpResponse answer, AnswerReader<T> reader)
            throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : answer.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
        }
        boolean redirect =
                REDIRECTS.contains(answer.getCode()) && request.getMethod().equals("GET");
        InputStream content = answer.getEntity() == null
                ? InputStream.nullInputStream()
                : answer.getEntity().getContent();
        var body = new BoundedBody(content, Limits.OUTBOUND_ANSWER_BYTES_MAX);
        try {
            return redirect && headers.containsKey("location")
                    ? new Result<>(Optional.empty(), Optional.of(headers.get("location")))
                    : new Result<>(Optional.of(reader.read(answer.getCode(), headers, body)), Optional.empty());
        } finally {
            if (!body.ended()) {
                // Closing would read the rest first, which may never end.
                request.abort();
            }
            Closer.closeQuietly(answer);
        }
    }

    /** The kind of failure; not its words, which may name addresses inside. */
    private static String cause(IOException e) {
        return e.getClass().getSimpleName();
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
