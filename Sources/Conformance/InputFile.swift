/// A file that somebody else has read: its name for messages, and its content.
///
/// Nothing in this module touches the file system.
package struct InputFile: Sendable, Hashable {
    /// The path as messages should show it, with `/` between folders.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

extension InputFile {
    /// The last part of the path.
    var name: Substring { path.split(separator: "/").last ?? "" }

    /// The path without its last part; empty if there is only one.
    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[..<slash])
    }
}
