import SigV4

/// How a signer puts the parts of the canonical request together, where it is not a line for each in their order.
enum RequestLayout: Sendable, Hashable {
    case standard
    /// Something other than a line feed between the lines.
    case separated([UInt8])
    /// The parts in another order, or without some; each is a line or, of the headers, their lines and an empty one.
    case parts([Part])

    enum Part: Sendable, Hashable {
        case method, path, query, lines, list, payload
        case emptyLine
        /// The headers' lines without anything between them.
        case joinedLines
    }

    /// The whole text, without the end that the last line has not.
    func text(_ model: SignerModel) -> [UInt8] {
        switch self {
        case .standard: []
        case .separated(let separator): lines(model, Self.usual).joined(separator: separator) + []
        case .parts(let parts): lines(model, parts).joined(separator: [0x0A]) + []
        }
    }

    static let usual: [Part] = [.method, .path, .query, .lines, .list, .payload]

    private func lines(_ model: SignerModel, _ parts: [Part]) -> [[UInt8]] {
        // Values hold no line feeds: the last two lines are the empty one and the list.
        var headers = model.headers.text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        headers.removeLast()
        let list = headers.popLast() ?? []
        return parts.flatMap { part -> [[UInt8]] in
            switch part {
            case .method: [model.method]
            case .path: [model.path.line]
            case .query: [model.query.line]
            case .lines: headers
            case .list: [list]
            case .payload: [model.payload]
            case .emptyLine: [[]]
            case .joinedLines: [Array(headers.joined()), []]
            }
        }
    }
}
