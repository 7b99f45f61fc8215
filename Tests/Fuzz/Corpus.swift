import FoundationEssentials

/// The seeds of a target: files that each show a form of its own, and what was found broken once.
struct Corpus {
    /// The folder beside this file, with one for each target.
    static let folder = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Corpora"

    let target: FuzzTarget

    /// The seeds in the order of their names.
    ///
    /// - Throws: an error of the system where they cannot be read.
    func seeds() throws -> [(name: String, bytes: [UInt8])] {
        let folder = "\(Self.folder)/\(target.name)"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
            (name, Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
        }
    }
}
