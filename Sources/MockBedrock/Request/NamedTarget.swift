/// A request line, read: the operation that it names, and how it looks in a log.
struct NamedTarget: Sendable {
    /// The parts of a request line that it is read from.
    struct Line: Sendable, Hashable {
        let method: String
        let target: [UInt8]

        /// Whether it is worth remembering: clients call the same few models, and by short lines.
        var isShort: Bool { target.count <= 512 }
    }

    let target: RequestTarget
    let route: Route
    let logText: String

    init(_ line: Line) {
        target = RequestTarget(line.target)
        route = Route(method: line.method, target: target)
        logText = target.logText
    }
}
