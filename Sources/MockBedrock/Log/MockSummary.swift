/// What a mock server did from its start to now.
public struct MockSummary: Sendable, Hashable {
    /// How many requests were answered, malformed ones included.
    public var requests = 0
    /// How many were answered from a recording.
    public var replayed = 0
    /// How many were answered by the simulated account.
    public var simulated = 0
    /// How many had their signature or credentials refused.
    public var refused = 0
    /// How many were unsigned looks at whether the server answers: a GET or HEAD of `/` or of a usual health path.
    public var probed = 0
    /// How many matched no recording, and no account answers them.
    public var unmatched = 0
    /// How many were for an operation, a service or a client that the server does not play.
    public var unplayed = 0
    /// How many were for hosts that the server, as a proxy, does not answer for.
    public var foreign = 0
    /// How many were not acceptable HTTP requests.
    public var malformed = 0
    /// How many were answered from elsewhere.
    public var relayed = 0
    /// How many were answered with a fault, in place of the right answer or in it.
    public var faulted = 0
    /// How many connections were accepted.
    public var connections = 0
    /// How many connections were turned away because too many were open.
    public var rejectedConnections = 0
    /// How many handshakes of TLS failed, or were no use to the client.
    public var failedHandshakes = 0
    /// Recorded exchanges that no request asked for, as `name#index`.
    public var unusedRecordings: [String] = []
    /// The strict mode that the server ran in.
    public var strict: MockStrictMode = .off

    /// How many requests were calls that could be judged.
    ///
    /// A look at whether the server answers, a call of a host that it does not play and what is no HTTP are none.
    public var calls: Int { requests - probed - foreign - malformed }

    /// Whether a strict run failed: a request was refused or could not be answered, a handshake of TLS failed, or a recording
    /// was never asked for.
    ///
    /// A refusal by the simulated account is an answer.
    public var failed: Bool {
        strict == .on
            && (refused + unmatched + unplayed + foreign + malformed + failedHandshakes > 0
                || !unusedRecordings.isEmpty)
    }

    mutating func count(_ entry: MockLogEntry) {
        requests += 1
        if entry.fault != nil { faulted += 1 }
        switch entry.verdict {
        case .replayed: replayed += 1
        case .simulated: simulated += 1
        case .refused: refused += 1
        case .probed: probed += 1
        case .unmatched: unmatched += 1
        case .unplayed: unplayed += 1
        case .foreign: foreign += 1
        case .malformed: malformed += 1
        case .faulted: break
        case .relayed: relayed += 1
        }
    }
}

extension MockSummary: CustomStringConvertible {
    /// The summary as a few lines.
    public var description: String {
        var lines = [
            "\(Self.count(requests, "request")) on \(Self.count(connections, "connection")): "
                + "\(replayed) replayed, \(simulated) simulated, \(refused) refused, "
                + "\(unmatched) unmatched, \(malformed) malformed"
        ]
        if probed > 0 { lines.append("\(Self.count(probed, "unsigned probe")) of the server itself") }
        if unplayed > 0 { lines.append("\(Self.count(unplayed, "request")) for what this server does not play") }
        if foreign > 0 { lines.append("\(Self.count(foreign, "request")) for hosts that are not played here") }
        if faulted > 0 { lines.append("\(Self.count(faulted, "answer")) with a fault") }
        if rejectedConnections > 0 {
            lines.append("\(Self.count(rejectedConnections, "connection")) turned away: too many open")
        }
        if failedHandshakes > 0 { lines.append("\(Self.count(failedHandshakes, "handshake")) of TLS failed") }
        if !unusedRecordings.isEmpty {
            let more = unusedRecordings.count - Self.mostNames
            lines.append(
                "recordings never asked for: " + unusedRecordings.prefix(Self.mostNames).joined(separator: ", ")
                    + (more > 0 ? " and \(more) more" : ""))
        }
        return lines.joined(separator: "\n")
    }

    /// Of a whole directory that nobody asked for, no more names are shown.
    private static let mostNames = 20

    private static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}
