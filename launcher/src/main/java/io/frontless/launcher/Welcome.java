package io.frontless.launcher;

/** The last words of a start: where to go and how to sign in. */
final class Welcome {
    private Welcome() {}

    static String text(Options options, DataDirectory data, Certificates certificates) {
        return """

                Frontless is ready at %s/

                  Sign in   register there with your business address, then follow the link in the mail
                  Mail      no mail server is configured: messages arrive as files in %s
                  TLS       the browser will ask about the certificate; its authority is %s
                  Stop      Ctrl-C
                """.formatted(options.publicUrl(), data.resolve("mailbox"), certificates.authorityCertificate());
    }
}
