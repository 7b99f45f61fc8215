/// What an examination may cost.
public struct SearchBudget: Sendable, Hashable {
    /// How many signatures may be tried.
    public var signatures: Int
    /// How many bytes may be hashed and written for them, each weighted by what it costs.
    public var bytes: Int
    /// How many bytes of candidates may be kept in memory.
    public var keptBytes: Int

    /// Makes a budget; the defaults let a request of a few kilobytes be searched to the end.
    public init(
        signatures: Int = usualSignatures, bytes: Int = 2_000_000_000, keptBytes: Int = 64 << 20
    ) {
        self.signatures = signatures
        self.bytes = bytes
        self.keptBytes = keptBytes
    }

    /// How many signatures may be tried where nothing else is said.
    public static let usualSignatures = 1_100_000

    /// At how many places of one kind, slashes of a path, parameters of a query, headers, mistakes are looked for.
    ///
    /// Each place costs as much as the request is long, so without a limit the cost would grow with the square of it. No
    /// honest request has as many.
    static let places = 64
}
