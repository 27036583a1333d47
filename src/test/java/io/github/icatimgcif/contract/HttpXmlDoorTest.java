package io.github.icatimgcif.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.service.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class HttpXmlDoorTest extends DoorContract {

    @Override
    MessageShape shape() {
        return MessageShape.XML;
    }

    @Override
    String door() {
        return "api";
    }

    @Override
    void send(String key, byte[] content) {
        assertThat(post(content).statusCode()).isIn(200, 202);
    }

    @Override
    String refusal(byte[] content) {
        Response answer = post(content);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        return answer.jsonPath().getString("detail");
    }

    private static Response post(byte[] content) {
        return RestAssured.given()
                .config(RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/xml")
                .body(content)
                .post("/api/datasets");
    }
}
