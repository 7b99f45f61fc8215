import JSONText

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
    /// Reads the file as a JSON document.
    ///
    /// - Throws: what is wrong with the document or its shape, with the file and the place.
    func read<Value>(_ shape: (JSONCursor) throws(JSONShapeError) -> Value) throws(InputFileError) -> Value {
        let document: JSONValue
        do {
            document = try JSONValue(parsing: bytes)
        } catch {
            throw InputFileError(error, in: self)
        }
        do {
            return try shape(JSONCursor(document))
        } catch {
            throw InputFileError(error, in: self)
        }
    }

    /// The last part of the path.
    var name: Substring { path.split(separator: "/").last ?? "" }

    /// The path without its last part; empty if there is only one.
    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[..<slash])
    }
}
