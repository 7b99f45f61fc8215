/// Files that stand beside a recording and hold bodies of it.
public struct CompanionFiles: Sendable {
    private let find: @Sendable (String) -> [UInt8]?

    /// A way to find a file by the name that a recording gives it, such as `__files/answer.json`.
    ///
    /// - Parameter find: The file's bytes; nil if there is none.
    public init(_ find: @escaping @Sendable (String) -> [UInt8]?) {
        self.find = find
    }

    /// There are none, as beside a recording that is read from a pipe.
    public static let none = CompanionFiles { _ in nil }

    /// The bytes of a file; nil if there is none of that name, or if the name leads out of the recording's folder.
    subscript(name: String) -> [UInt8]? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return name.hasPrefix("/") || parts.contains("..") ? nil : find(name)
    }
}
