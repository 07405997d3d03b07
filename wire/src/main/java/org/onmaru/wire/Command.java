package org.onmaru.wire;

/// What the server tells a studio. A studio obeys one programme; commands arrive in order over one WebSocket.
public sealed interface Command {

    /// Starts, or after a studio's restart resumes, the programme. Nothing is on air until [GoOnAir].
    ///
    /// @param programmeId the programme this studio carries, a UUID; equal to the meeting's id
    /// @param city whose meeting it is, as the picture says it, e.g. `여주시`
    /// @param stage what to show when on air
    /// @param slate what citizens see when off air
    record Begin(String programmeId, String city, Stage stage, Slate slate) implements Command {}

    /// Opens the gate: the studio joins the room hidden and composes it.
    ///
    /// @param roomUrl the SFU's signalling address as the studio reaches it, `ws://…`
    /// @param token subscribe-only room token for the studio, short-lived
    record GoOnAir(String roomUrl, String token) implements Command {}

    /// Closes the gate: picture and sound in the same frame; then the studio leaves the room.
    record GoOffAir() implements Command {}

    /// Keeps the on-air lease alive. Sent every second while on air; ten seconds without one and the studio shows
    /// the slate.
    record RenewLease() implements Command {}

    /// Changes what is shown; takes effect within a frame, on air or off.
    record ShowStage(Stage stage) implements Command {}

    /// Changes the slate's words.
    record ShowSlate(Slate slate) implements Command {}

    /// Shows a slide in the large place, people beside it. Only while on air: a studio that is off air holds none and
    /// ignores this, and forgets the slide with the frame that closes the gate.
    record ShowSlide(Slide slide) implements Command {}

    /// No slide any more; nothing happens when there is none.
    record TakeOffSlide() implements Command {}

    /// Ends the programme: playlist ended, recording closed, process exits.
    record End() implements Command {}
}
