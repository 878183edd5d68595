package io.frontless.launcher;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.security.Security;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;

/** The web server's certificate: the operator's own where one is configured, or else that of the local authority; replaced while it is served. */
final class WebCertificate implements AutoCloseable {
    /** Soon enough for whoever has replaced the files and looks whether it worked. */
    private static final int LOOK_EVERY_S = 2;

    private static final String CERTIFICATE = "frontless.tls.certificate";
    private static final String KEY = "frontless.tls.key";
    private static final String STORE = "frontless.tls.keystore";
    private static final String STORE_PASSWORD = "frontless.tls.keystore-password-file";

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "frontless-certificate");
        thread.setDaemon(true);
        return thread;
    });

    private WebCertificate() {}

    /** Checks it, hands it to the server's listener and follows its files from now on. */
    static WebCertificate serve(Setting settings, String publicUrl, KeySource local) {
        Optional<KeySource> configured = configured(settings);
        KeySource source = configured.orElse(local);
        // The local one never stands for another host, say that of a proxy before this machine.
        String host = configured.isPresent() ? URI.create(publicUrl).getHost() : "localhost";
        try {
            ServedKey served = new ServedKey(source, host, Clock.systemUTC());
            Security.insertProviderAt(new ServedKeyProvider(served), Security.getProviders().length + 1);
            ManagementFactory.getPlatformMBeanServer()
                    .registerMBean(served, new ObjectName("io.frontless:type=Certificate"));
            var certificate = new WebCertificate();
            var unused = certificate.watch.scheduleWithFixedDelay(
                    served::refresh, LOOK_EVERY_S, LOOK_EVERY_S, TimeUnit.SECONDS);
            return certificate;
        } catch (KeyRefused e) {
            throw new StartFailure("The web server cannot use " + source.files() + ": " + e.reason() + ".", e);
        } catch (JMException e) {
            throw new IllegalStateException("the certificate cannot be made known", e);
        }
    }

    /** What the operator has named; half of it is a mistake. */
    static Optional<KeySource> configured(Setting settings) {
        Optional<KeySource> pem = pair(settings, CERTIFICATE, KEY).map(files -> new PemFiles(files[0], files[1]));
        Optional<KeySource> store =
                pair(settings, STORE, STORE_PASSWORD).map(files -> new Pkcs12File(files[0], files[1]));
        if (pem.isPresent() && store.isPresent()) {
            throw new StartFailure(CERTIFICATE + " and " + STORE + ": expected one of them, found both.");
        }
        return pem.or(() -> store);
    }

    private static Optional<Path[]> pair(Setting settings, String first, String second) {
        Optional<String> one = settings.find(first);
        Optional<String> other = settings.find(second);
        if (one.isPresent() != other.isPresent()) {
            String missing = one.isPresent() ? second : first;
            throw new StartFailure(
                    missing + ": expected a file, as there is " + (one.isPresent() ? first : second) + ".");
        }
        return one.map(path -> new Path[] {Path.of(path), Path.of(other.orElseThrow())});
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
