/// Requests that a relay hands on beside the usual ones: a method and a path with wildcards, as `GET:/guardrails/*`.
public struct RelayPattern: Sendable, Hashable {
    private let method: String
    private let path: [Piece]

    private enum Piece: Hashable {
        case text(Character)
        /// Any text within a segment.
        case star
        /// Any text.
        case doubleStar
    }

    /// Reads `METHOD:PATH`; `*` stands for any text within a segment, `**` for any text.
    ///
    /// - Throws: ``RelayPatternError``
    public init(parsing text: String) throws(RelayPatternError) {
        guard let colon = text.firstIndex(of: ":") else { throw RelayPatternError(text) }
        let method = text[..<colon]
        let path = text[text.index(after: colon)...]
        guard !method.isEmpty, method.allSatisfy({ $0.isASCII && $0.isUppercase }), path.hasPrefix("/") else {
            throw RelayPatternError(text)
        }
        self.method = String(method)
        var pieces: [Piece] = []
        for character in path {
            switch (character, pieces.last) {
            case ("*", .star), ("*", .doubleStar): pieces[pieces.count - 1] = .doubleStar
            case ("*", _): pieces.append(.star)
            default: pieces.append(.text(character))
            }
        }
        self.path = pieces
    }

    /// Whether it is the method and the path, the latter as on the wire and without its query.
    func matches(method: String, path: String) -> Bool {
        method == self.method && matches(Array(path))
    }

    /// For each place of the pattern the places of the text that it can be at: no more than their product, whatever both are.
    private func matches(_ text: [Character]) -> Bool {
        var reached = [Bool](repeating: false, count: text.count + 1)
        reached[0] = true
        for piece in path {
            switch piece {
            case .text(let character):
                for place in stride(from: text.count, to: 0, by: -1) {
                    reached[place] = reached[place - 1] && text[place - 1] == character
                }
                reached[0] = false
            case .star, .doubleStar:
                for place in text.indices where reached[place] && (piece == .doubleStar || text[place] != "/") {
                    reached[place + 1] = true
                }
            }
        }
        return reached[text.count]
    }
}

/// A text that is no ``RelayPattern``.
public struct RelayPatternError: Error, Sendable, Hashable {
    /// What was expected, and what was found.
    public let message: String

    init(_ text: String) {
        message =
            "expected METHOD:PATH such as GET:/guardrails/*, the method in capitals, the path from its first slash, "
            + "found '\(RequestTarget.printable(String(text.prefix(100))))'"
    }
}
