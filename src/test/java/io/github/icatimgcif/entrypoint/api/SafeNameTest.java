package io.github.icatimgcif.entrypoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SafeNameTest {

    @Test
    void aPlainNameStandsAsItIs() {
        assertThat(SafeName.header("attachment", "run_01.cif")).isEqualTo("attachment; filename=\"run_01.cif\"");
    }

    @Test
    void otherLettersAreKeptForThoseWhoReadThem() {
        assertThat(SafeName.header("inline", "Th\u00E9rm 6.cif"))
                .isEqualTo("inline; filename=\"Th_rm_6.cif\"; filename*=UTF-8''Th%C3%A9rm%206.cif");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"; filename=\"evil.exe",
                "a\r\nSet-Cookie: b=c",
                "../../.bashrc",
                "..\\..\\boot.ini",
                "\u202Efdp.exe",
                "a\u2028b",
                "",
                "...",
                "a\u0000b"
            })
    void nothingLeavesTheHeaderOrTheFolder(String name) {
        String header = SafeName.header("attachment", name);

        assertThat(header)
                .matches("attachment; filename=\"[A-Za-z0-9._-]+\"(; filename\\*=UTF-8''[A-Za-z0-9._~%-]+)?")
                .doesNotContain("\"..", "''..", "%0A", "%0D", "%2F", "%5C", "%00");
    }
}
