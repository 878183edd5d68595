package io.frontless.launcher;

import java.net.Socket;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link ServedKey} known to the server: a factory of key managers that its listener asks for by name. The key store that the server gives it is
 * not looked at.
 */
final class ServedKeyProvider extends Provider {
    /** The name of the algorithm in the listener's configuration. */
    static final String ALGORITHM = "FrontlessServedKey";

    private static final long serialVersionUID = 1L;

    ServedKeyProvider(ServedKey served) {
        super("Frontless", "1", "The web server's key, which is read again when its files change");
        putService(new Service(this, "KeyManagerFactory", ALGORITHM, Factory.class.getName(), null, null) {
            @Override
            public Object newInstance(@Nullable Object parameter) {
                return new Factory(served);
            }
        });
    }

    private static final class Factory extends KeyManagerFactorySpi {
        private final ServedKey served;

        Factory(ServedKey served) {
            this.served = served;
        }

        @Override
        protected void engineInit(KeyStore store, char[] password) {}

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {}

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return new KeyManager[] {new Keys(served)};
        }
    }

    /** Answers for the server side only: nothing signs in elsewhere with this key. */
    private static final class Keys extends X509ExtendedKeyManager {
        private final ServedKey served;

        Keys(ServedKey served) {
            this.served = served;
        }

        @Override
        public @Nullable String chooseServerAlias(
                String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
            // JSSE asks for each kind of key that the client would take, and takes the first that there is.
            return served.current().key().getAlgorithm().equals(keyType) ? served.alias() : null;
        }

        @Override
        public @Nullable String chooseEngineServerAlias(
                String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return chooseServerAlias(keyType, issuers, null);
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return served.key(alias).chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return served.key(alias).key();
        }

        @Override
        public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
            return new String[] {served.alias()};
        }

        @Override
        public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }
    }
}
