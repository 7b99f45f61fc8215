/// Puts the server's own limit of fields into force with a client's first request.
///
/// The library holds a client to 16 KB of fields until that has acknowledged the server's settings, which allow more. But the
/// limit is the server's own to set (RFC 9113, section 10.5.1). The setting that tells of it is advice, without a limit at first
/// (section 6.5.2), and an acknowledgement only says from when on the server can rely on it (section 6.5.3). So the library is
/// told of one before the first request, and the client's, once it comes, is kept from it.
struct SettingsAgreement {
    private enum State {
        /// The client has sent nothing, and then its own settings, with which its connection begins (section 3.4).
        case begun, open
        /// The acknowledgement was given in the client's place.
        case anticipated
        case acknowledged
    }

    private var state = State.begun

    /// Whether the library is to be told now of an acknowledgement: before a request that comes without one.
    mutating func anticipates(before head: FrameHead) -> Bool {
        guard head.isHeaders, state == .open else { return false }
        state = .anticipated
        return true
    }

    /// Takes note of a frame; true for an acknowledgement of which the library has been told.
    mutating func isRepeated(_ head: FrameHead) -> Bool {
        guard head.isSettings else { return false }
        guard head.isAcknowledgement else {
            if state == .begun { state = .open }
            return false
        }
        defer { state = .acknowledged }
        return state == .anticipated
    }
}
