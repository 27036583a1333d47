package io.github.icatimgcif.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Locale;

/** The door of HTTP, which answers at once what is wrong. */
abstract class HttpDoorContract extends DoorContract {

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

    private Response post(byte[] content) {
        return RestAssured.given()
                .config(RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/" + shape().name().toLowerCase(Locale.ROOT))
                .body(content)
                .post("/api/datasets");
    }
}
