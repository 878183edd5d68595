package io.frontless.system.rest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes contexts of workspaces with a key of the product's secrets, as whoever can read those can. */
record ContextMaker(Path key) {

    String of(UUID workspaceId) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(Files.readString(key).strip()), "HmacSHA256"));
        byte[] made = mac.doFinal(("workspace|" + workspaceId).getBytes(StandardCharsets.UTF_8));
        return workspaceId + ":" + HexFormat.of().formatHex(made);
    }
}
