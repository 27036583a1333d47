package io.github.icatimgcif.conversion.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgreementTest {

    private static final Tolerance FIVE_PERCENT = new Tolerance.Relative(new BigDecimal("0.05"));
    private static final Tolerance A_SECOND = new Tolerance.Absolute(BigDecimal.ONE);

    @ParameterizedTest
    @CsvSource({"100, 105, true", "100, 95, true", "100, 105.1, false", "-100, -105, true", "-100, 100, false"})
    void numbersAgreeWithinAPartOfTheTrustedOne(String trusted, String other, boolean agree) {
        assertThat(Agreement.between(number(trusted), number(other), FIVE_PERCENT))
                .isEqualTo(agree);
    }

    /** 1.0725 is as far from 1.072 as a number that was rounded to it can be. */
    @ParameterizedTest
    @CsvSource({
        "1.072, 1.0725, true",
        "1.0725, 1.072, true",
        "1.072, 1.0726, false",
        "1.0726, 1.072, false",
        "1.07200, 1.0721, false"
    })
    void numbersAgreeAsFarAsTheCoarserWasRecorded(String trusted, String other, boolean agree) {
        assertThat(Agreement.between(number(trusted), number(other), Tolerance.NONE))
                .isEqualTo(agree);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-11T10:00:00+02:00, 2024-06-11T08:00:01Z, true",
        "2024-06-11T08:00:01Z, 2024-06-11T10:00:00+02:00, true",
        "2024-06-11T10:00:00+02:00, 2024-06-11T08:00:02Z, false",
        "2024-06-11T10:00:00+02:00, 2024-06-11T10:00:00Z, false"
    })
    void momentsAgreeWhateverTheirZone(String trusted, String other, boolean agree) {
        assertThat(Agreement.between(moment(trusted), moment(other), A_SECOND)).isEqualTo(agree);
    }

    @Test
    void aDateWithoutAZoneContradictsNothing() {
        var without = new Converted.Moment("2019-01-01T00:00:00", Optional.empty());
        var with = moment("2024-06-11T10:00:00Z");

        assertThat(Agreement.between(without, with, A_SECOND)).isTrue();
        assertThat(Agreement.between(with, without, A_SECOND)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"EIGER2 X 16M, Eiger2 X-16M, true", "EIGER2 X 16M, EIGER2 X 9M, false", "+, +, true", "+, -, false"})
    void textsAgreeButForCaseBlanksAndPunctuation(String trusted, String other, boolean agree) {
        assertThat(Agreement.between(new Converted.Words(trusted), new Converted.Words(other), Tolerance.NONE))
                .isEqualTo(agree);
    }

    @Test
    void whereWordingDiffersByNatureEverythingAgrees() {
        assertThat(Agreement.between(new Converted.Words("a"), number("1"), new Tolerance.Any()))
                .isTrue();
        assertThat(Agreement.between(new Converted.Words("a"), number("1"), Tolerance.NONE))
                .isFalse();
    }

    private static Converted number(String text) {
        BigDecimal number = new BigDecimal(text);
        return new Converted.Number(number, number.ulp());
    }

    private static Converted moment(String text) {
        return new Converted.Moment(text, Optional.of(OffsetDateTime.parse(text)));
    }
}
