package io.github.icatimgcif.adapter.jobs;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.github.icatimgcif.dataset.Sha256;

/** What the job of a dataset is called: there is one job a dataset at most, because there is one name. */
final class JobName {

    /** The task all conversions belong to; its data is the identity of the dataset. */
    static final TaskDescriptor<String> CONVERSION = TaskDescriptor.of("conversion", String.class);

    private JobName() {}

    /** SHA-256 of the identity, as the journal has it in {@code identity_hash}. */
    static String of(String identity) {
        return Sha256.of(identity);
    }
}
