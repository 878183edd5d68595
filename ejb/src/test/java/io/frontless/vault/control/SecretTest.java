package io.frontless.vault.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final String CLEAR = "correct horse battery staple";

    @Test
    void nothingOfItShowsWhereItIsPrinted() {
        Secret secret = Secret.ofText(CLEAR);

        assertThat(String.valueOf(secret)).isEqualTo("Secret");
        assertThat(Map.of("token", secret).toString()).isEqualTo("{token=Secret}");
        assertThat(String.format("%s", secret)).isEqualTo("Secret");
    }

    @Test
    void noMethodGivesItAsText() {
        List<Method> texts = Arrays.stream(Secret.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> CharSequence.class.isAssignableFrom(method.getReturnType())
                        || method.getReturnType().isArray())
                .filter(method -> !method.getName().equals("toString"))
                .toList();

        assertThat(texts).isEmpty();
    }

    @Test
    void serialisationRefusesIt() {
        Object holder = new Object[] {Secret.ofText(CLEAR)};

        assertThat(Secret.ofText(CLEAR)).isNotInstanceOf(Serializable.class);
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(holder))
                .isInstanceOf(NotSerializableException.class);
    }

    @Test
    void equalContentIsNotEqualButMatches() {
        Secret one = Secret.ofText(CLEAR);
        Secret same = Secret.ofText(CLEAR);

        assertThat(one).isNotEqualTo(same);
        assertThat(one.matches(same)).isTrue();
        assertThat(one.matches(bytes())).isTrue();
        assertThat(one.matches(Secret.ofText("Correct horse battery staple"))).isFalse();
        assertThat(one.matches(new byte[0])).isFalse();
    }

    @Test
    void givenBytesAndWhatWasReadAreZeroed() {
        byte[] given = bytes();

        Secret secret = Secret.of(given);
        byte[][] kept = new byte[1][];
        String text = secret.read(read -> {
            kept[0] = read;
            return new String(read, StandardCharsets.UTF_8);
        });

        assertThat(text).isEqualTo(CLEAR);
        assertThat(given).containsOnly(0);
        assertThat(kept[0]).containsOnly(0);
        assertThat(secret.matches(bytes())).isTrue();
    }

    @Test
    void closedSecretIsZeroedAndReadByNobody() throws ReflectiveOperationException {
        Secret secret = Secret.ofText(CLEAR);
        var field = Secret.class.getDeclaredField("bytes");
        field.setAccessible(true);

        secret.close();

        assertThat((byte[]) field.get(secret)).containsOnly(0);
        assertThatThrownBy(() -> secret.read(read -> read.length)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secret.matches(bytes())).isInstanceOf(IllegalStateException.class);
        secret.close();
    }

    @Test
    void textOfAnyCharactersIsKeptAsUtf8() {
        String text = "pässwörd€🔑";

        boolean same = Secret.ofText(text).matches(text.getBytes(StandardCharsets.UTF_8));

        assertThat(same).isTrue();
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertThatThrownBy(() -> Secret.ofText("")).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> Secret.of(new byte[Limits.SECRET_BYTES_MAX + 1]))
                .isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> Secret.ofText("half \uD83D")).isInstanceOf(Rejection.class);
    }

    private static byte[] bytes() {
        return CLEAR.getBytes(StandardCharsets.UTF_8);
    }
}
