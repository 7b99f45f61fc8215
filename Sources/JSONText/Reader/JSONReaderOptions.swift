/// How the reader treats a text.
public struct JSONReaderOptions: Sendable, Hashable {
    /// What becomes of an object that has a name twice.
    public enum RepeatedNames: Sendable, Hashable {
        /// It is an error: none of the values could be dropped without loss.
        case refused
        /// The last value stands, in the place of the first, as the parsers of Go, Java, JavaScript and Python have it.
        case lastCounts
    }

    /// Arrays and objects nested at most 512 deep, each name once.
    public static let `default` = JSONReaderOptions()

    /// The deepest nesting any reader accepts; beyond it the stack of a small thread would be at risk.
    public static let deepestNesting = 1000

    /// How deep arrays and objects may nest.
    public let maximumDepth: Int
    /// What becomes of a repeated name.
    public let repeatedNames: RepeatedNames

    /// Options with a limit of nesting, kept between 1 and ``deepestNesting``.
    public init(maximumDepth: Int = 512, repeatedNames: RepeatedNames = .refused) {
        self.maximumDepth = min(max(maximumDepth, 1), Self.deepestNesting)
        self.repeatedNames = repeatedNames
    }
}
