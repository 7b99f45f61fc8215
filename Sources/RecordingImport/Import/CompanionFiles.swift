import JSONText

/// Files that stand beside a recording and hold bodies of it.
public struct CompanionFiles: Sendable {
    private let find: @Sendable (String) -> [UInt8]?

    /// A way to find a file by the name that a recording gives it, such as `__files/answer.json`.
    ///
    /// - Parameter find: The file's bytes; nil if there is none. A link that leads out of the folder of the first part of the
    ///   name is to be taken for none: a recording that somebody sent must not have a file of this machine read.
    public init(_ find: @escaping @Sendable (String) -> [UInt8]?) {
        self.find = find
    }

    /// There are none, as beside a recording that is read from a pipe.
    public static let none = CompanionFiles { _ in nil }

    /// The bytes of a file; nil if there is none of that name, or if the name leads out of the recording's folder.
    private subscript(name: String) -> [UInt8]? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return name.hasPrefix("/") || parts.contains("..") ? nil : find(name)
    }

    /// The body that stands in a file of its own.
    ///
    /// - Parameters:
    ///   - name: Where the recording names it.
    ///   - folder: The folder that all such files are in; the recording's own where it is empty.
    ///   - place: What the folder stands beside, for the message.
    /// - Returns: One that is lost where there is no such file: only its own exchange is left out for it.
    func body(
        named name: JSONCursor, in folder: String = "", beside place: String
    ) throws(JSONShapeError) -> StoredContent {
        let path = folder + (try name.string())
        guard let bytes = self[path] else {
            return .lost(
                "there is no file \(path) beside \(place); one to which a link leads out of its folder counts as none")
        }
        return .whole(bytes)
    }
}
