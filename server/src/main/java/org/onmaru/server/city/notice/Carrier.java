package org.onmaru.server.city.notice;

/// What takes a notice from here.
public enum Carrier {
    MAIL_SERVER,
    SMS_GATEWAY,
    /// A folder from which the town's own tool takes text messages.
    SMS_FOLDER,
    PUSH_SERVICE
}
