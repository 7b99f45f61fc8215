/// One header line.
public struct RecordedHeader: Sendable, Hashable {
    /// The name as it was spelt; names are compared without regard to case.
    public var name: String
    /// The value.
    public var value: String

    /// A header line.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

extension Sequence<RecordedHeader> {
    /// The value of the first header of that name, in any case; nil if there is none.
    public func value(of name: String) -> String? {
        let wanted = name.lowercased()
        return first { $0.name.lowercased() == wanted }?.value
    }
}
