import Recordings

/// A request line, read: the client and the operation that it names, and how it looks in a log.
struct NamedTarget: Sendable {
    /// The parts of a request line that it is read from.
    struct Line: Sendable, Hashable {
        let method: String
        let target: [UInt8]

        /// Whether it is worth remembering: clients call the same few models, and by short lines.
        var isShort: Bool { target.count <= 512 }
    }

    /// The client that the path begins with.
    let client: ClaimedClient
    /// The target without the client's name; what is signed is the whole one.
    let target: RequestTarget
    let route: Route
    /// What recordings know the target by.
    let key: RequestKey.Target
    let logText: String

    init(_ line: Line, _ separation: ClientSeparation = .apart) {
        switch separation {
        case .apart:
            let (client, rest) = ClaimedClient.taken(from: line.target)
            self.client = client
            target = RequestTarget(rest)
        case .together:
            client = .unnamed
            target = RequestTarget(line.target)
        }
        route = Route(method: line.method, target: target)
        key = RequestKey.target(String(decoding: target.bytes, as: UTF8.self))
        logText = client == .unnamed ? target.logText : RequestTarget(line.target).logText
    }
}

/// Reads request lines, and remembers those that were read before.
struct TargetReader: Sendable {
    private let memo = Memo<NamedTarget.Line, NamedTarget>()
    let separation: ClientSeparation

    func named(_ line: NamedTarget.Line) -> NamedTarget {
        line.isShort
            ? memo.value(of: line) { NamedTarget(line, separation) } : NamedTarget(line, separation)
    }
}
