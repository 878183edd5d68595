package io.frontless.launcher;

import java.net.IDN;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The host names and addresses that a certificate stands for (RFC 9525 §6): its alternative names only, never its subject. */
record CertificateNames(List<String> names) {

    static CertificateNames of(X509Certificate certificate) throws KeyRefused {
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            return new CertificateNames(
                    alternatives == null
                            ? List.of()
                            : alternatives.stream()
                                    .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                                    .toList());
        } catch (CertificateParsingException e) {
            throw new KeyRefused("the certificate's names cannot be read", e);
        }
    }

    /** Whether one of them is this host; {@code *.example.com} stands for one label. */
    boolean match(String host) {
        String ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
        String wild = ascii.contains(".") ? "*" + ascii.substring(ascii.indexOf('.')) : ascii;
        return names.contains(ascii) || names.contains(wild);
    }

    @Override
    public String toString() {
        return names.isEmpty() ? "no name at all" : String.join(", ", names);
    }
}
