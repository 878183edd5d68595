package io.frontless.identity.control;

/** By what somebody shows that they are who they say. */
public sealed interface Proof {

    /** What the log calls it when it was wrong. */
    String what();

    /** The password. */
    record Password(String password) implements Proof {
        @Override
        public String what() {
            return "the password";
        }

        @Override
        public String toString() {
            return what();
        }
    }

    /** The present code of an authenticator app. */
    record Code(String code) implements Proof {
        @Override
        public String what() {
            return "the code";
        }

        @Override
        public String toString() {
            return what();
        }
    }

    /** One of the recovery codes. */
    record Recovery(String code) implements Proof {
        @Override
        public String what() {
            return "the recovery code";
        }

        @Override
        public String toString() {
            return what();
        }
    }

    /** What a browser answers for a passkey, in JSON (WebAuthn §5.1). */
    record Passkey(String answer) implements Proof {
        @Override
        public String what() {
            return "the passkey";
        }
    }
}
