package io.frontless.record.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.record.control.KnownTexts.Begun;
import io.frontless.record.control.KnownTexts.Place;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KnownTextsTest {

    private static final Place NAME = new Place("client", "name");
    private static final Place CITY = new Place("client", "city");

    private final KnownTexts texts = new KnownTexts(
            List.of(NAME, CITY),
            List.of("Acme", "INV-89", "inv"),
            List.of(new Begun(NAME, "acme", "Acme Corp"), new Begun(NAME, "inv", "INV-8")));

    @Test
    void whatWasAskedForAndNotFoundIsNotThere() {
        assertThat(texts.mayMention("client", "Acme")).isFalse();
        assertThat(texts.mayMention("client", "acme inc")).isFalse();
        assertThat(texts.mayMention("client", "INV-89")).isFalse();
        assertThat(texts.mayBegin("client", "city", "acme")).isFalse();
        assertThat(texts.mayBegin("client", "name", "Acme Inc")).isFalse();
    }

    @Test
    void whatWasFoundMayBeThereWithoutRegardToCase() {
        assertThat(texts.mayMention("client", "ACME corp")).isTrue();
        assertThat(texts.mayBegin("client", "name", "ACME c")).isTrue();
        assertThat(texts.mayMention("client", "inv-8")).isTrue();
    }

    @Test
    void ofWhatWasNotAskedForNothingIsKnown() {
        assertThat(texts.mayMention("client", "Globex")).isTrue();
        assertThat(texts.mayMention("invoice", "Acme")).isTrue();
        assertThat(texts.mayBegin("client", "street", "Acme")).isTrue();
        assertThat(KnownTexts.none().mayMention("client", "Acme")).isTrue();
        assertThat(KnownTexts.none().mayBegin("client", "name", "Acme")).isTrue();
    }

    @Test
    void whatIsTooMuchToTellMayBeThere() {
        List<Begun> many = IntStream.rangeClosed(0, KnownTexts.EACH_MAX)
                .mapToObj(i -> new Begun(NAME, "a", "a" + i))
                .toList();
        KnownTexts cut = new KnownTexts(List.of(NAME, CITY), List.of("a"), many);

        assertThat(cut.mayBegin("client", "name", "azure")).isTrue();
        assertThat(cut.mayBegin("client", "city", "azure")).isFalse();
        assertThat(cut.mayMention("client", "azure")).isTrue();
    }
}
