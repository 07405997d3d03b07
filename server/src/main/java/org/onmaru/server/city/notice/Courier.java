package org.onmaru.server.city.notice;

/// One way out of the house. A further way, such as web push, is one more of these.
sealed interface Courier permits MailCourier, GatewayCourier, FolderCourier {

    Way way();

    /// Tries once; may wait for a server as long as its timeouts say. Never logs addresses, words or secrets.
    ///
    /// @param address of the parcel's person for this way
    Outcome send(Parcel parcel, String address);
}
