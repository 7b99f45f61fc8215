/// Everything that a set of files holds: vectors of our schema, and directories in AWS's suite layout.
package struct VectorSet: Sendable {
    /// The cases in the order of the files' paths.
    package var cases: [VectorCase]
    /// The files of our schema, for their sources and notes.
    package var files: [VectorFile]
    /// What was found and not used.
    package var notes: [String]

    /// Reads files: each folder that has a file of the suite's layout is one case of it; every other `.json` file must be
    /// of our schema; the rest is passed over.
    ///
    /// - Parameters:
    ///   - files: the files, wherever they stand; a directory's path must end with its name.
    ///   - origin: where they come from, for the error that says that nothing was found.
    package init(_ files: [InputFile], from origin: String) throws(InputFileError) {
        cases = []
        self.files = []
        notes = []
        let sorted = files.sorted { $0.path < $1.path }
        let folders = Dictionary(grouping: sorted, by: \.folder)
        let asymmetric = Set(folders.filter { $0.value.contains { $0.name == SuiteDirectory.markOfSigV4a } }.keys)
        let suiteFolders = folders.filter {
            $0.value.contains { SuiteDirectory.isTelling($0.name) } && !asymmetric.contains($0.key)
        }.keys.sorted()
        if !asymmetric.isEmpty {
            notes.append(
                "skipped: they are for SigV4a (they have a \(SuiteDirectory.markOfSigV4a)): "
                    + asymmetric.sorted().joined(separator: ", "))
        }

        var firstPlaces: [String: String] = [:]
        for file in sorted
        where file.name.hasSuffix(".json") && !suiteFolders.contains(file.folder) && !asymmetric.contains(file.folder) {
            let vectors = try VectorFile(file)
            for vector in vectors.cases {
                if let first = firstPlaces.updateValue(file.path, forKey: vector.id) {
                    throw InputFileError(
                        file.path, "expected an id that no other test has, found \"\(vector.id)\", also in \(first)")
                }
            }
            cases += vectors.cases
            self.files.append(vectors)
        }
        for (folder, name) in zip(suiteFolders, Self.names(suiteFolders)) {
            let directory = try SuiteDirectory(name: name, folder: folder, files: folders[folder] ?? [])
            cases += directory.cases.map(VectorCase.signing)
            notes += directory.notes
        }
        guard !cases.isEmpty else {
            throw InputFileError(
                origin,
                "expected vectors: .json files of the schema \(VectorFile.schema), or directories with context.json "
                    + "and request.txt; found none among \(files.count) files")
        }
    }

    /// The last part of each path; more of it where two would have the same name.
    private static func names(_ folders: [String]) -> [String] {
        let parts = folders.map { $0.split(separator: "/").map(String.init) }
        return parts.map { path in
            for length in 1..<max(path.count, 1) {
                let name = path.suffix(length)
                if parts.count(where: { $0.suffix(length) == name }) == 1 { return name.joined(separator: "/") }
            }
            return path.isEmpty ? "." : path.joined(separator: "/")
        }
    }
}
