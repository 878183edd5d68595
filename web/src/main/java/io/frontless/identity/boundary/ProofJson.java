package io.frontless.identity.boundary;

import io.frontless.identity.control.Proof;
import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads by what somebody shows who they are: exactly one of {@code password}, {@code code}, {@code recoveryCode} and {@code passkey}. */
final class ProofJson {

    private ProofJson() {}

    static Proof read(Params params) {
        Optional<Proof> password = params.has("password")
                ? Optional.of(new Proof.Password(params.longText("password")))
                : Optional.empty();
        Optional<Proof> code = params.optionalText("code").map(Proof.Code::new);
        Optional<Proof> recovery = params.optionalText("recoveryCode").map(Proof.Recovery::new);
        Optional<Proof> passkey = params.has("passkey") ? Optional.of(passkey(params)) : Optional.empty();
        params.requireAllRead();
        var given = Stream.of(password, code, recovery, passkey)
                .flatMap(Optional::stream)
                .toList();
        if (given.size() != 1) {
            throw Rejection.invalid("body", "one proof", given.size() + " of them");
        }
        return given.get(0);
    }

    /** What a browser made of a request for a passkey. */
    static Proof.Passkey passkey(Params params) {
        return new Proof.Passkey(Json.write(params.map("passkey")));
    }
}
