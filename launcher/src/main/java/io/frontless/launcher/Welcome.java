package io.frontless.launcher;

/** The last words of a start: where to go and how to sign in. */
final class Welcome {
    private Welcome() {}

    private static String tls(Certificates certificates) {
        return WebCertificate.configured(Setting.ofProcess()).isPresent()
                ? "the certificate that is configured; it is read again when its files change"
                : "the browser will ask about the certificate; its authority is " + certificates.authorityCertificate();
    }

    static String text(Options options, Certificates certificates) {
        return """

                Frontless is ready at %s/

                  Sign in   register there with your business address, then follow the link in the mail
                  Mail      no mail server is configured: read it at %s/mailbox
                  TLS       %s
                  Stop      Ctrl-C
                """.formatted(options.publicUrl(), options.publicUrl(), tls(certificates));
    }
}
