package io.frontless.launcher;

/** What the web application, which cannot see the launcher, and an operator may ask about the served certificate. */
public interface CertificateStatusMXBean {

    /** When the served certificate ends, in ISO 8601. */
    String getNotAfter();

    /** Why the files as they are now are not served; empty when they are. */
    String getRefusal();
}
