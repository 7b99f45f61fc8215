/// How the reader treats a text.
public struct JSONReaderOptions: Sendable, Hashable {
    /// Arrays and objects nested at most 512 deep.
    public static let `default` = JSONReaderOptions()

    /// The deepest nesting any reader accepts; beyond it the stack of a small thread would be at risk.
    public static let deepestNesting = 1000

    /// How deep arrays and objects may nest.
    public let maximumDepth: Int

    /// Options with a limit of nesting, kept between 1 and ``deepestNesting``.
    public init(maximumDepth: Int = 512) {
        self.maximumDepth = min(max(maximumDepth, 1), Self.deepestNesting)
    }
}
