package io.frontless.launcher;

/** What the server and the application read as system properties: the application's settings and the web server's keys. */
final class SystemProperties {
    private SystemProperties() {}

    static void set(Options options, DataDirectory data, Secrets secrets, Certificates certificates) {
        set("frontless.web.public-url", options.publicUrl());
        set("frontless.vault.token-label", TokenProvisioning.LABEL);
        if (!options.askPin()) {
            set("frontless.vault.pin-file", secrets.file(Secret.TOKEN_PIN));
        }
        set("frontless.vault.context-key-file", secrets.file(Secret.CONTEXT_KEY));
        set("frontless.vault.session-key-file", secrets.file(Secret.SESSION_KEY));
        set("frontless.vault.pepper-file", data.resolve("secrets/password-pepper"));
        set("frontless.vault.operator-token-file", secrets.file(Secret.OPERATOR_TOKEN));
        set("frontless.mail.transport", "directory");
        set("frontless.mail.directory", data.resolve("mailbox"));

        set("javax.net.ssl.keyStore", certificates.keystore());
        set("javax.net.ssl.keyStorePassword", secrets.text(Secret.KEYSTORE_PASSWORD));
        set("javax.net.ssl.trustStore", TrustedAuthorities.store(Setting.ofProcess(), data));
        set("javax.net.ssl.trustStorePassword", TrustedAuthorities.PASSWORD);
    }

    /** What the application is told of a database: how the owner of its tables connects, and where the key of its contexts is. */
    static void setDatabase(String name, DatabaseAccess access) {
        String prefix = "frontless.database." + name + ".";
        System.setProperty(prefix + "url", access.address().ownUrl());
        System.setProperty(
                prefix + "owner-password-file",
                access.secrets().file(Secret.OWNER_PASSWORD).toString());
        System.setProperty(
                prefix + "context-key-file",
                access.secrets().file(Secret.CONTEXT_KEY).toString());
    }

    /** A setting given on the command line of the JVM or in the environment wins, so that an operator can, say, configure an SMTP server. */
    private static void set(String name, Object value) {
        System.setProperty(name, Setting.ofProcess().find(name).orElseGet(value::toString));
    }
}
