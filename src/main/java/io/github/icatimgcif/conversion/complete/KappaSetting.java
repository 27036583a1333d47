package io.github.icatimgcif.conversion.complete;

/** Parameter names of the setting of a kappa goniometer. */
final class KappaSetting {

    /** As sent. */
    static final String PARAMETER = "MX_kappa_settings_id";

    /** The angle of kappa, taken out of it, degrees. */
    static final String KAPPA = "MX_kappa_settings_id/kappa";

    /** The angle of the axis on top of kappa, taken out of it, degrees. */
    static final String KAPPA_PHI = "MX_kappa_settings_id/phi";

    private KappaSetting() {}
}
