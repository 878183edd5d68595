package io.frontless.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageLinkTest {

    @Test
    void parametersAreEncoded() {
        PageLink link = PageLink.to("/table").with("t", "a&b=c").with("page", 2);

        assertThat(link.address()).isEqualTo("/table?t=a%26b%3Dc&page=2");
    }

    @Test
    void pagesOfThisSiteAreInside() {
        assertThat(PageLink.isInside("/")).isTrue();
        assertThat(PageLink.isInside(
                        PageLink.to("/table").with("w", "0193f0a1-52c4").address()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//other.example",
                "/\\\\other.example",
                "/\t/other.example",
                "https://other.example/",
                "javascript:alert(1)",
                "/@other.example",
                "table"
            })
    void nothingElseIsInside(String address) {
        assertThat(PageLink.isInside(address)).isFalse();
    }
}
