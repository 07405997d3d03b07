package org.onmaru.server.city.notice;

/// What people get, whatever the way.
///
/// @param subject one line, for e-mail
/// @param text lines of plain text, for e-mail
/// @param sms the same for a phone; see [Sms]
/// @param brief the same for a lock screen
public record Notice(String subject, String text, String sms, Brief brief) {}
