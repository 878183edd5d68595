package io.frontless.system.rest;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.frontless.system.Neighbours;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A provider that misbehaves, as Keycloak cannot be made to: it sends whatever ID token a test has made up. */
final class StrangerProvider implements AutoCloseable {
    private static final char[] PASSWORD = "of this test".toCharArray();

    /** The same for all tests, since what a provider publishes is remembered for a while. */
    private static final KeyPair KEYS = newKeys();

    private static final KeyPair OTHER_KEYS = newKeys();

    private final HttpsServer server;
    private final String issuer;
    private final AtomicReference<String> token = new AtomicReference<>("");
    private final AtomicReference<String> namedIssuer;

    private StrangerProvider(HttpsServer server, String issuer) {
        this.server = server;
        this.issuer = issuer;
        this.namedIssuer = new AtomicReference<>(issuer);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext("/keys", exchange -> answer(exchange, jwks()));
        server.createContext(
                "/token",
                exchange -> answer(exchange, "{\"id_token\": \"" + token.get() + "\", \"token_type\": \"Bearer\"}"));
        server.start();
    }

    static StrangerProvider start(Neighbours neighbours) {
        try {
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), neighbours.strangerPort());
            HttpsServer server = HttpsServer.create(address, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls(neighbours.certificate(), neighbours.key())));
            return new StrangerProvider(server, "https://localhost:" + neighbours.strangerPort());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return issuer;
    }

    /** Says in its discovery document that it is somebody else. */
    void pretend(String otherIssuer) {
        namedIssuer.set(otherIssuer);
    }

    /** The claims that are right for an authorization request. */
    JsonObject claims(String nonce, String email) {
        long now = Instant.now().getEpochSecond();
        JsonObject claims = new JsonObject();
        claims.addProperty("iss", issuer);
        claims.addProperty("aud", "frontless");
        claims.addProperty("sub", "subject of " + email);
        claims.addProperty("nonce", nonce);
        claims.addProperty("iat", now);
        claims.addProperty("exp", now + 300);
        claims.addProperty("email", email);
        claims.addProperty("email_verified", true);
        return claims;
    }

    /** From now on the token endpoint sends a token with these claims, signed as it should be. */
    void send(JsonObject claims) {
        send("RS256", "one", claims);
    }

    /** The same with another header: none, a shared secret, an unknown key, or a key that it does not publish. */
    void send(String algorithm, String keyId, JsonObject claims) {
        String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + keyId + "\",\"typ\":\"JWT\"}";
        String content = base64(header) + "." + base64(claims.toString());
        token.set(content + "." + signature(algorithm, keyId, content));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String signature(String algorithm, String keyId, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        try {
            return switch (algorithm) {
                case "none" -> "";
                case "HS256" -> {
                    Mac mac = Mac.getInstance("HmacSHA256");
                    mac.init(new SecretKeySpec(Company.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                    yield base64(mac.doFinal(bytes));
                }
                default -> {
                    Signature signature = Signature.getInstance("SHA256withRSA");
                    signature.initSign((keyId.equals("forged") ? OTHER_KEYS : KEYS).getPrivate());
                    signature.update(bytes);
                    yield base64(signature.sign());
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String discovery() {
        JsonObject document = new JsonObject();
        document.addProperty("issuer", namedIssuer.get());
        document.addProperty("authorization_endpoint", issuer + "/authorize");
        document.addProperty("token_endpoint", issuer + "/token");
        document.addProperty("jwks_uri", issuer + "/keys");
        return document.toString();
    }

    /** The key is published under two ids; what is signed as the second one is signed by another key. */
    private String jwks() {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        String parts = "\"kty\":\"RSA\",\"use\":\"sig\",\"n\":\"" + base64(key.getModulus()) + "\",\"e\":\""
                + base64(key.getPublicExponent()) + "\"}";
        return "{\"keys\":[{\"kid\":\"one\"," + parts + ",{\"kid\":\"forged\"," + parts + "]}";
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** What a server proves its name with, by the files of its certificates and its key. */
    static SSLContext tls(Path certificate, Path privateKey) throws IOException, GeneralSecurityException {
        String pem = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----", "");
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
        Collection<? extends Certificate> chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificate)));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key, PASSWORD, chain.toArray(Certificate[]::new));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** The parameters of an address. */
    static Map<String, String> query(URI address) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String part : address.getRawQuery().split("&", -1)) {
            int equals = part.indexOf('=');
            query.put(part.substring(0, equals), URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
