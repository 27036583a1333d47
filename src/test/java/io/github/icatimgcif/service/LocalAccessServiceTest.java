package io.github.icatimgcif.service;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without an ICAT whoever is at this machine may do everything, and nobody whom a proxy on this machine leads here. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class LocalAccessServiceTest {

    private static final String FOR_OPERATORS = "/api/dead-letters";

    @Test
    void whoeverIsAtThisMachineMayDoEverything() {
        given().header("X-Forward", "no proxy says so")
                .get(FOR_OPERATORS)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Port",
                "X-Forwarded-Server",
                "x-forwarded-prefix",
                "X-Real-IP",
                "Via"
            })
    void whoeverComesThroughAProxyMayNot(String header) {
        given().header(header, "1.1 proxy.example.org")
                .get(FOR_OPERATORS)
                .then()
                .statusCode(401);
    }
}
