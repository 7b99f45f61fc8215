import WireText

extension MockOutcome {
    /// The header that names the fault an answer has; the service does not have it.
    static let faultHeader = "x-doctor-fault"

    /// Puts a fault into the answer, and its name into the log.
    mutating func apply(_ decision: FaultInjector.Decision) {
        delay = decision.delay
        guard let strike = decision.strike else {
            if decision.delay > .zero { name("delay") }
            return
        }
        let kind = strike.rule.kind
        switch strike.rule.fault {
        case .delay, .answer: break
        case .carriage(let fault):
            carriage = fault
            // Events are counted in frames, however a recording was cut.
            if case .pieces(let pieces) = response.body {
                response.body = .pieces(FrameSequence(pieces.map(\.bytes)).frames.map { MockResponse.Piece(bytes: $0) })
            }
            if fault.hasNoAnswer { entry.status = 0 }
        case .content(let fault, let place):
            guard let body = body(with: fault, at: place, seed: strike.seed) else {
                entry.fault = "\(kind) (not made: the answer has no such place)"
                return
            }
            response.body = body
        }
        name(kind)
    }

    private mutating func name(_ kind: String) {
        entry.fault = kind
        response.headers.append(HeaderField(Self.faultHeader, kind))
    }

    /// The body with the fault in it; nil if it cannot have it.
    private func body(with fault: ContentFault, at place: EventPlace, seed: UInt64) -> MockResponse.Body? {
        // Faults of content apply to answers, not to refusals.
        guard response.status == 200 else { return nil }
        switch response.body {
        case .bytes(let bytes): return fault.applied(to: bytes).map { .bytes($0) }
        case .pieces(let pieces):
            var bits = SeededBits(seed: seed)
            return fault.applied(to: pieces.map(\.bytes), at: place, &bits)
                .map { frames in .pieces(frames.map { MockResponse.Piece(bytes: $0) }) }
        }
    }
}

extension CarriageFault {
    /// Whether not even a status reaches the client.
    var hasNoAnswer: Bool {
        switch self {
        case .reset, .emptyReply, .silence(events: nil): true
        default: false
        }
    }
}
