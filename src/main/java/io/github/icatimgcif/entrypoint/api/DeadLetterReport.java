package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.deadletter.DeadLetter;
import io.github.icatimgcif.conversion.deadletter.ReceivedMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A dead letter, as the HTTP interface tells it.
 *
 * @param content       the message as text, where it is asked for and is UTF-8
 * @param contentBase64 its bytes, where it is asked for and is no UTF-8
 */
public record DeadLetterReport(
        long id,
        String door,
        String origin,
        Optional<String> key,
        Map<String, String> headers,
        long size,
        long kept,
        String reason,
        int attempts,
        Instant firstAttempt,
        Instant lastAttempt,
        Versions versions,
        Optional<String> content,
        Optional<String> contentBase64) {

    /** Without its content. */
    static DeadLetterReport of(DeadLetter letter) {
        return of(letter, Optional.empty(), Optional.empty());
    }

    /** With its content. */
    static DeadLetterReport of(DeadLetter letter, ReceivedMessage message) {
        byte[] content = message.content();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return of(letter, Optional.of(text), Optional.empty());
        } catch (CharacterCodingException e) {
            return of(letter, Optional.empty(), Optional.of(Base64.getEncoder().encodeToString(content)));
        }
    }

    private static DeadLetterReport of(DeadLetter letter, Optional<String> content, Optional<String> contentBase64) {
        return new DeadLetterReport(
                letter.id(),
                letter.door(),
                letter.origin(),
                letter.key(),
                letter.headers(),
                letter.size(),
                letter.kept(),
                letter.reason(),
                letter.attempts(),
                letter.first(),
                letter.last(),
                letter.versions(),
                content,
                contentBase64);
    }
}
