package org.onmaru.server.city.notice;

/// One way out of the house. A further way is one more of these.
sealed interface Courier permits MailCourier, GatewayCourier, FolderCourier, PushCourier {

    Way way();

    /// Tries once; may wait for a server as long as its timeouts say. Never logs addresses, words or secrets.
    ///
    /// @param contact where the parcel's person is reached
    Outcome send(Parcel parcel, Contact contact);
}
