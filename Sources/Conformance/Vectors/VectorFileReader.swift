import JSONText

extension VectorFile {
    /// Reads a file of vectors.
    ///
    /// Anything that the schema does not know is an error with its place: an unknown member, a wrong type, a flag without
    /// a note, a name given twice, a count that does not hold.
    package init(_ file: InputFile) throws(InputFileError) {
        self = try file.read { (document) throws(JSONShapeError) in try VectorFile(path: file.path, document) }
    }

    private init(path: String, _ document: JSONCursor) throws(JSONShapeError) {
        // The schema first: a file of another kind should not be blamed for its members.
        _ = try document.member("schema").string(oneOf: [Self.schema])
        try document.requireOnly(names: ["schema", "source", "numberOfTests", "notes", "groups"])
        let source = try document.member("source")
        try source.requireOnly(names: ["name", "version"])
        var notes: [String: String] = [:]
        for (name, note) in try document.member("notes").members() { notes[name] = try note.string() }

        var cases: [VectorCase] = []
        var ids: Set<String> = []
        for group in try document.member("groups").array() {
            try group.requireOnly(names: ["name", "kind", "tests"])
            _ = try group.member("name").string()
            let isSigning = try group.member("kind").string(oneOf: ["signing", "verification"]) == "signing"
            for test in try group.member("tests").array() {
                let reader = VectorReader(test: test)
                let id = try reader.id()
                guard ids.insert(id).inserted else {
                    throw try test.member("id").fault(expected: "an id that no other test has")
                }
                try reader.requireNotes(for: notes)
                cases.append(isSigning ? .signing(try reader.signing()) : .verification(try reader.verification()))
            }
        }
        let count = try document.member("numberOfTests")
        guard try count.integer() == cases.count else {
            throw count.fault(
                expected: "the number of tests in this file, \(cases.count)",
                found: "\(try count.integer()); tests were lost or added by hand")
        }
        self.init(
            path: path,
            source: Source(name: try source.member("name").string(), version: try source.member("version").string()),
            notes: notes, cases: cases)
    }
}
