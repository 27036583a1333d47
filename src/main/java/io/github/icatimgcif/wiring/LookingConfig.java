package io.github.icatimgcif.wiring;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the service looks for work by itself. Each of the ways is switched off by {@code every=0}. */
public interface LookingConfig {

    /** The sweep through ICAT for raw datasets that nobody announced. */
    interface Sweep {
        /** How long after a round the next one begins; 0 for never. */
        @WithDefault("10m")
        Duration every();

        /** How long after the beginning of a pass over all datasets the next one begins. */
        @WithDefault("24h")
        Duration full();

        /** Datasets with lower ids are left alone. */
        @WithDefault("1")
        long firstId();

        /** So many ids below the newest are looked at again in each round. */
        @WithDefault("1000")
        long lookBack();

        /** So many ids one question to ICAT is about. */
        @WithDefault("20000")
        long range();

        /** So many datasets one question may give. */
        @WithDefault("500")
        int page();

        /** Questions in one round. */
        @WithDefault("20")
        int questions();

        /** While so many datasets wait to be converted, no more are announced. */
        @WithDefault("500")
        int inLine();

        /** How long after its last change a dataset is taken that ICAT does not call complete. */
        @WithDefault("24h")
        Duration incompleteAfter();
    }

    /** The look at what ICAT says of known datasets. */
    interface Changes {
        /** How long after a round the next one begins; 0 for never. */
        @WithDefault("10m")
        Duration every();

        /** So often ICAT is asked in one round, each time about 400 datasets. */
        @WithDefault("10")
        int questions();

        /** While so many datasets wait to be converted, ICAT is not asked. */
        @WithDefault("200")
        int inLine();
    }

    /** Converting again. */
    interface Renewal {
        /** How long after a round the next one begins; 0 for never. */
        @WithDefault("10m")
        Duration every();

        /** Datasets are announced until so many wait to be converted. */
        @WithDefault("200")
        int inLine();
    }

    /** The scan of the disk. */
    interface DiskScan {
        /** How long after a scan of all data roots the next one begins; 0 for none. */
        @WithDefault("0")
        Duration every();

        /** While so many datasets wait to be converted, a scan does not go on. */
        @WithDefault("500")
        int inLine();

        /** How long it is kept what a scan found. */
        @WithDefault("180d")
        Duration keep();
    }

    /** Working off backlogs. */
    interface Backlog {
        /** How often room for more datasets is looked for while one runs. */
        @WithDefault("200ms")
        Duration polling();

        /** Datasets of one backlog that are under way at a time, where its order does not say. */
        @WithDefault("4")
        int concurrency();

        /** While so many datasets wait that are not of the backlog, nothing of it is handed over. */
        @WithDefault("20")
        int inLine();

        /** How long those are kept that are done. */
        @WithDefault("180d")
        Duration keep();
    }
}
