package io.github.icatimgcif.adapter.web;

import java.net.UnknownHostException;

/** A host that may be asked is at an address that may not be. */
final class AddressRefused extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    /** Says which host it is and what kind of address it has. */
    AddressRefused(String why) {
        super(why);
    }
}
