import JSONText
package import Recordings

/// A HAR file (HTTP Archive 1.2): who wrote it, and the exchanges in file order, as raw as the file has them.
///
/// Nothing is redacted here: credentials that the file holds are in the entries.
/// Members: "HAR 1.2 Spec" (softwareishard.com), and what Chrome, Firefox, Charles, mitmproxy, Insomnia and Proxyman write.
package struct HARLog: Sendable {
    /// The program that wrote the file, such as `Firefox`; nil if it does not say.
    package let creator: String?
    /// The version of that program, or of the format.
    package let version: String
    /// The exchanges in file order.
    package let entries: [HAREntry]
    /// What of the file is not read.
    let ignored: IgnoredParts

    /// Reads a HAR file.
    ///
    /// A byte order mark is skipped, as the specification asks. Members that no reader needs are passed over, and so are
    /// missing ones; only what makes an entry senseless is an error, and a version whose members mean something else.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents.
    ///   - file: its name, for messages.
    /// - Throws: `RecordingError` with file, line, column, path, what was expected and what was found.
    package init(parsing bytes: [UInt8], file: String) throws(RecordingError) {
        self = try ForeignJSON.reading(bytes, file: file) { root throws(JSONShapeError) in
            try Self.read(root)
        }
    }

    private init(creator: String?, version: String, entries: [HAREntry], ignored: IgnoredParts) {
        self.ignored = ignored
        self.creator = creator
        self.version = version
        self.entries = entries
    }

    /// Whether the bytes are a JSON object with a log of entries.
    package static func isHAR(_ bytes: [UInt8]) -> Bool {
        RecordingDialect(bytes) == .har
    }

    private static func read(_ root: JSONCursor) throws(JSONShapeError) -> HARLog {
        let log = try root.member("log")
        var ignored = IgnoredParts()
        try RecorderForm.har.check(root, &ignored)
        let creator = try log.present("creator")
        var entries: [HAREntry] = []
        for (index, entry) in try log.member("entries").array().enumerated() {
            entries.append(try HAREntry(entry, index: index))
        }
        let version = try creator?.present("version")?.word()
        let format = try log.present("version")?.word()
        return HARLog(
            creator: try creator?.present("name")?.string(), version: version ?? format ?? "1.2", entries: entries,
            ignored: ignored)
    }
}
