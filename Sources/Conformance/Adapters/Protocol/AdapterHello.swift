import JSONText

/// The adapter's first line: who it is, and what it can do.
package struct AdapterHello: Sendable, Hashable {
    package var name: String
    package var version: String?
    package var language: String?
    /// What the software can do; a case that needs more is skipped.
    package var features: [String]

    package init(_ line: [UInt8]) throws(AdapterFault) {
        do {
            try self.init(JSONCursor(JSONValue(parsing: line)))
        } catch let error as JSONError {
            throw AdapterFault(.hello, line: 1, "expected a line of JSON that says who it is: \(error.message)", line)
        } catch {
            throw AdapterFault(.hello, line: 1, "\(error)", line)
        }
    }

    private init(_ hello: JSONCursor) throws(JSONShapeError) {
        try hello.requireOnly(names: ["name", "version", "language", "features"])
        name = try hello.member("name").string()
        version = try hello.optionalMember("version")?.string()
        language = try hello.optionalMember("language")?.string()
        var features: [String] = []
        for feature in try hello.member("features").array() { features.append(try feature.string()) }
        self.features = features
    }

    /// The adapter in words: `aws4 1.13.2 (JavaScript)`.
    package var words: String {
        name + (version.map { " \($0)" } ?? "") + (language.map { " (\($0))" } ?? "")
    }
}
