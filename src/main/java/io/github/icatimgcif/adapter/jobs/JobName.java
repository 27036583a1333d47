package io.github.icatimgcif.adapter.jobs;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the job of a dataset is called: there is one job a dataset at most, because there is one name. */
final class JobName {

    /** The task all conversions belong to; its data is the identity of the dataset. */
    static final TaskDescriptor<String> CONVERSION = TaskDescriptor.of("conversion", String.class);

    private JobName() {}

    /** SHA-256 of the identity, as the journal has it in {@code identity_hash}. */
    static String of(String identity) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
