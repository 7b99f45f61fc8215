import FoundationEssentials
import JSONText

/// A file that is there while the server answers, for scripts that wait for it: JSON that says where everything is.
///
/// It is written whole and then given its name, so whoever sees it can read it; its owner alone can, for the address of the
/// admin endpoint holds a secret.
struct ReadyFile: Sendable {
    let path: String

    /// Takes away what an earlier run has left, which would tell of a server that is gone.
    ///
    /// - Throws: ``InputProblem`` when what is there is no such file.
    func clear() throws(InputProblem) {
        guard let bytes = try? FileSystem.read(path, upTo: 1 << 16) else { return }
        guard bytes.isEmpty || (try? JSONValue(parsing: bytes))?["processIdentifier"] != nil else {
            throw InputProblem(file: path, message: "is there already and is no ready file: give a name that is free")
        }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Says that the server answers.
    func write(endpoint: String, admin: String?, hasPage: Bool) throws(InputProblem) {
        let content = JSONValue.object([
            "endpoint": .string(endpoint), "admin": .text(admin), "page": .text(hasPage ? admin : nil),
            "processIdentifier": .number(JSONNumber(Int(ProcessInfo.processInfo.processIdentifier))),
        ])
        try FileSystem.write(Array((content.text(.pretty(indent: 2)) + "\n").utf8), to: path, readableBy: .owner)
    }

    /// Says that it answers no more.
    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
